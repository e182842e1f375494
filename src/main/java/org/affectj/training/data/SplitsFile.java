package org.affectj.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.affectj.AffectException;
import org.affectj.WholeFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@link Splits} in a file: a line {@code # fingerprint: …}, then a table of two columns, {@code subject} (or
 * {@code video}, or {@code frame}) and {@code split}.
 */
public final class SplitsFile {

    private static final String FINGERPRINT = "# fingerprint: ";
    private static final CSVFormat FORMAT =
        CSVFormat.DEFAULT.builder().setCommentMarker('#').setRecordSeparator('\n').get();

    private SplitsFile() {
    }

    /**
     * @param splits to write
     * @param file to write; replaced if it exists
     * @throws AffectException if that fails
     */
    public static void write(final Splits splits, final Path file) {
        WholeFile.write(file, part -> {
            try (Writer out = Files.newBufferedWriter(part); CSVPrinter rows = new CSVPrinter(out, FORMAT)) {
                out.write(FINGERPRINT + splits.fingerprint() + "\n");
                rows.printRecord(splits.by(), "split");
                for (final Map.Entry<String, Split> group : splits.groups().entrySet())
                    rows.printRecord(group.getKey(), group.getValue());
            }
        });
    }

    /**
     * @param file written by {@link #write}
     * @return what it says
     * @throws AffectException if it is something else
     */
    public static Splits read(final Path file) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            final String first = in.readLine();
            if (first == null || !first.startsWith(FINGERPRINT)) throw other(file, null);
            return read(first.substring(FINGERPRINT.length()).strip(), in, file);
        } catch (final IOException | IllegalArgumentException e) {
            throw other(file, e);
        }
    }

    private static Splits read(final String fingerprint, final BufferedReader in, final Path file) throws IOException {
        final Map<String, Split> groups = new TreeMap<>();
        SplitBy by = null;
        for (final CSVRecord row : FORMAT.parse(in)) {
            if (row.size() != 2) throw other(file, null);
            if (by == null) by = by(row.get(0), file);
            else groups.put(row.get(0), Split.named(row.get(1)).orElseThrow(() -> new AffectException(file + ": "
                + row.get(0) + " is in the split '" + row.get(1) + "', train, validation or test is expected.")));
        }
        if (by == null) throw other(file, null);
        return new Splits(by, fingerprint, groups);
    }

    private static SplitBy by(final String name, final Path file) {
        return Arrays.stream(SplitBy.values()).filter(by -> by.toString().equals(name)).findFirst()
            .orElseThrow(() -> other(file, null));
    }

    private static AffectException other(final Path file, final Exception cause) {
        return new AffectException("The splits " + file
            + " can't be read: give a file that 'affectj data split' has written.", cause);
    }
}
