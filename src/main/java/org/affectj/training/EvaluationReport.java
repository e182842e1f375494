package org.affectj.training;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.affectj.Progress;
import org.affectj.metrics.Agreement;
import org.affectj.metrics.BinaryScore;
import org.affectj.metrics.ConfidenceCurve;
import org.affectj.metrics.Confusion;
import org.affectj.metrics.Figure;
import org.affectj.metrics.Figures;
import org.affectj.metrics.Interval;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.metrics.SubjectAgreement;
import org.affectj.metrics.SubjectBootstrap;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The figures of an evaluated set as JSON: how many faces and subjects counted and how many faces were left out of each
 * task, every figure of {@link Figures}, and right expressions by the model's confidence and by the grey of the cheeks.
 * A figure's interval stands beside it under its name with {@code _95}.
 */
public final class EvaluationReport {

    private static final String MAJORITY = "expressions.majority.";

    private final JsonObject json = new JsonObject();

    private EvaluationReport() {
    }

    /** Makes the interval of each figure; empty where it has none. */
    @FunctionalInterface
    private interface Intervals {

        List<Optional<Interval>> of(SubjectAgreement scores, List<Figure> figures);
    }

    /**
     * @param set the faces
     * @return its figures, without intervals
     */
    public static JsonObject of(final EvaluatedSet set) {
        return of(set, (scores, figures) -> Collections.nCopies(figures.size(), Optional.empty()));
    }

    /**
     * @param set the faces
     * @param bootstrap how intervals are made
     * @param progress is asked whether to go on
     * @return its figures with intervals
     */
    public static JsonObject of(final EvaluatedSet set, final SubjectBootstrap bootstrap, final Progress progress) {
        return of(set, (scores, figures) -> scores.intervals(figures, bootstrap, progress));
    }

    private static JsonObject of(final EvaluatedSet set, final Intervals intervals) {
        final Agreement scores = set.scores().all();
        final EvaluationReport report = new EvaluationReport();
        report.addCounts(set);
        report.addFigures(set.scores(), Figures.of(scores), Figure::path, intervals);
        set.majority().ifPresent(faces -> report.addMajority(faces, intervals));
        report.addDetails(scores);
        report.addCheekGrey(set.cheekGrey());
        return report.json;
    }

    private void addFigures(final SubjectAgreement scores, final List<Figure> figures,
        final Function<Figure, String> path, final Intervals made)
    {
        final List<Optional<Interval>> intervals = made.of(scores, figures);
        for (int i = 0; i < figures.size(); i++) {
            final String place = path.apply(figures.get(i));
            parent(place).addProperty(name(place), figures.get(i).value().applyAsDouble(scores.all()));
            intervals.get(i).ifPresent(interval -> parent(place).add(name(place) + "_95", ends(interval)));
        }
    }

    private static JsonArray ends(final Interval interval) {
        final JsonArray ends = new JsonArray();
        ends.add(interval.low());
        ends.add(interval.high());
        return ends;
    }

    private void addMajority(final SubjectAgreement scores, final Intervals intervals) {
        parent(MAJORITY + "faces").addProperty("faces", scores.all().faces());
        addFigures(scores, ofMajority(scores.all()), figure -> MAJORITY + name(figure.path()), intervals);
    }

    /** @return accuracy and macro F1 */
    static List<Figure> ofMajority(final Agreement scores) {
        return Figures.of(scores).stream().filter(figure -> figure.path().equals("expressions.accuracy")
            || figure.path().equals("expressions.macro_f1_of_present")).toList();
    }

    private static String name(final String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** @return the object that a path lies in; made where it is missing */
    private JsonObject parent(final String path) {
        JsonObject at = json;
        final String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            if (!at.has(names[i])) at.add(names[i], new JsonObject());
            at = at.getAsJsonObject(names[i]);
        }
        return at;
    }

    private void addCounts(final EvaluatedSet set) {
        final Agreement scores = set.scores().all();
        final MultiTaskScore tasks = scores.tasks();
        json.addProperty("faces", scores.faces());
        json.addProperty("subjects", set.scores().subjects());
        json.addProperty("left_out_of_expressions", scores.faces() - tasks.expressions().count());
        json.addProperty("left_out_of_valence_arousal", scores.faces() - tasks.valence().count());
        set.leftOut().forEach(json::addProperty);
    }

    private void addDetails(final Agreement scores) {
        final MultiTaskScore tasks = scores.tasks();
        if (tasks.expressions().count() > 0) {
            addExpressions(tasks.expressions());
            addConfidence(scores.confidence());
        }
        for (final ActionUnit unit : tasks.labelledActionUnits())
            addUnit(unit, tasks.actionUnit(unit), scores.faces());
    }

    private void addExpressions(final Confusion confusion) {
        for (final Expression actual : Expression.values()) {
            final JsonObject one = parent("expressions." + actual.label() + ".faces");
            one.addProperty("faces", confusion.actual(actual.ordinal()));
            final JsonObject taken = new JsonObject();
            for (final Expression predicted : Expression.values())
                taken.addProperty(predicted.label(), confusion.count(actual.ordinal(), predicted.ordinal()));
            one.add("predicted", taken);
        }
    }

    private void addConfidence(final ConfidenceCurve curve) {
        final JsonArray steps = new JsonArray();
        for (int i = 0; i < 10; i++) {
            final double from = i / 10.0;
            if (!(curve.shareFrom(from) > 0)) continue;
            final JsonObject step = new JsonObject();
            step.addProperty("from", from);
            step.addProperty("share", curve.shareFrom(from));
            step.addProperty("accuracy", curve.accuracyFrom(from));
            steps.add(step);
        }
        json.getAsJsonObject("expressions").add("by_confidence", steps);
    }

    private void addCheekGrey(final List<CheekGrey.Level> levels) {
        if (levels.isEmpty()) return;
        final JsonArray all = new JsonArray();
        levels.forEach(level -> all.add(new Gson().toJsonTree(level)));
        json.getAsJsonObject("expressions").add("by_cheek_grey", all);
    }

    private void addUnit(final ActionUnit unit, final BinaryScore counts, final long faces) {
        final JsonObject one = parent("action_units." + unit.name() + ".positives");
        one.addProperty("left_out", faces - counts.count());
        one.addProperty("positives", counts.positives());
    }
}
