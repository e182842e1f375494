package org.affectj.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.affectj.AffectException;
import org.affectj.InputFile;
import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of faces whose tracks are corrected by hand. The table as AffectJ wrote it is kept as
 * {@code NAME.csv.original}, and what was done is listed in {@code NAME-tracks.csv}, to be repeated after another
 * analysis. Tables are gone through row by row, whatever their length; all else in them stays as it is.
 */
public final class TrackTable {

    private static final CSVFormat FORMAT =
        CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path table;
    private final Path original;
    private final Path list;

    /**
     * @param named a table of faces, or a folder that holds one
     * @throws AffectException if it isn't there, or the folder holds several
     */
    public TrackTable(final Path named) {
        final List<Path> tables = FaceTables.of(List.of(named));
        if (tables.size() != 1) throw new AffectException("The folder '" + named + "' holds " + tables.size()
            + " tables of faces: name the one whose tracks are to be corrected.");
        table = tables.get(0);
        InputFile.check(table, "table");
        final String name = table.getFileName().toString();
        original = table.resolveSibling(name + ".original");
        list = table.resolveSibling(name.replaceFirst("\\.csv$", "") + "-tracks.csv");
    }

    /** @return the list of what was done */
    public Path list() {
        return list;
    }

    /**
     * Makes two tracks one.
     *
     * @param track number that vanishes
     * @param into number that both have then
     * @throws AffectException if there is no such track, or both are in sight in one frame
     */
    public void merge(final int track, final int into) {
        edit(new TrackEdit(TrackEdit.Action.MERGE, track, into, 1));
    }

    /**
     * Makes one track two.
     *
     * @param track its number, which rows before the frame keep
     * @param frame from which on rows get the new number
     * @return the new number, one above all others
     * @throws AffectException if the track isn't in sight before the frame and from it on
     */
    public int split(final int track, final int frame) {
        final int free = TrackSights.of(this).last() + 1;
        edit(new TrackEdit(TrackEdit.Action.SPLIT, track, free, frame));
        return free;
    }

    /**
     * Gives a track another number.
     *
     * @param track its number
     * @param to the new number, which no track has
     * @throws AffectException if there is no such track, or another has the new number
     */
    public void rename(final int track, final int to) {
        edit(new TrackEdit(TrackEdit.Action.RENAME, track, to, 1));
    }

    /**
     * Writes a table with a row for every frame and every track, in this order, that says whether the person was seen:
     * {@code seen}, {@code lost} (not in this frame, but before and after it), {@code absent} (before the first or
     * after the last sight) or {@code unreadable} (nothing is known of the frame).
     *
     * @param file to write; replaced if it exists
     * @throws AffectException if it can't be written, or the table isn't as AffectJ wrote it
     */
    public void writePresence(final Path file) {
        final TrackSights sights = TrackSights.of(this);
        CsvTable.write(file, List.of("frame", "time", "track", "status"), out -> rows(parser -> {
            int last = 0;
            for (final CSVRecord record : parser) {
                if (frame(record) == last) continue; // another face of the same frame
                last = frame(record);
                final boolean unreadable = record.get("status").equals(FaceRecord.UNREADABLE);
                for (final int track : sights.tracks()) out.row(last, record.get("time"), track,
                    unreadable ? FaceRecord.UNREADABLE : sights.status(track, last));
            }
        }));
    }

    private void edit(final TrackEdit edit) {
        final List<TrackEdit> all = new ArrayList<>(Files.exists(list) ? read(list) : List.of());
        TrackSights.of(this).check(edit);
        all.add(edit);
        if (!Files.exists(original)) keepOriginal();
        write(List.of(edit));
        writeList(all);
    }

    /**
     * Repeats what was done to an earlier table of the same video, after it was analysed again.
     *
     * @param edits the list that was written then
     * @return how many edits there were
     * @throws AffectException if one of them doesn't fit the table, which stays as it was then
     */
    public int repeat(final Path edits) {
        final List<TrackEdit> all = read(edits);
        final TrackSights sights = TrackSights.of(this);
        for (final TrackEdit edit : all) {
            sights.check(edit);
            sights.apply(edit);
        }
        keepOriginal();
        write(all);
        writeList(all);
        return all.size();
    }

    /**
     * Puts the table back as AffectJ wrote it, and forgets what was done.
     *
     * @throws AffectException if nothing was done, or that fails
     */
    public void undo() {
        if (!Files.exists(original)) throw new AffectException("The tracks of '" + table
            + "' weren't corrected: there is nothing to undo.");
        copy(original, table);
        try {
            Files.deleteIfExists(list);
            Files.delete(original);
        } catch (final IOException e) {
            throw new AffectException("The file '" + original + "' can't be deleted: see that its folder is writable.",
                e);
        }
    }

    private void keepOriginal() {
        copy(table, original);
    }

    private static void copy(final Path from, final Path to) {
        WholeFile.write(to, part -> Files.copy(from, part));
    }

    private static List<TrackEdit> read(final Path list) {
        final List<TrackEdit> edits = new ArrayList<>();
        try (TableFile rows = TableFile.open(list)) {
            TrackEdit.HEADINGS.forEach(rows::require);
            rows.forEach(row -> edits.add(TrackEdit.of(row)));
        }
        return edits;
    }

    private void writeList(final List<TrackEdit> edits) {
        CsvTable.write(list, TrackEdit.HEADINGS, rows -> edits.forEach(edit -> rows.row(edit.cells())));
    }

    /** Goes through the rows that have a track. */
    void forEach(final TrackRow row) {
        rows(parser -> {
            for (final CSVRecord record : parser) {
                final String track = record.get("track");
                if (!track.isEmpty()) row.take(frame(record), Integer.parseInt(track));
            }
        });
    }

    /** Takes a row. */
    @FunctionalInterface
    interface TrackRow {

        /** @param track the number of the face in a frame */
        void take(int frame, int track);
    }

    private void write(final List<TrackEdit> edits) {
        rows(parser -> WholeFile.write(table, part -> {
            try (CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                out.printRecord(parser.getHeaderNames());
                final int column = parser.getHeaderMap().get("track");
                for (final CSVRecord record : parser) {
                    final String[] cells = record.values();
                    if (!cells[column].isEmpty()) cells[column] = Integer.toString(edited(record, edits));
                    out.printRecord((Object[]) cells);
                }
            }
        }));
    }

    private static int edited(final CSVRecord record, final List<TrackEdit> edits) {
        int track = Integer.parseInt(record.get("track"));
        for (final TrackEdit edit : edits) track = edit.apply(track, frame(record));
        return track;
    }

    private static int frame(final CSVRecord record) {
        return Integer.parseInt(record.get("frame"));
    }

    private void rows(final Consumer<CSVParser> work) {
        try (Reader reader = Files.newBufferedReader(table); CSVParser parser = FORMAT.parse(reader)) {
            work.accept(parser);
        } catch (final IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new AffectException("The table '" + table
                + "' isn't as AffectJ wrote it: give a table that has the columns frame and track.", e);
        }
    }

    /** @return the table's file, as messages name it */
    @Override
    public String toString() {
        return table.toString();
    }
}
