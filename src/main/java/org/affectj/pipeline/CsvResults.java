package org.affectj.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes face records to a CSV file as they come: UTF-8, commas, points as decimal separators, in every locale. */
public final class CsvResults implements AutoCloseable {

    /** How all CSV files of AffectJ are written. */
    public static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final List<ResultColumn> columns;
    private final CSVPrinter csv;

    /**
     * Begins a file with the columns' headings.
     *
     * @param file to write; replaced if it exists
     * @param columns from {@link ResultColumns}
     * @throws UncheckedIOException if it can't be written
     */
    public CsvResults(final Path file, final List<ResultColumn> columns) {
        this.columns = columns;
        try {
            csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT);
            csv.printRecord(columns.stream().map(ResultColumn::name));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a row.
     *
     * @throws UncheckedIOException if that fails
     */
    public void write(final FaceRecord face) {
        try {
            csv.printRecord(columns.stream().map(column -> column.cell(face)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
