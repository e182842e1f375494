package org.affectj.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.affectj.AffectException;

/** What a user named, file by file. */
public final class Inputs {

    private Inputs() {
    }

    /**
     * Replaces folders by the pictures and videos in them, sorted by name. Hidden files and AffectJ's own overlays
     * ({@code *-overlay.png}) are left out, folders within folders too. What isn't a folder stays as it is, even if it
     * doesn't exist: it is reported when its turn comes.
     *
     * @param named files and folders
     * @param isWanted which files of a folder to take, by their name
     * @return the files, in order
     * @throws AffectException if a folder can't be read or holds neither
     */
    public static List<Path> files(final List<Path> named, final Predicate<Path> isWanted) {
        final List<Path> files = new ArrayList<>();
        for (final Path path : named)
            if (Files.isDirectory(path)) files.addAll(inputs(path, isWanted));
            else files.add(path);
        return files;
    }

    private static List<Path> inputs(final Path folder, final Predicate<Path> isWanted) {
        final List<Path> inputs;
        try (Stream<Path> files = Files.list(folder)) {
            inputs = files.filter(Files::isRegularFile).filter(Inputs::isInput).filter(isWanted).sorted().toList();
        } catch (final IOException e) {
            throw new AffectException("The folder '" + folder + "' can't be read: see that you may open it.", e);
        }
        if (inputs.isEmpty())
            throw new AffectException("The folder '" + folder + "' holds no picture or video: name the files, or another folder.");
        return inputs;
    }

    private static boolean isInput(final Path file) {
        final String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith("-overlay.png");
    }
}
