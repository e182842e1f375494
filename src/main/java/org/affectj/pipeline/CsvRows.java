package org.affectj.pipeline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of any length, to look up rows of: memory holds where every {@value #BLOCK}th row begins, and the few
 * blocks of rows that were looked at last.
 */
public final class CsvRows implements ResultRows {

    private static final int BLOCK = 128;
    private static final int KEPT = 8;
    /** No rows are longer; a file with a quote that nothing closes would be one. */
    private static final int LONGEST_BLOCK = 1 << 26;

    private final Path file;
    private final FileChannel channel;
    /** Where blocks begin and the last one ends, in bytes. */
    private final List<Long> begins = new ArrayList<>();
    private final List<String> headings;
    private final Map<Integer, List<List<String>>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Integer, List<List<String>>> eldest) {
            return size() > KEPT;
        }
    };
    private int size;

    private CsvRows(final Path file, final FileChannel channel, final Progress progress) throws IOException {
        this.file = file;
        this.channel = channel;
        final long first = index(progress);
        final List<List<String>> head = parse(0, first);
        headings = head.isEmpty() ? List.of() : head.get(0).stream().map(CsvRows::withoutMark).toList();
    }

    /**
     * @param file with headings in its first row, commas between cells, UTF-8
     * @param progress counts bytes; asked whether to go on
     * @return its rows
     * @throws AffectException if it can't be read or is empty
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static CsvRows open(final Path file, final Progress progress) {
        FileChannel channel = null;
        CsvRows rows = null;
        try {
            channel = FileChannel.open(file);
            rows = new CsvRows(file, channel, progress);
        } catch (final IOException e) {
            throw unreadable(file, e);
        } finally {
            if (rows == null) close(file, channel);
        }
        if (!rows.headings.isEmpty()) return rows;
        rows.close();
        throw new AffectException("The table '" + file + "' is empty: choose one that Analyze Faces made.");
    }

    /** Finds where rows begin: line ends within quotes don't count, as each cell has two quotes or none. */
    private long index(final Progress progress) throws IOException {
        long at = 0;
        long begin = 0;
        long first = -1;
        boolean quoted = false;
        final long total = Files.size(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                at++;
                if (next == '"') quoted = !quoted;
                if (next != '\n' || quoted) continue;
                if (first < 0) first = at;
                else add(begin, at);
                begin = at;
                if (size % 10_000 == 0) progress.update(at >> 10, total >> 10, "Reading " + file.getFileName());
                if (size % 10_000 == 0) progress.throwIfCancelled();
            }
        }
        if (first < 0) first = at;
        else if (begin < at) add(begin, at);
        begins.add(at);
        return first;
    }

    private void add(final long begin, final long end) {
        if (end - begin <= 2 && end - begin > 0 && isBlank(begin, end)) return;
        if (size++ % BLOCK == 0) begins.add(begin);
    }

    private boolean isBlank(final long begin, final long end) {
        try {
            return read(begin, end).isBlank();
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
    }

    private String read(final long begin, final long end) throws IOException {
        if (end - begin > LONGEST_BLOCK) throw new IOException("rows without end from byte " + begin);
        final ByteBuffer bytes = ByteBuffer.allocate((int) (end - begin));
        while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) >= 0) {
            // until all is there
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private List<List<String>> parse(final long begin, final long end) throws IOException {
        try (CSVParser parser = CSVParser.parse(read(begin, end), CsvResults.FORMAT)) {
            final List<List<String>> rows = new ArrayList<>();
            for (final CSVRecord row : parser) rows.add(List.of(row.values()));
            return rows;
        }
    }

    /** Spreadsheet programs begin files with a byte order mark. */
    private static String withoutMark(final String heading) {
        return heading.startsWith("\uFEFF") ? heading.substring(1) : heading;
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<String> row(final int index) {
        final List<List<String>> block = kept.computeIfAbsent(index / BLOCK, this::block);
        if (index % BLOCK >= block.size() || block.get(index % BLOCK).size() != headings.size())
            throw new AffectException("Row " + (index + 1) + " of the table '" + file
                + "' doesn't have a cell for each of its "
                + headings.size() + " headings: see that the file is whole, and open it again.");
        return block.get(index % BLOCK);
    }

    private List<List<String>> block(final int number) {
        try {
            return parse(begins.get(number), begins.get(number + 1));
        } catch (final IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void close() {
        close(file, channel);
    }

    private static void close(final Path file, final FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
    }

    private static AffectException unreadable(final Path file, final Exception cause) {
        return new AffectException("The table '" + file + "' can't be read: see that it is there, that you "
            + "may open it and that it is a CSV file.", cause);
    }
}
