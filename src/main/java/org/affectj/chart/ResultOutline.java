package org.affectj.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.pipeline.ResultRows;

/**
 * What a results table holds, coarse enough to draw and small whatever the table's length: the values of each person's
 * face over time in bins of frames, which grow until few enough are left.
 */
public final class ResultOutline {

    /** How valence is called in tables. */
    static final String VALENCE = "valence";
    /** How arousal is called in tables. */
    static final String AROUSAL = "arousal";

    /** More points than that can't be told apart on a screen. */
    private static final int BINS_OF_A_FACE = 2000;
    private static final int BINS = 20_000;
    /** The largest number of faces that are drawn; photographs of a folder may hold more. */
    private static final int FACES = 1000;

    private final List<String> channels;
    private final Map<String, FaceOutline> faces = new LinkedHashMap<>();
    private int binWidth = 1;
    private int lastFrame;
    private double lastTime;
    private boolean timed = true;

    private ResultOutline(final List<String> channels) {
        this.channels = channels;
    }

    /**
     * @param rows a table that an analysis made
     * @param progress counts rows; asked whether to go on
     * @return what there is to draw
     * @throws AffectException if the table has no frames, faces or measures
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static ResultOutline of(final ResultRows rows, final Progress progress) {
        for (final String needed : List.of("source", "frame", "track"))
            if (!rows.headings().contains(needed)) throw unfit(rows, "has no column '" + needed + "'");
        final List<String> channels = names().filter(rows.headings()::contains).toList();
        if (channels.isEmpty()) throw unfit(rows, "holds no action units, expressions or valence");
        final ResultOutline outline = new ResultOutline(channels);
        final Cells cells = new Cells(rows, channels);
        for (int row = 0; row < rows.size(); row++) {
            if (row % 1000 == 0) {
                progress.throwIfCancelled();
                progress.update(row, rows.size(), "Reading " + rows.name());
            }
            outline.add(row, cells, rows.row(row));
        }
        if (outline.faces.isEmpty()) throw unfit(rows, "holds no face");
        return outline;
    }

    /** @return what can be drawn, in the order of tables */
    private static Stream<String> names() {
        return Stream.of(Arrays.stream(ActionUnit.values()).map(ActionUnit::name),
            Arrays.stream(Expression.values()).map(Expression::label), Stream.of(VALENCE, AROUSAL)).flatMap(all -> all);
    }

    private static AffectException unfit(final ResultRows rows, final String reason) {
        return new AffectException("The table '" + rows.name() + "' " + reason
            + ": choose a table that Analyze Faces made.");
    }

    private void add(final int row, final Cells cells, final List<String> text) {
        final OptionalInt track = cells.number(text, cells.track);
        final OptionalInt frame = cells.number(text, cells.frame);
        if (frame.isEmpty()) return;
        lastFrame = Math.max(lastFrame, frame.getAsInt());
        if (track.isEmpty()) return;
        final String source = text.get(cells.source);
        final String key = track.getAsInt() + " " + source;
        if (!faces.containsKey(key) && faces.size() == FACES) return;
        final FaceOutline face = faces.computeIfAbsent(key, unseen -> new FaceOutline(source, track.getAsInt()));
        final double time = cells.time < 0 ? Double.NaN : cells.value(text, cells.time);
        if (Double.isNaN(time)) timed = false;
        lastTime = Math.max(lastTime, time);
        face.add(row, frame.getAsInt(), binWidth, time, cells.values(text));
        while (face.bins().size() > BINS_OF_A_FACE || row % 100 == 0 && bins() > Math.max(BINS, 2 * faces.size()))
            coarsen();
    }

    private int bins() {
        return faces.values().stream().mapToInt(face -> face.bins().size()).sum();
    }

    private void coarsen() {
        binWidth *= 2;
        faces.values().forEach(FaceOutline::coarsen);
    }

    /** Finds the cells of a row. */
    private static final class Cells {

        private final ResultRows rows;
        private final int source;
        private final int frame;
        private final int track;
        private final int time;
        private final int[] channels;

        private Cells(final ResultRows rows, final List<String> channels) {
            this.rows = rows;
            source = rows.headings().indexOf("source");
            frame = rows.headings().indexOf("frame");
            track = rows.headings().indexOf("track");
            time = rows.headings().indexOf("time");
            this.channels = channels.stream().mapToInt(rows.headings()::indexOf).toArray();
        }

