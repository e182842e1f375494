package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link Inputs} on folders on the disk. */
class InputsTest {

    @TempDir
    private Path folder;

    @Test
    void takesTheFilesOfAFolderByName() throws IOException {
        files("in/b.png", "in/a.png", "in/.hidden.png", "in/a-overlay.png", "in/notes.txt", "in/more.png/c.png");
        final Path missing = folder.resolve("missing.png");
        assertEquals(List.of("missing.png", "in/a.png", "in/b.png"),
            taken(inputs(false), missing, folder.resolve("in")));
    }

    @Test
    void takesFoldersWithinFoldersInOneOrder() throws IOException {
        files("in/b/x.png", "in/a/z.png", "in/a/y/x.png", "in/a.png", "in/.git/x.png", "in/results/a-1-1.png");
        assertEquals(List.of("in/a.png", "in/a/y/x.png", "in/a/z.png", "in/b/x.png"),
            taken(inputs(true), folder.resolve("in")));
    }

    @Test
    void patternsIncludeAndExcludeByThePathInTheFolder() throws IOException {
        files("in/1.png", "in/2.jpg", "in/a/3.png", "in/a/b/4.png", "in/test/5.png");
        assertEquals(List.of("in/1.png"), taken(inputs(true, List.of("*.png")), folder.resolve("in")));
        assertEquals(List.of("in/1.png", "in/a/3.png", "in/a/b/4.png"),
            taken(inputs(true, List.of("**.png"), "test/*"), folder.resolve("in")));
        assertEquals(List.of("in/2.jpg", "in/a/3.png"),
            taken(inputs(true, List.of("*.jpg", "a/*")), folder.resolve("in")));
        assertEquals(List.of("in/2.jpg"), taken(inputs(true, List.of(), "**.png"), folder.resolve("in")));
    }

    @Test
    void patternsAreNotForFilesThatAreNamed() throws IOException {
        files("in/1.png", "2.jpg");
        assertEquals(List.of("2.jpg", "in/1.png"),
            taken(inputs(false, List.of("*.png")), folder.resolve("2.jpg"), folder.resolve("in")));
    }

    @Test
    void aFileThatIsNamedTwiceIsTakenOnce() throws IOException {
        files("in/1.png", "in/2.png");
        assertEquals(List.of("in/2.png", "in/1.png"),
            taken(inputs(false), folder.resolve("in/2.png"), folder.resolve("in"), folder.resolve("in/../in/1.png")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsLinksAndEndsInCircles() throws IOException {
        files("in/1.png", "other/2.png");
        Files.createSymbolicLink(folder.resolve("in/linked"), folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("in/circle"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/nowhere.png"), folder.resolve("gone.png"));
        assertEquals(List.of("in/1.png", "in/linked/2.png", "in/nowhere.png"),
            taken(inputs(true), folder.resolve("in")));
    }

    @Test
    void refusesAFolderWithoutPictures() throws IOException {
        final Path empty = Files.createDirectories(folder.resolve("in"));
        assertEquals("The folder '" + empty + "' holds no picture or video: name the files, or another folder.",
            refusal(inputs(true), empty));
        files("in/a/1.png");
        assertEquals("The folder '" + empty + "' holds no picture or video that the patterns leave: change them; * "
            + "stays within a folder, ** doesn't.", refusal(inputs(true, List.of("*.png")), empty));
    }

    @Test
    void refusesAPatternThatIsNone() {
        final AffectException e = assertThrows(AffectException.class, () -> inputs(false, List.of("[a.png")));
        assertEquals("The pattern '[a.png' can't be understood, since its brackets or braces don't match: give one "
            + "such as *.mp4, or **.mp4 for folders within folders too.", e.getMessage());
    }

    private String refusal(final Inputs inputs, final Path named) {
        return assertThrows(AffectException.class, () -> taken(inputs, named)).getMessage();
    }

    private static Inputs inputs(final boolean recursive) {
        return inputs(recursive, List.of());
    }

    private static Inputs inputs(final boolean recursive, final List<String> include, final String... exclude) {
        return new Inputs(recursive, include, List.of(exclude), file -> file.toString().matches(".*[.](png|jpg)"));
    }

    private List<String> taken(final Inputs inputs, final Path... named) {
        return inputs.files(List.of(named), folder.resolve("in/results")).stream()
            .map(file -> folder.relativize(file.normalize()).toString().replace('\\', '/')).toList();
    }

    private void files(final String... names) throws IOException {
        for (final String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }
}
