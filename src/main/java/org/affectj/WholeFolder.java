package org.affectj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that appear whole or not at all: they are filled under a temporary name and moved into place. */
public final class WholeFolder {

    private WholeFolder() {
    }

    /**
     * Writes a folder that isn't there yet, or nothing if that fails.
     *
     * @param target the folder; mustn't exist
     * @param contents fills the folder that it is given, which it must make, beside the target
     * @throws AffectException if the folder can't be written
     */
    public static void write(final Path target, final WholeFile.Contents contents) {
        final Path absolute = target.toAbsolutePath();
        final Path part = absolute.resolveSibling(
            "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            delete(part);
            Files.createDirectories(absolute.getParent());
            try {
                contents.writeTo(part);
                Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(part);
            }
        } catch (final IOException | UncheckedIOException e) {
            throw new AffectException("The folder '" + target
                + "' can't be written: see that the folder around it is writable and that the disk isn't full.", e);
        }
    }

    /**
     * @param tree a folder to delete with all that is in it; needn't exist
     * @throws IOException if something in it can't be deleted
     */
    public static void delete(final Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (Stream<Path> paths = Files.walk(tree)) {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList())
                Files.delete(path);
        }
    }
}
