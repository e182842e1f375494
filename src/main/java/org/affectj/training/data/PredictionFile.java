package org.affectj.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.ByteOrderMark;
import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;

/**
 * What any model says of faces, read from a CSV file: as {@link PredictionWriter} makes it, or any table with a column
 * {@code image} and the columns that a model fills, or the multi-task challenge's format (METHOD 4). An empty cell is a
 * prediction that there isn't.
 */
public final class PredictionFile {

    private static final int UNITS = ActionUnit.values().length;

    /** How a file of the challenge begins; it names 5 columns of 16. */
    private static final String CHALLENGE = "image,valence,arousal,expression,aus";
    /** How far single precision may carry a value over the end of its range. */
    private static final double ROUNDING = 1e-6;

    private final Path file;

    /** Takes a face. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * @param set the name of its data set; the file's name where the file doesn't say
         * @param split its split; empty where the file doesn't say
         * @param face the face; its truth is empty where the file has none
         */
        void visit(String set, Optional<Split> split, JudgedFace face);
    }

    /** @param file to read */
    public PredictionFile(final Path file) {
        this.file = file;
    }

    /** @return its path */
    public Path file() {
        return file;
    }

    /** @return the name of a data set that the file doesn't name */
    public String name() {
        return file.getFileName().toString().replaceFirst("[.][^.]*$", "");
    }

    /**
     * Reads all faces in the file's order.
     *
     * @param visitor takes each
     * @throws AffectException if a row is wrong; names file and line
     */
    public void forEach(final Visitor visitor) {
        if (isChallenge()) {
            ChallengeFaces.forEachRow(file,
                row -> visitor.visit(name(), Optional.empty(), face(ChallengeFaces.face(row, Split.TEST))));
            return;
        }
        try (Table rows = Table.open(file)) {
            if (rows.columns().stream().noneMatch(PredictionColumns.said()::contains))
                throw new AffectException(file + ", line 1: there is no column of predictions; give one of "
                    + String.join(", ", PredictionColumns.said()) + ".");
            for (final Table.Row row : rows)
                visitor.visit(row.has("set") ? row.text("set") : name(),
                    row.has("split") ? Optional.of(row.split()) : Optional.empty(), face(row));
        }
    }

    private boolean isChallenge() {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            ByteOrderMark.skip(in);
            return CHALLENGE.equals(String.valueOf(in.readLine()).strip());
        } catch (final IOException e) {
            throw new AffectException("The predictions " + file + " can't be read: see that the file is there.", e);
        }
    }

    private static JudgedFace face(final FaceExample row) {
        final Truth said = row.labels().truth();
        final float[] units = new float[UNITS];
        for (int i = 0; i < UNITS; i++)
            units[i] = (float) said.actionUnits()[i];
        final Prediction prediction = new Prediction(units, certain(said.expression()), (float) said.valence(),
            (float) said.arousal());
        return new JudgedFace(row.image(), row.subject(), Truth.unknown(), Double.NaN, Double.NaN, prediction,
            halves(prediction));
    }

    private static float[] certain(final Optional<Expression> expression) {
        if (expression.isPresent()) return Labels.certain(expression.get());
        final float[] unknown = new float[Expression.values().length];
        Arrays.fill(unknown, Float.NaN);
        return unknown;
    }

    private static boolean[] halves(final Prediction prediction) {
        final boolean[] present = new boolean[UNITS];
        for (int i = 0; i < UNITS; i++)
            present[i] = prediction.actionUnits()[i] >= 0.5f;
        return present;
    }

    private static JudgedFace face(final Table.Row row) {
        final String image = row.text("image");
        final Prediction prediction = new Prediction(units(row), expressions(row), number(row, "valence", -1),
            number(row, "arousal", -1));
        final boolean[] present = halves(prediction);
        for (final ActionUnit unit : ActionUnit.values()) {
            final String column = unit.name() + PredictionColumns.PRESENT;
            if (row.has(column)) present[unit.ordinal()] = row.number(column, 0, 1) == 1;
        }
        return new JudgedFace(image, row.has("subject") ? row.text("subject") : image, truth(row),
            number(row, PredictionColumns.WEAK + "valence", -1), number(row, PredictionColumns.WEAK + "arousal", -1),
            prediction, present);
    }

    private static Truth truth(final Table.Row row) {
        final double[] units = new double[UNITS];
        for (final ActionUnit unit : ActionUnit.values())
            units[unit.ordinal()] = number(row, PredictionColumns.TRUE + unit.name(), 0);
        return new Truth(LabelTable.expression(row, PredictionColumns.TRUE + "expression"), units,
            number(row, PredictionColumns.TRUE + "valence", -1), number(row, PredictionColumns.TRUE + "arousal", -1));
    }

    private static float[] units(final Table.Row row) {
        final float[] units = new float[UNITS];
        for (final ActionUnit unit : ActionUnit.values()) {
            units[unit.ordinal()] = number(row, unit.name(), 0);
            final String present = unit.name() + PredictionColumns.PRESENT;
            if (!row.has(unit.name()) && row.has(present)) units[unit.ordinal()] = number(row, present, 0);
        }
        return units;
    }

    private static float[] expressions(final Table.Row row) {
        final List<String> names = Arrays.stream(Expression.values()).map(Expression::label).toList();
        if (!names.stream().allMatch(row::has)) return certain(LabelTable.expression(row, "expression"));
        final float[] probabilities = new float[names.size()];
        for (int i = 0; i < probabilities.length; i++)
            probabilities[i] = number(row, names.get(i), 0);
        return probabilities;
    }

    /** A number up to 1; NaN for an empty cell or a column that isn't there. */
    private static float number(final Table.Row row, final String column, final double from) {
        if (!row.has(column)) return Float.NaN;
        final double value = row.number(column);
        if (value < from - ROUNDING || value > 1 + ROUNDING) return (float) row.number(column, from, 1);
        return (float) value;
    }
}
