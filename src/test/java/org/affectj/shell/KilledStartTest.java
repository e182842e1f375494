package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.affectj.engine.EngineLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends while TensorFlow starts is spoken of the next time, until a network has run. */
class KilledStartTest {

    private static final String SAID = "TensorFlow was starting when its program ended without a word, at ";

    @TempDir
    private Path folder;

    private Path state;
    private String before;

    @BeforeEach
    void moveState() {
        state = folder.resolve("state");
        before = System.getProperty("affectj.state", "");
        System.setProperty("affectj.state", state.toString());
    }

    @AfterEach
    void restoreState() {
        if (before.isEmpty()) System.clearProperty("affectj.state");
        else System.setProperty("affectj.state", before);
    }

    @Test
    void isSpokenOfUntilANetworkHasRun() throws Exception {
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Daffectj.state=" + state, "-cp", System.getProperty("java.class.path"),
            AffectJ.class.getName(), "diagnose")
            .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        while (marks() == 0 && process.isAlive()) Thread.sleep(1);
        process.destroyForcibly().waitFor();
        assertEquals(1, marks(), "killed within the start");

        final ShellRun diagnosis = ShellRun.of("diagnose");
        assertTrue(diagnosis.output().contains(SAID), diagnosis.output());
        final ShellRun analysis = ShellRun.of("analyze", "samples/astronaut.png", "-o",
            folder.resolve("out"), "--safe");
        assertTrue(analysis.errors().startsWith("affectj: " + SAID), analysis.errors());
        assertTrue(analysis.errors().contains("--safe in a shell"), analysis.errors());
        assertEquals(0, analysis.status());
        assertEquals("", ShellRun.of("model", "list").errors(), "once a network has run, all is well");
        assertEquals(0, marks());
    }

    @Test
    void aProcessThatStillRunsIsNotSpokenOf() throws IOException {
        Files.createDirectories(state);
        Files.writeString(state.resolve("starting-" + ProcessHandle.current().pid()), "");
        assertFalse(EngineLoader.interruptedStart().isPresent(), "this process runs");
        Files.writeString(state.resolve("starting-" + Integer.MAX_VALUE), "");
        assertTrue(EngineLoader.interruptedStart().isPresent(), "no process has this number");
    }

    private long marks() throws IOException {
        if (!Files.isDirectory(state)) return 0;
        try (Stream<Path> files = Files.list(state)) {
            return files.count();
        }
    }
}
