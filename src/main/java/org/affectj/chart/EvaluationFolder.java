package org.affectj.chart;

import java.nio.file.Path;
import java.util.List;

import org.affectj.metrics.Agreement;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.training.EvaluatedSet;
import org.jfree.chart.JFreeChart;

import com.google.gson.JsonObject;

/**
 * The folder of one evaluated set: tables and pictures of its figures. Of {@code action_units.csv},
 * {@code thresholds.csv}, {@code confusion.csv}, {@code reliability.csv} and the PNG files of the same names,
 * {@code valence_arousal.png} and {@code f1.png}, those are written for which there are labels.
 */
public final class EvaluationFolder {

    private final Path folder;
    private final EvaluatedSet set;
    private final Agreement scores;
    private final JsonObject figures;

    /**
     * @param parent the folder of the evaluation
     * @param set what was evaluated
     * @param figures its figures, from {@link org.affectj.training.EvaluationReport}
     */
    public EvaluationFolder(final Path parent, final EvaluatedSet set, final JsonObject figures) {
        folder = parent.resolve(set.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^[.]+", "_"));
        this.set = set;
        this.scores = set.scores().all();
        this.figures = figures;
    }

    /** Writes all tables and pictures; those of the same names that are there are replaced. */
    public void write() {
        new EvaluationTables(folder, scores, figures).write();
        final MultiTaskScore tasks = scores.tasks();
        final boolean expressions = tasks.expressions().count() > 0;
        final boolean units = figures.has("action_units");
        if (expressions)
            picture("confusion.png", 1000, 800, List.of(ConfusionChart.of(set.name(), tasks.expressions())), 1);
        if (units) drawActionUnits();
        if (expressions || units)
            picture("reliability.png", 800, 800, List.of(ReliabilityChart.of(set.name(), scores)), 1);
        if (tasks.valence().count() > 0) drawAffect(tasks);
    }

    private void drawActionUnits() {
        final JsonObject units = figures.getAsJsonObject("action_units");
        picture("f1.png", 900, 700, List.of(ActionUnitChart.of(set.name(), units)), 1);
        picture("thresholds.png", 560, 420, scores.tasks().labelledActionUnits().stream()
            .map(unit -> ThresholdChart.of(unit, scores.curve(unit))).toList(), 3);
    }

    private void drawAffect(final MultiTaskScore tasks) {
        final JFreeChart valence =
            AffectChart.of("Valence", "unpleasant to pleasant", set.scores().valence(), tasks.valence());
        final JFreeChart arousal =
            AffectChart.of("Arousal", "calm to excited", set.scores().arousal(), tasks.arousal());
        picture("valence_arousal.png", 720, 760, List.of(valence, arousal), 2);
    }

    private void picture(final String name, final int width, final int height, final List<JFreeChart> charts,
        final int columns)
    {
        ChartStyle.write(folder.resolve(name), charts, columns, width, height);
    }
}
