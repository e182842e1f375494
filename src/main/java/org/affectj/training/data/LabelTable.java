package org.affectj.training.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * A CSV file of a user's own labels: a column {@code image} with paths from the file's folder, and any of
 * {@code subject}, {@code split}, {@code expression}, {@code valence}, {@code arousal}, {@code AU01} … {@code AU26}. An
 * empty cell is a label that isn't known. Pictures are aligned faces, as {@code affectj align} makes them. An action
 * unit is present from 0.5. Without a split, people are split by {@link Split#ofSubject}.
 */
public final class LabelTable implements DataSet {

    private static final List<String> LABELS = Stream.concat(Stream.of("expression", "valence", "arousal"),
        Arrays.stream(ActionUnit.values()).map(ActionUnit::name)).toList();
    private static final List<String> COLUMNS =
        Stream.concat(Stream.of("image", "subject", "split"), LABELS.stream()).toList();

    private final Path file;
    private final Pictures pictures;

    /** @param file the table */
    public LabelTable(final Path file) {
        this.file = file;
        pictures = Pictures.in(file.toAbsolutePath().getParent());
    }

    @Override
    public DataFormat format() {
        return DataFormat.CSV;
    }

    @Override
    public String name() {
        return file.getFileName().toString().replaceFirst("[.][^.]*$", "");
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(file);
    }

    @Override
    public void forEach(final FaceVisitor visitor) {
        try (Table rows = Table.open(file)) {
            checkColumns(file, rows.columns());
            rows.forEach(visitor, LabelTable::face);
        }
    }

    /** @return the face of a row */
    static FaceExample face(final Table.Row row) {
        final String image = row.text("image");
        final String subject = row.has("subject") ? row.text("subject") : image;
        final Split split = row.has("split") ? row.split() : Split.ofSubject(subject);
        return FaceExample.aligned(image, row.where(), split, subject, labels(row));
    }

    /** A misspelt column would be labels lost without a word. */
    static void checkColumns(final Path file, final List<String> columns) {
        for (final String column : columns)
            if (!COLUMNS.contains(column))
                throw new AffectException(file + ", line 1: the column '" + column + "' is unknown; the names are "
                    + String.join(", ", COLUMNS) + ".");
        if (columns.stream().noneMatch(LABELS::contains))
            throw new AffectException(file + ", line 1: there is no column of labels; give one of "
                + String.join(", ", LABELS) + ".");
    }

    private static Labels labels(final Table.Row row) {
        final ActionUnit[] all = ActionUnit.values();
        final float[] units = new float[all.length];
        final float[] weights = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            if (!row.has(all[i].name())) continue;
            units[i] = row.number(all[i].name(), 0, 1) >= 0.5 ? 1 : 0;
            weights[i] = 1;
        }
        final Optional<Expression> shown = expression(row, "expression");
        final boolean affect = row.has("valence") && row.has("arousal");
        return new Labels(shown.map(Labels::certain).orElseGet(() -> new float[Expression.values().length]),
            shown.isPresent() ? 1 : 0, shown, units, weights, affect ? (float) row.number("valence", -1, 1) : 0,
            affect ? (float) row.number("arousal", -1, 1) : 0, affect ? 1 : 0);
    }

    /** @return the expression that a column names by word or number; empty where the cell is */
    static Optional<Expression> expression(final Table.Row row, final String column) {
        if (!row.has(column)) return Optional.empty();
        final String text = row.text(column);
        if (text.matches("\\d+")) return Optional.of(Expression.values()[(int) row.number(column, 0, 7)]);
        return Optional.of(ExpressionNames.of(text).orElseThrow(() -> row.error("the expression is '" + text
            + "', one of " + ExpressionNames.known() + " is expected")));
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }
}
