package org.affectj.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;

/** Writes a prediction file: a row for each face, with all digits, so that figures from it are exactly the same. */
public final class PredictionWriter implements AutoCloseable {

    private final CSVPrinter csv;

    /**
     * @param file to make
     * @throws IOException if it can't be
     */
    public PredictionWriter(final Path file) throws IOException {
        csv = new CSVPrinter(Files.newBufferedWriter(file), CsvResults.FORMAT);
        csv.printRecord(PredictionColumns.all());
    }

    /** Writes one face. */
    public void write(final String set, final Split split, final JudgedFace face) {
        final List<String> cells = new ArrayList<>(List.of(set, split.toString(), face.image(), face.subject()));
        addTruth(cells, face.truth());
        cells.add(cell(face.weakValence()));
        cells.add(cell(face.weakArousal()));
        final Prediction said = face.prediction();
        for (final ActionUnit unit : ActionUnit.values())
            cells.add(cell(said.value(unit)));
        for (final ActionUnit unit : ActionUnit.values())
            cells.add(face.present()[unit.ordinal()] ? "1" : "0");
        for (final Expression expression : Expression.values())
            cells.add(cell(said.probability(expression)));
        cells.addAll(List.of(said.expression().label(), cell(said.valence()), cell(said.arousal())));
        try {
            csv.printRecord(cells);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addTruth(final List<String> cells, final Truth truth) {
        cells.add(truth.expression().map(Expression::label).orElse(""));
        cells.add(truth.knowsAffect() ? cell(truth.valence()) : "");
        cells.add(truth.knowsAffect() ? cell(truth.arousal()) : "");
        for (final ActionUnit unit : ActionUnit.values())
            cells.add(cell(truth.actionUnits()[unit.ordinal()]));
    }

    /** Labels and predictions are of single precision, so a float's shortest text holds all of them. */
    private static String cell(final double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
