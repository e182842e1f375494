package org.affectj.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;

/** Writes a CSV file row by row, whole or not at all; numbers have six decimals, what isn't known is an empty cell. */
public final class CsvTable {

    private final CSVPrinter csv;

    private CsvTable(final CSVPrinter csv) {
        this.csv = csv;
    }

    /** Writes the rows of a table. */
    @FunctionalInterface
    public interface Rows {

        /** @param table takes them */
        void to(CsvTable table);
    }

    /**
     * @param file to write; replaced if it exists
     * @param headings in order
     * @param rows what stands below
     * @throws org.affectj.AffectException if the file can't be written
     */
    public static void write(final Path file, final List<String> headings, final Rows rows) {
        WholeFile.write(file, part -> {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                csv.printRecord(headings);
                rows.to(new CsvTable(csv));
            }
        });
    }

    /** Adds a row: texts, whole numbers and fractions. */
    public void row(final List<?> cells) {
        try {
            csv.printRecord(cells.stream().map(CsvTable::cell));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row: texts, whole numbers and fractions. */
    public void row(final Object... cells) {
        row(Arrays.asList(cells));
    }

    private static String cell(final Object cell) {
        if (!(cell instanceof Double)) return cell.toString();
        final double number = (Double) cell;
        if (Double.isNaN(number)) return "";
        final String text = String.format(Locale.ROOT, "%.6f", number);
        return text.equals("-0.000000") ? text.substring(1) : text;
    }
}
