package org.affectj.batch;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

import org.affectj.AffectException;

/**
 * Which files of the folders that a user names are taken: those that no pattern excludes and, where there are patterns
 * to include, one of these includes. A pattern is a glob as {@link java.nio.file.FileSystem#getPathMatcher} knows it,
 * held against the path of a file in its folder: {@code *} stays within a folder, {@code **} crosses folders. Hidden
 * files and folders and AffectJ's own pictures and videos ({@code *-overlay.png}, {@code *-annotated.mp4}) are never
 * taken.
 */
public final class Inputs {

    private final boolean recursive;
    private final List<PathMatcher> included;
    private final List<PathMatcher> excluded;
    private final Predicate<Path> kind;

    /**
     * @param recursive whether to look into folders within folders; links are followed
     * @param include patterns of which a file must fit one; empty for all
     * @param exclude patterns of which a file mustn't fit any
     * @param kind which files can be read, by their names
     * @throws AffectException if a pattern isn't one
     */
    public Inputs(final boolean recursive, final List<String> include, final List<String> exclude,
        final Predicate<Path> kind)
    {
        this.recursive = recursive;
        included = include.stream().map(Inputs::matcher).toList();
        excluded = exclude.stream().map(Inputs::matcher).toList();
        this.kind = kind;
    }

    private static PathMatcher matcher(final String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (final PatternSyntaxException e) {
            throw new AffectException("The pattern '" + pattern + "' can't be understood, since its brackets or "
                + "braces don't match: give one such as *.mp4, or **.mp4 for folders within folders too.", e);
        }
    }

    /**
     * Replaces folders by the files in them, in the order of their paths, which is the same on every system. What isn't
     * a folder stays as it is, even if it doesn't exist: it is reported when its turn comes. A file that is named twice
     * is taken once.
     *
     * @param named files and folders
     * @param output folder of results, left out if it lies within one of the folders
     * @return the files, in order
     * @throws AffectException if a folder can't be read or has no such file
     */
    public List<Path> files(final List<Path> named, final Path output) {
        final Map<Path, Path> files = new LinkedHashMap<>();
        for (final Path path : named)
            for (final Path file : Files.isDirectory(path) ? inFolder(path, output) : List.of(path))
                files.putIfAbsent(file.toAbsolutePath().normalize(), file);
        return List.copyOf(files.values());
    }

    private List<Path> inFolder(final Path folder, final Path output) {
        final List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), recursive ? Integer.MAX_VALUE : 1,
                new Visitor(folder, output.toAbsolutePath().normalize(), files));
        } catch (final IOException e) {
            throw new AffectException("The folder '" + folder + "' can't be read: see that you may open it.", e);
        }
        if (!files.isEmpty()) {
            files.sort(Comparator.comparing(file -> folder.relativize(file).toString().replace('\\', '/')));
            return files;
        }
        if (included.isEmpty() && excluded.isEmpty())
            throw new AffectException("The folder '" + folder + "' holds no picture or video: name the files, or "
                + "another folder.");
        throw new AffectException("The folder '" + folder + "' holds no picture or video that the patterns leave: "
            + "change them; * stays within a folder, ** doesn't.");
    }

    /**
     * @param file of a folder that a user named
     * @param inFolder its path in that folder
     * @return whether it is taken, told by its name and the patterns
     */
    public boolean takes(final Path file, final Path inFolder) {
        final String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith(AnalysisJob.OVERLAY) && !name.endsWith(AnalysisJob.ANNOTATED)
            && kind.test(file)
            && (included.isEmpty() || included.stream().anyMatch(pattern -> pattern.matches(inFolder)))
            && excluded.stream().noneMatch(pattern -> pattern.matches(inFolder));
    }

    /** Collects the files of a folder. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final Path output;
        private final List<Path> files;

        private Visitor(final Path folder, final Path output, final List<Path> files) {
            this.folder = folder;
            this.output = output;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(final Path visited, final BasicFileAttributes attributes) {
            final boolean within = !visited.equals(folder);
            final boolean hidden = within && visited.getFileName().toString().startsWith(".");
            return hidden || within && visited.toAbsolutePath().normalize().equals(output)
                ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** Takes links that lead nowhere too, so that they are reported. */
        @Override
        public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
            if (!attributes.isDirectory() && !attributes.isOther() && takes(file, folder.relativize(file)))
                files.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) return FileVisitResult.CONTINUE; // its files were seen already
            throw new AffectException("The folder '" + file + "' can't be read: see that you may open it.", e);
        }
    }
}
