package org.affectj.pipeline;

import static org.affectj.pipeline.Column.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;

/** The columns of every result table, in their order: CSV files and ImageJ tables are both made from this list. */
public final class ResultColumns {

    private static final String PIXELS = "pixels";
    private static final String DEGREES = "degrees";
    private static final ValueRange UNIT = ValueRange.between(0, 1);

    private ResultColumns() {
    }

    /**
     * @param thresholds value from which each of the 12 action units counts as present, by {@link ActionUnit#ordinal()}
     * @param certainFrom probability from which on the expression counts as certain, in [0, 1]
     * @param landmarks whether to add the positions of the 68 points
     * @return the columns
     */
    public static List<ResultColumn> of(final List<Double> thresholds, final double certainFrom,
        final boolean landmarks)
    {
        final List<ResultColumn> columns = new ArrayList<>(ofPlaces());
        for (final ActionUnit unit : ActionUnit.values()) columns.add(value(unit));
        for (final ActionUnit unit : ActionUnit.values()) columns.add(presence(unit, thresholds.get(unit.ordinal())));
        addExpressions(columns, certainFrom);
        if (landmarks) addLandmarks(columns);
        return List.copyOf(columns);
    }

    /** @return the columns that say where faces are, and nothing of what a model reads from them */
    public static List<ResultColumn> ofPlaces() {
        final List<ResultColumn> columns = new ArrayList<>();
        addPlace(columns);
        addBox(columns);
        addPose(columns);
        return List.copyOf(columns);
    }

    private static void addPlace(final List<ResultColumn> columns) {
        columns.add(text("source", ValueRange.TEXT, "name of the file or window", r -> Optional.of(r.source())));
        columns.add(place("frame", "number of the frame, as slices count in ImageJ", r -> Optional.of(r.frame())));
        columns.add(new ResultColumn(new Column("time", "seconds", ValueRange.from(0),
            "time since the beginning of the source; empty for pictures that have no time", 6),
            r -> Optional.of(r.time())));
        columns.add(place("face", "counts the faces of a frame from left to right",
            r -> r.face().map(face -> r.number())));
        columns.add(place("track",
            "follows a person along a video or stack, whatever the place in the frame; counts in the "
                + "order of first sight",
            r -> r.face().map(face -> r.track())));
        columns.add(text("status",
            ValueRange.oneOf(List.of(FaceRecord.OK, FaceRecord.NO_FACE, FaceRecord.UNREADABLE)),
            "ok if a face was measured, else why there is none", r -> Optional.of(r.status())));
    }

    private static void addBox(final List<ResultColumn> columns) {
        columns.add(box("x", PIXELS, ValueRange.ANY, "left edge of the upright box around the face", 2, FaceBox::x));
        columns.add(box("y", PIXELS, ValueRange.ANY, "upper edge of the box, counted downwards", 2, FaceBox::y));
        columns.add(box("width", PIXELS, ValueRange.from(0).as("above 0"), "width of the box", 2, FaceBox::width));
        columns.add(box("height", PIXELS, ValueRange.from(0).as("above 0"), "height of the box", 2, FaceBox::height));
        columns.add(box("score", "", UNIT, "how sure AffectJ is that the box holds a face", 4, FaceBox::score));
    }

    private static void addPose(final List<ResultColumn> columns) {
        columns.add(pose("pitch", "nodding of the head; positive looks up, 0 is the middle of photographs",
            HeadPose::pitch));
        columns.add(pose("yaw", "turning of the head; positive turns the nose towards the right edge of the picture",
            HeadPose::yaw));
        columns.add(pose("roll", "tilting of the head; positive is clockwise in the picture", HeadPose::roll));
    }

    private static ResultColumn value(final ActionUnit unit) {
        return predicted(unit.name(), UNIT, "action unit " + unit.number() + " of FACS, " + unit.action()
            + ": 0 for none, 1 for certain", 4, p -> p.value(unit));
    }

    private static ResultColumn presence(final ActionUnit unit, final double threshold) {
        return predicted(unit.name() + "_present", ValueRange.NO_OR_YES,
            "1 if " + unit.name() + " reaches the model's threshold", 0, p -> p.value(unit) >= threshold ? 1 : 0);
    }

    private static void addExpressions(final List<ResultColumn> columns, final double certainFrom) {
        for (final Expression expression : Expression.values())
            columns.add(predicted(expression.label(), UNIT,
                "probability of this expression; the eight sum to 1", 4, p -> p.probability(expression)));
        columns.add(text("expression",
            ValueRange.oneOf(Arrays.stream(Expression.values()).map(Expression::label).toList())
                .as("a heading of these eight"),
            "the most probable expression", r -> r.prediction().map(p -> p.expression().label())));
        columns.add(predicted("expression_certain", ValueRange.NO_OR_YES, "1 if that probability reaches the model's "
            + "confidence, from which on 90 % of its answers were right on validation faces; 0: better "
            + "take the expression as unknown", 0, p -> p.probability(p.expression()) >= certainFrom ? 1 : 0));
        columns.add(predicted("valence", ValueRange.between(-1, 1), "unpleasant to pleasant", 4, p -> p.valence()));
        columns.add(predicted("arousal", ValueRange.between(-1, 1), "calm to excited", 4, p -> p.arousal()));
    }

    private static void addLandmarks(final List<ResultColumn> columns) {
        for (int i = 0; i < Landmarks.COUNT; i++) columns.add(landmark("x_", i, "horizontal", Landmarks::x));
        for (int i = 0; i < Landmarks.COUNT; i++) columns.add(landmark("y_", i, "vertical", Landmarks::y));
    }

    private static ResultColumn text(final String name, final ValueRange range, final String meaning,
        final Function<FaceRecord, Optional<?>> value)
    {
        return new ResultColumn(new Column(name, "", range, meaning, TEXT), value);
    }

    private static ResultColumn place(final String name, final String meaning,
        final Function<FaceRecord, Optional<?>> value)
    {
        return new ResultColumn(new Column(name, "", ValueRange.from(1), meaning, 0), value);
    }

    private static ResultColumn box(final String name, final String unit, final ValueRange range, final String meaning,
        final int decimals, final ToDoubleFunction<FaceBox> value)
    {
        return new ResultColumn(new Column(name, unit, range, meaning, decimals),
            r -> r.face().map(DetectedFace::box).map(value::applyAsDouble));
    }

    private static ResultColumn pose(final String name, final String meaning, final ToDoubleFunction<HeadPose> value) {
        return new ResultColumn(new Column(name, DEGREES, ValueRange.between(-180, 180), meaning, 2),
            r -> r.pose().map(value::applyAsDouble));
    }

    private static ResultColumn predicted(final String name, final ValueRange range, final String meaning,
        final int decimals, final ToDoubleFunction<Prediction> value)
    {
        return new ResultColumn(new Column(name, "", range, meaning, decimals),
            r -> r.prediction().map(value::applyAsDouble));
    }

    private static ResultColumn landmark(final String prefix, final int index, final String direction,
        final Function<Landmarks, double[]> positions)
    {
        return new ResultColumn(new Column(prefix + index, PIXELS, ValueRange.ANY, direction + " position of point "
            + index + " of the 68 in iBUG order; 0 is the centre of the first pixel", 2),
            r -> r.face().map(face -> positions.apply(face.landmarks())[index]));
    }
}
