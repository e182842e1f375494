package org.affectj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders that appear whole or not at all: they are filled under a temporary name and moved into place. */
public final class WholeFolder {

    private static final String PART = ".part";

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
        write(target, contents, false);
    }

    /**
     * Writes a folder in the place of one that may be there, which stays as it is if that fails.
     *
     * @param target the folder
     * @param contents fills the folder that it is given, which it must make, beside the target
     * @throws AffectException if the folder can't be written
     */
    public static void replace(final Path target, final WholeFile.Contents contents) {
        write(target, contents, true);
    }

    private static void write(final Path target, final WholeFile.Contents contents, final boolean replace) {
        final Path absolute = target.toAbsolutePath();
        final String name = "." + absolute.getFileName() + ".";
        final Path part = absolute.resolveSibling(name + ProcessHandle.current().pid() + PART);
        try {
            Files.createDirectories(absolute.getParent());
            deleteParts(absolute.getParent(), name);
            try {
                contents.writeTo(part);
                if (replace) delete(absolute);
                Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(part);
            }
        } catch (final IOException | UncheckedIOException e) {
            throw new AffectException("The folder '" + target
                + "' can't be written: see that the folder around it is writable and that the disk isn't full.", e);
        }
    }

    /** Deletes what this process, or one that was killed, left half done. */
    private static void deleteParts(final Path parent, final String name) throws IOException {
        final Pattern parts = Pattern.compile(Pattern.quote(name) + "(\\d{1,18})" + Pattern.quote(PART));
        try (Stream<Path> siblings = Files.list(parent)) {
            for (final Path sibling : siblings.toList()) {
                final Matcher part = parts.matcher(sibling.getFileName().toString());
                if (part.matches() && isOurs(Long.parseLong(part.group(1)))) delete(sibling);
            }
        }
    }

    private static boolean isOurs(final long process) {
        return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
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
