package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests scripts/affectj itself, as a process of its own, from another folder. */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {

    private static final Path SCRIPT = Path.of("scripts/affectj").toAbsolutePath();

    @TempDir
    private Path folder;

    private String output;

    @Test
    void runsFromAnyFolderAndThroughALink() throws IOException, InterruptedException {
        final Path link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT);
        assertEquals(0, run(link, "--version"));
        assertTrue(output.startsWith("AffectJ "), output);
    }

    @Test
    void passesTheExitStatusOn() throws IOException, InterruptedException {
        assertEquals(2, run(SCRIPT, "--unknown"));
        assertEquals("affectj: Unknown option: '--unknown'\nHelp: affectj --help\n", output);
        assertEquals(1, run(SCRIPT, "model", "verify", "no/such/model"));
        assertEquals("affectj: The model folder no/such/model doesn't exist: give the folder of a model.\n", output);
    }

    @Test
    void findsFilesWithAnyLettersInAPlainLocale() throws IOException, InterruptedException {
        final Path model = Files.createDirectories(folder.resolve("Modell für Ümläute"));
        assertEquals(1, run(SCRIPT, "model", "verify", model.getFileName().toString()));
        assertEquals("affectj: The folder Modell für Ümläute has no model.json: give the folder of a model.\n", output);
    }

    private int run(final Path script, final String... args) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        final Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes());
        return process.waitFor();
    }
}
