package org.affectj.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.affectj.AffectException;

/** What is true of pictures that needn't be there: a table of labels, or a file of the multi-task challenge. */
public final class TruthFile {

    private final Path file;
    private final boolean challenge;

    /**
     * What is known of one picture.
     *
     * @param image its name
     * @param subject who it shows; the image's name where that isn't known
     * @param split its split; empty where the file doesn't say
     * @param labels what is known
     */
    public record Row(String image, String subject, Optional<Split> split, Labels labels) {

        private static Row of(final FaceExample face, final Optional<Split> split) {
            return new Row(face.image(), face.subject(), split, face.labels());
        }
    }

    /**
     * @param source {@code csv:FILE} or {@code saffwild2:FILE}
     * @throws AffectException if it is neither, or missing
     */
    public TruthFile(final String source) {
        final int colon = source.indexOf(':');
        final String format = colon < 0 ? "" : source.substring(0, colon);
        if (!format.equals("csv") && !format.equals("saffwild2"))
            throw new AffectException("The truth '" + source + "' has no known format: give csv:FILE for a table of "
                + "labels, or saffwild2:FILE for a file of annotations.");
        challenge = format.equals("saffwild2");
        file = Path.of(source.substring(colon + 1));
        if (!Files.isRegularFile(file))
            throw new AffectException("The truth " + file + " is missing: give the path of the file.");
    }

    /**
     * Reads all rows in the file's order.
     *
     * @param visitor takes each
     * @throws AffectException if a row is wrong; names file and line
     */
    public void forEach(final Consumer<Row> visitor) {
        if (challenge) {
            ChallengeFaces.forEachRow(file, row -> visitor.accept(
                Row.of(ChallengeFaces.face(row, Split.TEST), Optional.empty())));
            return;
        }
        try (Table rows = Table.open(file)) {
            LabelTable.checkColumns(file, rows.columns());
            for (final Table.Row row : rows)
                visitor.accept(Row.of(LabelTable.face(row),
                    row.has("split") ? Optional.of(row.split()) : Optional.empty()));
        }
    }
}
