package org.affectj.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVRecord;

/**
 * What is in a folder of results: {@code manifest.csv}, to which a line is added, at once and on the disk, when an
 * input is finished. Inputs are looked up and added by any number of threads. Of several lines on an input the last one
 * counts; a line that a killed process left unfinished doesn't.
 */
final class Manifest implements AutoCloseable {

    private static final String FILE = "manifest.csv";
    private static final String HEADING = CsvResults.FORMAT.format(ManifestLine.COLUMNS.toArray()) + "\n";

    private final Path folder;
    private final FileChannel channel;
    private final Map<String, ManifestLine> lines;

    private Manifest(final Path folder, final FileChannel channel, final Map<String, ManifestLine> lines) {
        this.folder = folder;
        this.channel = channel;
        this.lines = lines;
    }

    /**
     * Reads the manifest of a folder as it is, to look at it only.
     *
     * @param folder of results; needn't exist
     * @throws AffectException if there is a manifest that can't be read
     */
    static Manifest read(final Path folder) {
        final Map<String, ManifestLine> lines = Collections.synchronizedMap(new LinkedHashMap<>());
        parse(folder, lines);
        return new Manifest(folder, null, lines);
    }

    /**
     * Takes a folder for a run, to which it belongs until this is closed.
     *
     * @param folder of results, exists
     * @param anew whether to begin without what is there: the results that its manifest names are deleted
     * @throws AffectException if another run has the folder, or it can't be read and written
     */
    static Manifest open(final Path folder, final boolean anew) {
        final Map<String, ManifestLine> lines = Collections.synchronizedMap(new LinkedHashMap<>());
        try {
            final FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
            final Manifest manifest = new Manifest(folder, channel, lines);
            try {
                manifest.lock();
                channel.truncate(parse(folder, lines));
                WholeFile.deleteUnfinished(folder);
                if (anew) manifest.clear();
                if (channel.size() == 0) manifest.append(HEADING);
                return manifest;
            } catch (final IOException | AffectException e) {
                channel.close();
                throw e;
            }
        } catch (final IOException e) {
            throw new AffectException("The file '" + folder.resolve(FILE)
                + "' can't be read and written: see that its folder is writable and that the disk isn't full.", e);
        }
    }

    /** Locks a byte far behind the end, so that others may read the file. The lock of a killed process is gone. */
    private void lock() {
        try {
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) throw new OverlappingFileLockException();
        } catch (final OverlappingFileLockException e) {
            throw new AffectException("Another run is writing to the output folder '" + folder
                + "': wait for its end, or give another one.", e);
        } catch (final IOException e) {
            return; // some network disks know no locks: there users keep runs apart themselves
        }
    }

    /** Deletes results before the lines that name them: a run that is killed here can be given again. */
    private void clear() throws IOException {
        for (final ManifestLine line : lines.values())
            for (final Path file : line.files()) Files.deleteIfExists(file);
        lines.clear();
        channel.truncate(0);
    }

    /** @return the length of the whole lines */
    private static long parse(final Path folder, final Map<String, ManifestLine> lines) {
        final Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return 0;
        try {
            final byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length;
            while (length > 0 && bytes[length - 1] != '\n') length--;
            try (Reader reader =
                new InputStreamReader(new ByteArrayInputStream(bytes, 0, length), StandardCharsets.UTF_8)) {
                for (final CSVRecord row : CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get()
                    .parse(reader)) lines.put(row.get("input"), ManifestLine.of(row, folder));
            }
            return length;
        } catch (final IOException | RuntimeException e) {
            throw new AffectException("The file '" + file + "' isn't as AffectJ wrote it: give another output folder.",
                e);
        }
    }

    /**
     * @throws AffectException if the results in the folder were made by other settings
     */
    void refuseOthers(final BatchSettings settings) {
        lines.values().stream().map(ManifestLine::settings).distinct().map(settings::differences)
            .flatMap(Optional::stream)
            .findFirst().ifPresent(differences -> {
                throw new AffectException("The output folder '" + folder + "' has results of other settings ("
                    + differences
                    + "): give another one, or overwrite them.");
            });
    }

    /** @return all inputs that there is a result or an error of, in the order of their paths */
    List<Outcome> outcomes() {
        return lines.entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(line -> line.getValue().outcome()).toList();
    }

    /** @return the names of the results of inputs, by what {@link #key} makes of these */
    Map<String, String> names() {
        return lines.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().outcome().name()));
    }

    /** @return the whole paths of all results */
    Set<Path> results() {
        return lines.values().stream().flatMap(line -> line.files().stream())
            .map(file -> file.toAbsolutePath().normalize()).collect(Collectors.toSet());
    }

    /**
     * @return what an earlier run made of an input, if nothing is left to do: the input is still the same, could be
     *         read then, and its results are there
     */
    Optional<Outcome> finished(final Path input) {
        return Optional.ofNullable(lines.get(key(input))).map(ManifestLine::outcome)
            .filter(outcome -> outcome.result().isPresent())
            .filter(outcome -> outcome.result().get().files().stream().allMatch(Files::isRegularFile))
            .filter(outcome -> outcome.state().filter(state -> state.is(input)).isPresent());
    }

    /**
     * Notes an input that is finished, and deletes what an earlier run made of it that wasn't replaced.
     *
     * @throws IOException if that fails; the file is as it was before then
     */
    synchronized void add(final Outcome outcome, final BatchSettings settings) throws IOException {
        final ManifestLine line = new ManifestLine(outcome, settings.cells());
        final ManifestLine before = lines.get(key(outcome.input()));
        if (before != null) for (final Path stale : before.files())
            if (!line.files().contains(stale)) Files.deleteIfExists(stale);
        append(CsvResults.FORMAT.format(line.cells().toArray()) + "\n");
        lines.put(key(outcome.input()), line);
    }

    private void append(final String line) throws IOException {
        final long end = channel.size();
        try {
            final ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
            channel.position(end);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(false);
        } catch (final IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    /** @return the input as the manifest names it: its whole path, on one line */
    static String key(final Path input) {
        return input.toAbsolutePath().normalize().toString().replaceAll("\\R", " ");
    }

    @Override
    public void close() {
        if (channel == null) return;
        try {
            channel.close();
        } catch (final IOException e) {
            throw new AffectException("The file '" + folder.resolve(FILE)
                + "' can't be written: see that the disk isn't full.",
                e);
        }
    }
}
