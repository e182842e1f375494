package org.affectj.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFile;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Joins the tables of the parts of a source to the table of the whole, in which people have their numbers. Memory holds
 * a few rows.
 */
public final class PartTables implements AutoCloseable {

    private static final String FRAME = "frame";
    private static final String TRACK = "track";

    private final List<Part> parts;
    private final CSVPrinter table;
    private int next;
    private Part part;
    private CSVParser parser;
    private Iterator<CSVRecord> rows;

    /**
     * What was written of a part.
     *
     * @param table from {@link CsvResults}
     * @param sights from {@link FaceAnalyzer#analyzePart}
     */
    public record Part(Path table, Path sights) {
    }

    private PartTables(final List<Part> parts, final CSVPrinter table) throws IOException {
        this.parts = parts;
        this.table = table;
        open();
        table.printRecord(parser.getHeaderNames());
    }

    /**
     * @param parts of the source, one or more, from its first to its last
     * @param tracking that of their analysis
     * @param table to write; replaced if it exists
     * @param progress counts parts; asked whether to go on
     * @throws AffectException if a part can't be read, is cut off or not in its place, if not one frame of the source
     *             could be read, or if the table can't be written
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static void join(final List<Part> parts, final Tracking tracking, final Path table,
        final Progress progress)
    {
        WholeFile.write(table, file -> {
            try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), CsvResults.FORMAT);
                PartTables tables = new PartTables(parts, printer))
            {
                final TrackJoin people = new TrackJoin(tracking, (frame, tracks) -> {
                    progress.throwIfCancelled();
                    tables.copy(frame, tracks);
                });
                for (int i = 0; i < parts.size(); i++) {
                    progress.update(i, parts.size(), table.getFileName().toString());
                    add(parts.get(i).sights(), people);
                }
                people.finish();
                tables.finish();
            }
        });
        progress.update(parts.size(), parts.size(), table.getFileName().toString());
    }

    private static void add(final Path sights, final TrackJoin people) {
        try (InputStream in = Files.newInputStream(sights)) {
            people.add(in);
        } catch (final IOException e) {
            throw broken(sights, e);
        }
    }

    /** Copies the rows of a frame, of which there is one if it has no face. */
    private void copy(final int frame, final List<Integer> tracks) {
        for (int i = 0; i < Math.max(1, tracks.size()); i++) {
            if (!hasRow()) throw broken(part.table, new IOException("its rows end before frame " + frame));
            final CSVRecord row = rows.next();
            if (!isOf(row, frame, !tracks.isEmpty())) throw broken(part.table,
                new IOException("row " + row.getRecordNumber() + " isn't that of frame " + frame));
            final String[] cells = row.values();
            if (!tracks.isEmpty()) cells[parser.getHeaderMap().get(TRACK)] = tracks.get(i).toString();
            write(cells);
        }
    }

    private static boolean isOf(final CSVRecord row, final int frame, final boolean face) {
        return row.isConsistent() && row.get(FRAME).equals(Integer.toString(frame)) && row.get(TRACK).isEmpty() != face;
    }

    private void write(final String[] cells) {
        try {
            table.printRecord((Object[]) cells);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        if (hasRow()) throw broken(part.table, new IOException("it has rows that its sights don't have"));
    }

    private boolean hasRow() {
        try {
            while (!rows.hasNext() && next < parts.size()) {
                close();
                open();
            }
            return rows.hasNext();
        } catch (final IOException | UncheckedIOException e) {
            throw broken(part.table, e);
        }
    }

    private void open() {
        part = parts.get(next++);
        try {
            parser = CSVParser.parse(part.table, StandardCharsets.UTF_8,
                CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get());
            rows = parser.iterator();
        } catch (final IOException e) {
            throw broken(part.table, e);
        }
        if (!parser.getHeaderMap().keySet().containsAll(List.of(FRAME, TRACK)))
            throw broken(part.table, new IOException("its headings are missing"));
    }

    private static AffectException broken(final Path file, final Exception cause) {
        return new AffectException("The file '" + file + "' isn't a whole part of an analysis (" + cause.getMessage()
            + "): analyse that part again.", cause);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