        private OptionalInt number(final List<String> row, final int column) {
            final double number = value(row, column);
            return Double.isNaN(number) ? OptionalInt.empty() : OptionalInt.of((int) number);
        }

        private float[] values(final List<String> row) {
            final float[] values = new float[channels.length];
            for (int i = 0; i < values.length; i++) values[i] = (float) value(row, channels[i]);
            return values;
        }

        private double value(final List<String> row, final int column) {
            final String cell = row.get(column);
            try {
                return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            } catch (final NumberFormatException e) {
                throw unfit(rows, "holds '" + cell + "' instead of a number in the column '"
                    + rows.headings().get(column) + "'");
            }
        }
    }

    /** @return the people, those with most frames first; at most {@value #FACES} */
    public List<FaceOutline> faces() {
        return faces.values().stream().sorted(Comparator.comparingInt(FaceOutline::frames).reversed()).toList();
    }

    /** @return names of what was measured, as columns are called: action units, expressions, valence, arousal */
    public List<String> channels() {
        return channels;
    }

    /**
     * @param face to look at
     * @param count how many are wanted
     * @return the action units that change most, those that change more first; other channels where there are no
     *         action units
     */
    public List<String> liveliest(final FaceOutline face, final int count) {
        final List<String> units = channels.stream().filter(name -> name.startsWith("AU")).toList();
        return (units.isEmpty() ? channels : units).stream()
            .sorted(Comparator.comparingDouble((String name) -> face.range(index(name))).reversed())
            .limit(count).toList();
    }

    /** @return the number of the last frame in the table */
    public int lastFrame() {
        return lastFrame;
    }

    /** @return how many frames are joined to a point */
    int binWidth() {
        return binWidth;
    }

    /** @return where a channel stands among {@link #channels()} */
    int index(final String channel) {
        return channels.indexOf(channel);
    }

    /** @return whether charts have a time axis in seconds instead of frames */
    boolean isTimed() {
        return timed && lastTime > 0;
    }

    /** @return where a bin lies on the time axis */
    double position(final FaceOutline.Bin bin) {
        return isTimed() ? bin.time() : bin.frame();
    }

    /** @return how long a frame takes on the time axis */
    double step() {
        return isTimed() ? lastTime / Math.max(1, lastFrame - 1) : 1;
    }

    /**
     * @param face whose times are known
     * @param frame a number, whether the face is there or not
     * @return where it lies on the time axis
     */
    double position(final FaceOutline face, final int frame) {
        final FaceOutline.Bin bin = face.nearest((frame - 1) / binWidth).getValue();
        return position(bin) + (frame - bin.frame()) * step();
    }

    /** @return the frame at a place of the time axis, from 1 to the last */
    int frame(final FaceOutline face, final double position) {
        final FaceOutline.Bin nearest = face.bins().values().stream()
            .min(Comparator.comparingDouble(bin -> Math.abs(position(bin) - position))).orElseThrow();
        final long frame = Math.round(nearest.frame() + (position - position(nearest)) / step());
        return (int) Math.max(1, Math.min(lastFrame, frame));
    }

    /**
     * @param rows the table that this outlines
     * @param face one of its faces
     * @param frame a number
     * @return the row of the face in that frame, from 0; empty if the face isn't there
     */
    public OptionalInt row(final ResultRows rows, final FaceOutline face, final int frame) {
        final FaceOutline.Bin bin = face.bins().get((frame - 1) / binWidth);
        if (bin == null) return OptionalInt.empty();
        final Cells cells = new Cells(rows, List.of());
        for (int row = bin.firstRow(); row < rows.size(); row++) {
            final List<String> text = rows.row(row);
            final int at = cells.number(text, cells.frame).orElse(0);
            if (at > frame) break;
            if (at == frame && is(face, cells, text)) return OptionalInt.of(row);
        }
        return OptionalInt.empty();
    }

    private static boolean is(final FaceOutline face, final Cells cells, final List<String> row) {
        return cells.number(row, cells.track).equals(OptionalInt.of(face.track()))
            && row.get(cells.source).equals(face.source());
    }
}
