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

/** A folder is the old one or the new one, never something between, and nothing half done stays beside it. */
class WholeFolderTest {

    @TempDir
    private Path around;

    @Test
    void whatFailsLeavesTheOldFolder() throws IOException {
        WholeFolder.replace(around.resolve("model"), part -> fill(part, "old"));
        assertThrows(AffectException.class, () -> WholeFolder.replace(around.resolve("model"), part -> {
            fill(part, "half");
            throw new IOException("the disk is full");
        }));
        assertEquals("old", Files.readString(around.resolve("model/text")));
        assertEquals(List.of("model"), names());
    }

    @Test
    void whatKilledProcessesLeftIsDeleted() throws Exception {
        final Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        final long living = ProcessHandle.current().parent().orElseThrow().pid();
        fill(around.resolve(".model." + killed.pid() + ".part"), "half");
        fill(around.resolve(".model." + living + ".part"), "another process is writing this");
        WholeFolder.replace(around.resolve("model"), part -> fill(part, "old"));
        WholeFolder.replace(around.resolve("model"), part -> fill(part, "new"));
        assertEquals("new", Files.readString(around.resolve("model/text")));
        assertEquals(List.of(".model." + living + ".part", "model"), names());
    }

    private static void fill(final Path folder, final String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("text"), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(around)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
