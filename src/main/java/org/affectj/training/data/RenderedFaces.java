package org.affectj.training.data;

import java.nio.file.Path;
import java.util.Optional;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * Rendered faces with exact action units: a folder of pictures with an {@code annotations.csv} of image, split,
 * subject, expression (empty where the action units are a random mix), intensities AU01 … AU26 in [0, 1], pose and 68
 * points. An action unit is present from an intensity of 0.2.
 */
public final class RenderedFaces implements DataSet {

    /** The intensity from which an action unit counts as present. */
    public static final double PRESENT = 0.2;

    /** How much the expression that a rendered face acts counts against one that people judged. */
    private static final float EXPRESSION_WEIGHT = 0.5f;

    private final Path table;
    private final Pictures pictures;

    /** @param folder holds annotations.csv and the pictures that it names */
    public RenderedFaces(final Path folder) {
        table = folder.resolve("annotations.csv");
        pictures = Pictures.in(folder);
    }

    @Override
    public DataFormat format() {
        return DataFormat.RENDERED;
    }

    @Override
    public String name() {
        return "rendered";
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(table);
    }

    @Override
    public void forEach(final FaceVisitor visitor) {
        try (Table rows = Table.open(table)) {
            rows.forEach(visitor, RenderedFaces::face);
        }
    }

    private static FaceExample face(final Table.Row row) {
        return new FaceExample(row.text("image"), row.where(), row.split(), row.text("subject"), labels(row),
            Optional.empty(), Optional.of(LandmarkRows.points(row)), 0);
    }

    private static Labels labels(final Table.Row row) {
        final ActionUnit[] units = ActionUnit.values();
        final boolean[] present = new boolean[units.length];
        for (int i = 0; i < units.length; i++)
            present[i] = row.number(units[i].name(), 0, 1) >= PRESENT;
        return Labels.ofActionUnits(present, expression(row), EXPRESSION_WEIGHT);
    }

    private static Optional<Expression> expression(final Table.Row row) {
        if (!row.has("expression")) return Optional.empty();
        for (final Expression expression : Expression.values())
            if (expression.label().equalsIgnoreCase(row.text("expression"))) return Optional.of(expression);
        throw row.error("the expression '" + row.text("expression") + "' is unknown");
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }
}
