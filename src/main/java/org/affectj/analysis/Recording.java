package org.affectj.analysis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * The measures of a table of faces, person by person. The table is read once and its numbers are kept in a file that
 * vanishes with this object, so that a table of any length needs no more memory than one measure of one person.
 */
public final class Recording implements AutoCloseable {

    /** The column of times. */
    static final String TIME = "time";

    /** Identity, frame and time come before the measures of a row. */
    private static final int PLACE = 2 * Integer.BYTES + Double.BYTES;
    /** Rows that are read or written at once. */
    private static final int BLOCK = 1024;
    private static final int ROWS_TOLD = 10_000;

    private final Path table;
    private final String clock;
    private final List<String> channels;
    private final FileChannel rows;
    private final Map<Identity, Extent> extents = new LinkedHashMap<>();

    /** Where the rows of a person lie. */
    private static final class Extent {

        private final int number;
        private final long first;
        private long last;
        private int count;
        private double time = Double.NEGATIVE_INFINITY;

        private Extent(final int number, final long first) {
            this.number = number;
            this.first = first;
        }
    }

    /** Is shown the rows of a person. */
    private interface Visitor {

        /**
         * @param index counts the person's rows from 0
         * @param block holds the row
         * @param at where it begins in the block
         */
        void row(int index, ByteBuffer block, int at);
    }

