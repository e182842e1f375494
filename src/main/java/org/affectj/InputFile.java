package org.affectj;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Files that a user names to be read. */
public final class InputFile {

    private InputFile() {
    }

    /**
     * @param file to read
     * @param kind what it should be: "picture", "video"
     * @throws AffectException if it isn't there, is a folder, or may not be read
     */
    public static void check(final Path file, final String kind) {
        if (!Files.exists(file))
            throw new AffectException("The file '" + file + "' doesn't exist: check its name and folder.");
        if (Files.isDirectory(file))
            throw new AffectException("'" + file + "' is a folder: give a " + kind + " file instead.");
        if (!Files.isReadable(file))
            throw new AffectException("The file '" + file + "' can't be read: check its permissions.");
    }

    /** @return the ending of a file's name in lower case, without its dot; empty if it has none */
    public static String extension(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }
}
