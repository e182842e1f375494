package org.affectj.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.affectj.AffectFolders;

/**
 * A small file that is there while native code of the engine runs for the first time in a process. One whose process is
 * gone tells that the process ended in there: native code can do that without a word.
 */
public final class StartMark implements AutoCloseable {

    private static final String PREFIX = "starting-";

    private final Path file;

    private StartMark(final Path file) {
        this.file = file;
    }

    /** @return the mark of this process, until it is closed or the process ends in an orderly way */
    public static StartMark set() {
        final Path file = AffectFolders.state().resolve(PREFIX + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Instant.now().toString());
            file.toFile().deleteOnExit();
        } catch (final IOException e) {
            unimportant(e);
        }
        return new StartMark(file);
    }

    /** @return when a process, which is gone, last marked a start that it never finished */
    static Optional<Instant> interrupted() {
        return left().stream().map(StartMark::time).max(Comparator.naturalOrder());
    }

    /** Removes the marks of processes that are gone. */
    public static void forget() {
        left().forEach(StartMark::delete);
    }

    @Override
    public void close() {
        delete(file);
    }

    private static List<Path> left() {
        final List<Path> left = new ArrayList<>();
        if (!Files.isDirectory(AffectFolders.state())) return left;
        try (Stream<Path> files = Files.list(AffectFolders.state())) {
            files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d+"))
                .filter(file -> !isRunning(file)).forEach(left::add);
        } catch (final IOException e) {
            unimportant(e);
        }
        return left;
    }

    /** @return whether the process that set a mark runs; one that began later only has the same number */
    private static boolean isRunning(final Path mark) {
        final long process = Long.parseLong(mark.getFileName().toString().substring(PREFIX.length()));
        return ProcessHandle.of(process)
            .map(found -> !found.info().startInstant().orElse(Instant.MIN).isAfter(time(mark))).orElse(false);
    }

    private static Instant time(final Path mark) {
        return Instant.ofEpochMilli(mark.toFile().lastModified());
    }

    private static void delete(final Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (final IOException e) {
            unimportant(e);
        }
    }

    /** Where nothing can be written, networks run all the same. */
    private static void unimportant(final IOException problem) {
        Logger.getLogger(StartMark.class.getName()).log(Level.FINE, "can't mark a start", problem);
    }
}
