package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj model}, and what other commands say of a model that isn't intact. */
class ModelsTest {

    private static final String PORTRAIT = "samples/astronaut.png";

    @TempDir
    private Path folder;

    @Test
    void refusesAModelWithAMissingOrAlteredFile() throws IOException {
        final Path model = copyOfTheDefaultModel();
        final Path network = model.resolve("saved_model.pb");
        Files.write(network, new byte[] { 0 }, StandardOpenOption.APPEND);
        assertFails("The model " + model + " isn't as it was made, its file saved_model.pb was altered: "
            + "install it again.", "analyze", PORTRAIT, "-o", folder.resolve("out"), "--model", model);
        Files.delete(network);
        assertFails("The model " + model + " lacks its file saved_model.pb: install it again.",
            "analyze", PORTRAIT, "-o", folder.resolve("out"), "--model", model);
        Files.delete(model.resolve("model.json"));
        assertFails("The folder " + model + " has no model.json: give the folder of a model.",
            "model", "verify", model);
    }

    @Test
    void verifiesModelsThatAreIntact() throws IOException {
        final Path model = copyOfTheDefaultModel();
        final ShellRun run = ShellRun.of("model", "verify", model, "landmarks-68");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.output().contains(model + " is intact: "), run.output());
        assertTrue(ShellRun.of("model", "list").output().startsWith("affectj-default      comes with AffectJ"),
            "listed");
        assertTrue(ShellRun.of("model", "show", model).output().contains("kind         affect"), "shown");
    }

    private Path copyOfTheDefaultModel() throws IOException {
        final Path original = Path.of("models/affectj-default");
        final Path copy = folder.resolve("model");
        try (Stream<Path> files = Files.walk(original)) {
            for (final Path file : (Iterable<Path>) files::iterator)
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
        }
        return copy;
    }

    private static void assertFails(final String message, final Object... args) {
        final ShellRun run = ShellRun.of(args);
        assertEquals("affectj: " + message + "\n", run.errors());
        assertEquals(1, run.status());
    }
}
