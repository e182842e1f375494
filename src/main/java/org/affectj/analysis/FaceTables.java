package org.affectj.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.affectj.AffectException;

/** Tables of faces that a user names, one by one or by the folder that an analysis wrote them to. */
public final class FaceTables {

    private FaceTables() {
    }

    /**
     * Replaces folders by the tables of faces in them, in the order of their names; the summaries and lists that stand
     * beside them are left out.
     *
     * @param named files and folders
     * @return the files
     * @throws AffectException if a folder has none or can't be read
     */
    public static List<Path> of(final List<Path> named) {
        final List<Path> tables = new ArrayList<>();
        for (final Path path : named)
            if (Files.isDirectory(path)) tables.addAll(inFolder(path));
            else tables.add(path);
        return tables;
    }

    private static List<Path> inFolder(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            final List<Path> tables = files.filter(file -> file.toString().endsWith(".csv"))
                .filter(FaceTables::isOfFaces).sorted().toList();
            if (tables.isEmpty())
                throw new AffectException("The folder '" + folder
                    + "' holds no table of faces: name the tables, or a folder that an analysis wrote.");
            return tables;
        } catch (final IOException e) {
            throw new AffectException("The folder '" + folder + "' can't be read: see that you may open it.", e);
        }
    }

    private static boolean isOfFaces(final Path file) {
        try (TableFile table = TableFile.open(file)) {
            return table.headings().containsAll(List.of("source", "time", "track"));
        }
    }
}
