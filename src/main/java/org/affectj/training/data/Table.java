package org.affectj.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import org.affectj.AffectException;
import org.affectj.ByteOrderMark;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header, gzipped if its name ends so, read row by row. Errors name file and line. */
final class Table implements Iterable<Table.Row>, AutoCloseable {

    private final Path file;
    private final CSVParser parser;

    private Table(final Path file, final CSVParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Table open(final Path file) {
        try {
            final InputStream raw = Files.newInputStream(file);
            final InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
            final BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8),
                1 << 16);
            ByteOrderMark.skip(reader);
            return new Table(file, CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).build().parse(reader));
        } catch (final IOException | IllegalArgumentException e) {
            throw new AffectException("The table " + file + " can't be read: see that it is there and is a CSV file.",
                e);
        }
    }

    /** @return the names of the columns */
    List<String> columns() {
        return parser.getHeaderNames();
    }

    /** Visits each row as what it says, or as a mistake. */
    void forEach(final FaceVisitor visitor, final Function<Row, FaceExample> reader) {
        for (final Row row : this) {
            final FaceExample face;
            try {
                face = reader.apply(row);
            } catch (final AffectException mistake) {
                visitor.mistake(Mistake.INVALID, mistake);
                continue;
            }
            visitor.face(face);
        }
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
                    throw new AffectException(
                        file + ", line " + parser.getCurrentLineNumber() + ": can't be read; the file is damaged.", e);
                }
            }

            @Override
            public Row next() {
                return new Row(records.next(), parser.getCurrentLineNumber());
            }
        };
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (final IOException e) {
            throw new AffectException("The table " + file + " can't be closed: " + e.getMessage(), e);
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

        boolean has(final String column) {
            return cells.isSet(column) && !cells.get(column).isEmpty();
        }

        String text(final String column) {
            if (!cells.isMapped(column)) throw error("the column " + column + " is missing from the table");
            if (!cells.isSet(column)) throw error("the row ends before its column " + column);
            return cells.get(column);
        }

        double number(final String column) {
            final String text = text(column);
            try {
                final double value = Double.parseDouble(text);
                if (Double.isFinite(value)) return value;
            } catch (final NumberFormatException e) {
                throw error(column + " is '" + text + "', a number is expected");
            }
            throw error(column + " is '" + text + "', a finite number is expected");
        }

        /** A number in a range, both ends included. */
        double number(final String column, final double from, final double to) {
            final double value = number(column);
            if (value < from || value > to)
                throw error(column + " is " + text(column) + ", outside of " + from + " to " + to);
            return value;
        }

        /** A whole number from 0. */
        int count(final String column) {
            final double value = number(column);
            if (value != Math.rint(value) || value < 0)
                throw error(column + " is '" + text(column) + "', a whole number from 0 is expected");
            return (int) value;
        }

        Split split() {
            return Split.named(text("split")).orElseThrow(
                () -> error("the split is '" + text("split") + "', train, validation or test is expected"));
        }

        /** @return file and line */
        String where() {
            return file + ", line " + line;
        }

        AffectException error(final String what) {
            return new AffectException(where() + ": " + what + ".");
        }
    }
}
