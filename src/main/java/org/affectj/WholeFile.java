package org.affectj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all: they are written under a temporary name and moved into place. */
public final class WholeFile {

    private WholeFile() {
    }

    /** A file can't be written: the disk is full, or the folder isn't writable. */
    public static final class UnwritableException extends AffectException {

        private static final long serialVersionUID = 1L;

        private UnwritableException(final Path file, final Exception cause) {
            super("The file '" + file
                + "' can't be written: see that its folder is writable and that the disk isn't full.", cause);
        }
    }

    /** Writes a file's contents. */
    @FunctionalInterface
    public interface Contents {

        /**
         * @param file to write; doesn't exist yet
         * @throws IOException if that fails
         */
        void writeTo(Path file) throws IOException;
    }

    /**
     * Writes a file, or leaves what was there before if that fails. The folder is made where it is missing.
     *
     * @param target the file; replaced if it exists
     * @param contents writes them under the temporary name that it is given, in the same folder
     * @throws UnwritableException if the file can't be written
     */
    public static void write(final Path target, final Contents contents) {
        final Path absolute = target.toAbsolutePath();
        final Path part = absolute.resolveSibling(
            "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(absolute.getParent());
            try {
                contents.writeTo(part);
                Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (final IOException | UncheckedIOException e) {
            throw new UnwritableException(target, e);
        }
    }

    /**
     * Deletes what processes that were killed while they wrote have left in a folder.
     *
     * @param folder that no other process writes to
     * @throws IOException if that fails
     */
    public static void deleteUnfinished(final Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
            for (final Path part : parts)
                if (part.getFileName().toString().matches("\\..+\\.\\d+\\.part")) Files.delete(part);
        }
    }
}
