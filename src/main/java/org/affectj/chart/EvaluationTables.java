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
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The tables of an evaluated set as CSV files: what the charts show, in numbers. */
final class EvaluationTables {

    private static final List<String> FIGURES = List.of("f1", "precision", "recall", "kappa", "roc_auc",
        "average_precision", "brier", "expected_calibration_error");

    private final Path folder;
    private final Agreement scores;
    private final JsonObject figures;

    EvaluationTables(final Path folder, final Agreement scores, final JsonObject figures) {
        this.folder = folder;
        this.scores = scores;
        this.figures = figures;
    }

    /** Writes those tables for which there are labels. */
    void write() {
        final boolean expressions = scores.tasks().expressions().count() > 0;
        if (expressions) table("confusion.csv", this::confusion);
        if (figures.has("action_units")) {
            table("action_units.csv", this::actionUnits);
            table("thresholds.csv", this::thresholds);
        }
        if (expressions || figures.has("action_units")) table("reliability.csv", this::reliability);
    }

    /** Writes the rows of a table. */
    @FunctionalInterface
    private interface Rows {

        void to(CSVPrinter csv) throws IOException;
    }

    private void table(final String name, final Rows rows) {
        WholeFile.write(folder.resolve(name), part -> {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                rows.to(csv);
            }
        });
    }

    private void actionUnits(final CSVPrinter csv) throws IOException {
        final List<String> header = new ArrayList<>(List.of("action_unit", "action", "faces", "positives"));
        for (final String figure : FIGURES)
            header.addAll(List.of(figure, figure + "_low", figure + "_high"));
        csv.printRecord(header);
        for (final ActionUnit unit : scores.tasks().labelledActionUnits()) {
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
        for (final ActionUnit unit : scores.tasks().labelledActionUnits())
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
        for (final ActionUnit unit : scores.tasks().labelledActionUnits())
            bins(csv, unit.name(), scores.calibration(unit));
        if (scores.expressionCalibration().count() > 0) bins(csv, "expression", scores.expressionCalibration());
    }

    private static void bins(final CSVPrinter csv, final String what, final Calibration calibration)
        throws IOException
    {
        for (final Calibration.Bin bin : calibration.bins())
            csv.printRecord(what, bin.from(), bin.to(), bin.count(),
                bin.count() == 0 ? "" : number(bin.meanProbability()), bin.count() == 0 ? "" : number(bin.share()));
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
