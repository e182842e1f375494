package org.affectj.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.ByteOrderMark;
import org.affectj.InputFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a line of headings, read row by row; spaces around cells don't count. Errors name file and line. */
final class TableFile implements Iterable<TableFile.Row>, AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader()
        .setSkipHeaderRecord(true).setTrim(true).setIgnoreSurroundingSpaces(true)
        .setAllowMissingColumnNames(true).get(); // pandas names no column of its row numbers

    private final Path file;
    private final CSVParser parser;
    private final long skipped;

    private TableFile(final Path file, final CSVParser parser, final long skipped) {
        this.file = file;
        this.parser = parser;
        this.skipped = skipped;
    }

    /** @return the table, with commas between cells, and its headings in the first line */
    static TableFile open(final Path file) {
        return open(file, ',', 0);
    }

    /**
     * @param separator between cells
     * @param skipped how many lines come before the headings
     * @return the table
     * @throws AffectException if it isn't there or isn't a table
     */
    static TableFile open(final Path file, final char separator, final int skipped) {
        InputFile.check(file, "table");
        try {
            final BufferedReader reader = Files.newBufferedReader(file);
            ByteOrderMark.skip(reader);
            for (int i = 0; i < skipped; i++)
                reader.readLine();
            return new TableFile(file, FORMAT.builder().setDelimiter(separator).get().parse(reader), skipped);
        } catch (final IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new AffectException("The file '" + file + "' isn't a table: give a CSV file with headings in "
                + "its first line.", e);
        }
    }

    /** @return the file */
    Path file() {
        return file;
    }

    /** @return the headings, in order */
    List<String> headings() {
        return parser.getHeaderNames();
    }

    /** @throws AffectException unless the table has a column */
    void require(final String column) {
        if (!headings().contains(column))
            throw new AffectException("The table '" + file + "' has no column '" + column + "': give one that has.");
    }

    @Override
    public Iterator<Row> iterator() {
        final Iterator<CSVRecord> records = parser.iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (final IllegalStateException | UncheckedIOException e) {
                    throw new AffectException("The table '" + file + "' can't be read after line " + line()
                        + ": see that the file is whole.", e);
                }
            }

            @Override
            public Row next() {
                return new Row(records.next(), line());
            }
        };
    }

    private long line() {
        return skipped + parser.getCurrentLineNumber();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row. */
    final class Row {

        private final CSVRecord cells;
        private final long line;

        private Row(final CSVRecord cells, final long line) {
            this.cells = cells;
            this.line = line;
        }

        /** @return a cell; empty if it is, if the row is too short or the table has no such column */
        String text(final String column) {
            return cells.isSet(column) ? cells.get(column) : "";
        }

        /** @return a cell that holds something */
        Optional<String> given(final String column) {
            return Optional.of(text(column)).filter(cell -> !cell.isEmpty());
        }

        /** @return a cell; NaN for one that is empty or isn't there */
        double number(final String column) {
            final String text = text(column);
            if (text.isEmpty() || text.equalsIgnoreCase("nan")) return Double.NaN;
            try {
                return Double.parseDouble(text);
            } catch (final NumberFormatException e) {
                throw error("the column '" + column + "' holds '" + text + "', where a number is expected");
            }
        }

        /** @return a cell that must hold a number */
        double needed(final String column) {
            final double number = number(column);
            if (Double.isNaN(number)) throw error("the column '" + column + "' is empty, where a number is expected");
            return number;
        }

        /** @return what is wrong with this row, in a sentence that names file and line */
        AffectException error(final String what) {
            return new AffectException("The table '" + file + "', line " + line + ": " + what + ".");
        }
    }
}
