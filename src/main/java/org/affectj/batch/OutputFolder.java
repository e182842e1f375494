package org.affectj.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;

/**
 * The folder that a batch writes to.
 *
 * @param path of the folder
 */
record OutputFolder(Path path) {

    /**
     * What must fit on the disk to go on after a file couldn't be written, in bytes: tables and pictures of an input.
     */
    private static final int ROOM = 1 << 20;

    /** @throws AffectException if there is something that can't be written to */
    void check() {
        if (Files.exists(path) && !(Files.isDirectory(path) && Files.isWritable(path))) throw unwritable(null);
    }

    /** @throws AffectException if it isn't there and can't be made */
    void make() {
        try {
            Files.createDirectories(path);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private AffectException unwritable(final IOException cause) {
        return new AffectException("The output folder '" + path + "' can't be written: choose another one.", cause);
    }

    /** @return whether a file can still be written; tried, since disks, quotas and networks have limits of their own */
    synchronized boolean hasRoom() {
        try {
            WholeFile.write(path.resolve(".room"), part -> Files.write(part, new byte[ROOM]));
            Files.delete(path.resolve(".room"));
            return true;
        } catch (final IOException | WholeFile.UnwritableException e) {
            return false;
        }
    }

    /** @return that a batch has to stop, since the results of an input can't be written */
    AffectException full(final Path input, final Exception cause) {
        return new AffectException("The results of '" + input + "' can't be written to '" + path + "'" + free()
            + ": see that the disk isn't full and may be written to, then give the same command again to go on.",
            cause);
    }

    private String free() {
        try {
            return ", where " + (Files.getFileStore(path).getUsableSpace() >> 20) + " MB are free";
        } catch (final IOException e) {
            return ""; // the disk doesn't answer at all
        }
    }

    /** Writes {@code errors.csv}, or removes that of an earlier run if nothing failed. */
    void writeErrors(final List<Outcome> outcomes) {
        final Path file = path.resolve("errors.csv");
        final List<Outcome> failed = outcomes.stream().filter(o -> o.problem().isPresent()).toList();
        if (failed.isEmpty()) delete(file);
        else WholeFile.write(file, part -> {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                csv.printRecord("input", "error");
                for (final Outcome outcome : failed) csv.printRecord(outcome.input(), outcome.problem().get());
            }
        });
    }

    /** Deletes a file if it is there. */
    void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }
}
