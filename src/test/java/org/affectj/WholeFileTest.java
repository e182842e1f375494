package org.affectj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link WholeFile}. */
class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void replacesWhatWasThereAndLeavesNothingElse() throws IOException {
        final Path file = folder.resolve("new/table.csv");
        WholeFile.write(file, part -> Files.writeString(part, "first"));
        WholeFile.write(file, part -> Files.writeString(part, "second"));
        assertEquals("second", Files.readString(file));
        assertEquals(List.of("table.csv"), names(file.getParent()));
    }

    @Test
    void keepsTheOldFileWhenWritingFails() throws IOException {
        final Path file = folder.resolve("table.csv");
        Files.writeString(file, "old");
        assertThrows(IllegalStateException.class, () -> WholeFile.write(file, part -> {
            Files.writeString(part, "half");
            throw new IllegalStateException("stopped");
        }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("table.csv"), names(folder));
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        final Path notAFolder = Files.createFile(folder.resolve("file"));
        final Path file = notAFolder.resolve("table.csv");
        final AffectException e = assertThrows(AffectException.class,
            () -> WholeFile.write(file, part -> Files.writeString(part, "x")));
        assertEquals("The file '" + file
            + "' can't be written: see that its folder is writable and that the disk isn't full.", e.getMessage());
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
