package org.affectj.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.affectj.WholeFile;
import org.affectj.metrics.Agreement;
import org.affectj.metrics.BinaryScore;
import org.affectj.metrics.Calibration;
import org.affectj.metrics.Confusion;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.EvaluatedSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfree.chart.JFreeChart;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The folder of one evaluated set: tables and pictures of its figures. Of {@code action_units.csv},
 * {@code thresholds.csv}, {@code confusion.csv}, {@code reliability.csv} and the PNG files of the same names,
 * {@code valence_arousal.png} and {@code f1.png}, those are written for which there are labels.
 */
public final class EvaluationFolder {

    private static final List<String> FIGURES = List.of("f1", "precision", "recall", "kappa", "roc_auc",
        "average_precision", "brier", "expected_calibration_error");

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
        if (scores.tasks().expressions().count() > 0) {
            table("confusion.csv", this::confusion);
            picture("confusion.png", List.of(ConfusionChart.of(set.name(), scores.tasks().expressions())), 1, 1000,
                800);
        }
        if (figures.has("action_units")) {
            table("action_units.csv", this::actionUnits);
            table("thresholds.csv", this::thresholds);
            picture("f1.png", List.of(ActionUnitChart.of(set.name(), figures.getAsJsonObject("action_units"))), 1,
                900, 700);
            picture("thresholds.png",
                labelled().stream().map(unit -> ThresholdChart.of(unit, scores.curve(unit))).toList(), 3, 560, 420);
        }
        if (scores.tasks().expressions().count() > 0 || figures.has("action_units")) {
            table("reliability.csv", this::reliability);
            picture("reliability.png", List.of(ReliabilityChart.of(set.name(), scores)), 1, 800, 800);
        }
        if (scores.tasks().valence().count() > 0)
            picture("valence_arousal.png",
                List.of(
                    AffectChart.of("Valence", "unpleasant to pleasant", set.scores().valence(),
                        scores.tasks().valence()),
                    AffectChart.of("Arousal", "calm to excited", set.scores().arousal(), scores.tasks().arousal())),
                2, 720, 760);
    }

    private List<ActionUnit> labelled() {
        return Arrays.stream(ActionUnit.values()).filter(unit -> scores.tasks().actionUnit(unit).count() > 0).toList();
    }

    private void picture(final String name, final List<JFreeChart> charts, final int columns, final int width,
        final int height)
    {
        ChartStyle.write(folder.resolve(name), charts, columns, width, height);
    }

    /** Writes the rows of a table. */
    @FunctionalInterface
    private interface Rows {

        void to(CSVPrinter csv) throws IOException;
    }

    private void table(final String name, final Rows rows) {
        WholeFile.write(folder.resolve(name), part -> {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part),
                CSVFormat.DEFAULT.builder().setRecordSeparator('\n').build())) {
                rows.to(csv);
            }
        });
    }

    private void actionUnits(final CSVPrinter csv) throws IOException {
        final List<String> header = new ArrayList<>(List.of("action_unit", "action", "faces", "positives"));
        for (final String figure : FIGURES)
            header.addAll(List.of(figure, figure + "_low", figure + "_high"));
        csv.printRecord(header);
        for (final ActionUnit unit : labelled()) {
            final JsonObject one = figures.getAsJsonObject("action_units").getAsJsonObject(unit.name());
            final List<String> cells = new ArrayList<>(List.of(unit.name(), unit.action(),
                Long.toString(scores.tasks().actionUnit(unit).count()), one.get("positives").getAsString()));
            for (final String figure : FIGURES)
                addFigure(cells, one, figure);
            csv.printRecord(cells);
        }
    }

    private static void addFigure(final List<String> cells, final JsonObject one, final String figure) {
        final JsonArray ends = one.getAsJsonArray(figure + "_95");
        cells.add(one.has(figure) ? number(one.get(figure).getAsDouble()) : "");
        cells.add(ends == null ? "" : number(ends.get(0).getAsDouble()));
        cells.add(ends == null ? "" : number(ends.get(1).getAsDouble()));
    }

    private void thresholds(final CSVPrinter csv) throws IOException {
        csv.printRecord("action_unit", "threshold", "precision", "recall", "f1", "kappa");
        for (final ActionUnit unit : labelled())
            for (int percent = 0; percent <= 100; percent++) {
                final BinaryScore score = scores.curve(unit).at(percent / 100.0);
                csv.printRecord(unit.name(), String.format(Locale.ROOT, "%.2f", percent / 100.0),
                    number(score.precision()), number(score.recall()), number(score.f1()), number(score.kappa()));
            }
    }

    private void confusion(final CSVPrinter csv) throws IOException {
        final List<String> header = new ArrayList<>(List.of("true", "faces"));
        Arrays.stream(Expression.values()).map(Expression::label).forEach(header::add);
        csv.printRecord(header);
        final Confusion confusion = scores.tasks().expressions();
        for (final Expression actual : Expression.values()) {
            final List<Object> cells = new ArrayList<>(List.of(actual.label(), confusion.actual(actual.ordinal())));
            for (final Expression predicted : Expression.values())
                cells.add(confusion.count(actual.ordinal(), predicted.ordinal()));
            csv.printRecord(cells);
        }
    }

    private void reliability(final CSVPrinter csv) throws IOException {
        csv.printRecord("what", "from", "to", "faces", "mean_probability", "share");
        for (final ActionUnit unit : labelled())
            bins(csv, unit.name(), scores.calibration(unit));
        if (scores.expressionCalibration().count() > 0) bins(csv, "expression", scores.expressionCalibration());
    }

    private static void bins(final CSVPrinter csv, final String what, final Calibration calibration) throws IOException {
        for (final Calibration.Bin bin : calibration.bins())
            csv.printRecord(what, bin.from(), bin.to(), bin.count(),
                bin.count() == 0 ? "" : number(bin.meanProbability()), bin.count() == 0 ? "" : number(bin.share()));
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