    private Recording(final Path table, final String clock, final List<String> channels) throws IOException {
        this.table = table;
        this.clock = clock;
        this.channels = channels;
        rows = FileChannel.open(Files.createTempFile("affectj", ".rows"),
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /**
     * @param table a CSV file with the columns {@code time} and, where there is more than one person, {@code track} and
     *            {@code source}; rows without a face are passed over
     * @param channels the columns to keep; empty for all that a model measures
     * @param progress learns the rows read
     * @return its numbers; must be closed
     * @throws AffectException if the file isn't such a table, or times don't increase
     */
    public static Recording read(final Path table, final List<String> channels, final Progress progress) {
        return read(table, TIME, channels, progress);
    }

    /** @return the same with times that stand in another column, such as {@code frame} */
    static Recording read(final Path table, final String clock, final List<String> channels, final Progress progress) {
        try (TableFile file = TableFile.open(table)) {
            file.require(clock);
            final Recording recording = new Recording(table, clock, Channels.of(file, channels));
            try {
                recording.fill(file, progress);
            } catch (final IOException | RuntimeException e) {
                recording.close();
                throw e;
            }
            return recording;
        } catch (final IOException e) {
            throw new AffectException("The numbers of '" + table + "' can't be kept in the folder '"
                + System.getProperty("java.io.tmpdir") + "': see that its disk isn't full.", e);
        }
    }

    private void fill(final TableFile file, final Progress progress) throws IOException {
        final boolean tracked = file.headings().contains("track");
        final ByteBuffer block = ByteBuffer.allocate(BLOCK * rowBytes());
        long row = 0;
        for (final TableFile.Row cells : file) {
            if (tracked && cells.text("track").isEmpty()) continue;
            if (row % ROWS_TOLD == 0) progress.update(row, -1, "reading " + table.getFileName());
            if (row % ROWS_TOLD == 0) progress.throwIfCancelled();
            final Extent extent = extent(cells, tracked, row++);
            block.putInt(extent.number).putInt((int) orZero(cells.number("frame"))).putDouble(extent.time);
            for (final String channel : channels)
                block.putDouble(Channels.value(cells, channel));
            if (!block.hasRemaining()) flush(block);
        }
        flush(block);
    }

    private Extent extent(final TableFile.Row cells, final boolean tracked, final long row) {
        final Identity identity = new Identity(cells.given("source").orElse(table.getFileName().toString()),
            tracked ? (int) cells.needed("track") : 1);
        final Extent extent = extents.computeIfAbsent(identity, i -> new Extent(extents.size(), row));
        final double time = cells.number(clock);
        if (Double.isNaN(time))
            throw cells.error("there is no " + clock + ", as in tables of pictures; time series need a video");
        if (!(time > extent.time))
            throw cells.error("the " + clock + " " + time + " isn't after that of the row before of the same person, "
                + extent.time + "; see that each person has a track of its own");
        extent.time = time;
        extent.last = row;
        extent.count++;
        return extent;
    }

    private static double orZero(final double number) {
        return Double.isNaN(number) ? 0 : number;
    }

    private void flush(final ByteBuffer block) throws IOException {
        block.flip();
        while (block.hasRemaining())
            rows.write(block);
        block.clear();
    }

    private int rowBytes() {
        return PLACE + channels.size() * Double.BYTES;
    }

    /** @return the columns that were kept */
    public List<String> channels() {
        return channels;
    }

    /** @return whose faces there are, in the order of the table */
    public List<Identity> identities() {
        return List.copyOf(extents.keySet());
    }

    /** @return the number of rows with a face */
    long rows() {
        return extents.values().stream().mapToLong(extent -> extent.count).sum();
    }

    /**
     * @param track number of a person
     * @return that person
     * @throws AffectException if the table has none with this number, or several, from several sources
     */
    public Identity identity(final int track) {
        final List<Identity> found = extents.keySet().stream().filter(identity -> identity.track() == track).toList();
        if (found.size() == 1) return found.get(0);
        throw new AffectException("The table '" + table + "' has " + found.size() + " people with track " + track
            + (found.isEmpty() ? ": give another track." : ", from several sources: give a table of one source."));
    }

    /** @return one measure of one person, with NaN where the table has none */
    public Series series(final Identity identity, final String channel) {
        final Extent extent = extents.get(identity);
        final int at = at(channel);
        final double[] times = new double[extent.count];
        final double[] values = new double[extent.count];
        visit(extent, false, (index, block, row) -> {
            times[index] = block.getDouble(row + 2 * Integer.BYTES);
            values[index] = block.getDouble(row + at);
        });
        return new Series(times, values);
    }

    /** Puts other values in the place of one measure of one person. */
    void replace(final Identity identity, final String channel, final double[] values) {
        final int at = at(channel);
        visit(extents.get(identity), true, (index, block, row) -> block.putDouble(row + at, values[index]));
    }

    /**
     * Writes all rows in the order of the table.
     *
     * @param csv takes {@code source}, {@code frame}, {@code time}, {@code track} and the measures
     */
    void copyTo(final CsvTable csv) {
        final List<Identity> identities = identities();
        final Extent all = new Extent(-1, 0);
        all.last = extents.values().stream().mapToLong(extent -> extent.last).max().orElse(-1);
        visit(all, false, (index, block, row) -> {
            final Identity identity = identities.get(block.getInt(row));
            final List<Object> cells = new ArrayList<>(List.of(identity.source(), block.getInt(row + Integer.BYTES),
                block.getDouble(row + 2 * Integer.BYTES), identity.track()));
            for (int i = 0; i < channels.size(); i++)
                cells.add(block.getDouble(row + PLACE + i * Double.BYTES));
            csv.row(cells);
        });
    }

    private int at(final String channel) {
        final int index = channels.indexOf(channel);
        if (index < 0) throw new IllegalArgumentException("no channel " + channel);
        return PLACE + index * Double.BYTES;
    }

    private void visit(final Extent extent, final boolean writes, final Visitor visitor) {
        final ByteBuffer block = ByteBuffer.allocate(BLOCK * rowBytes());
        int index = 0;
        try {
            for (long first = extent.first; first <= extent.last; first += BLOCK) {
                final int count = (int) Math.min(BLOCK, extent.last - first + 1);
                read(block.clear().limit(count * rowBytes()), first * rowBytes());
                for (int i = 0; i < count; i++)
                    if (extent.number < 0 || block.getInt(i * rowBytes()) == extent.number)
                        visitor.row(index++, block, i * rowBytes());
                if (writes) write(block.flip(), first * rowBytes());
            }
        } catch (final IOException e) {
            throw new AffectException("The numbers of '" + table + "' can't be read back from the folder '"
                + System.getProperty("java.io.tmpdir") + "': see that its disk works and isn't full.", e);
        }
    }

    private void read(final ByteBuffer block, final long position) throws IOException {
        while (block.hasRemaining())
            if (rows.read(block, position + block.position()) < 0) throw new IOException("the file was cut off");
    }

    private void write(final ByteBuffer block, final long position) throws IOException {
        while (block.hasRemaining())
            rows.write(block, position + block.position());
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (final IOException e) {
            throw new AffectException("A file in the folder '" + System.getProperty("java.io.tmpdir")
                + "' can't be deleted: see that its disk works.", e);
        }
    }
}
