package org.affectj.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** AffectJ lives in one process with TensorFlow 1.15 and OpenCV. */
class CrowdedProcessTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.MAC, architectures = "aarch64", disabledReason = "TensorFlow 1.15 was never built for it")
    void runsBesideTensorFlow1AndOpenCV() throws Exception {
        final String tensorFlow1 = Path.of("target", "tensorflow1").toAbsolutePath() + File.separator + "*";
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-cp", tensorFlow1 + File.pathSeparator + System.getProperty("java.class.path"),
            CrowdedProcess.class.getName(), folder.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile()).start();
        final int status = process.waitFor();
        final String output = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
        assertEquals(0, status, output);
        final String others = "TensorFlow 1.15.0: 17.0\nOpenCV: 30.0\n";
        assertEquals(others + "TensorFlow 2.16.1: 8.0\n" + others, output.lines()
            .filter(line -> line.startsWith("TensorFlow") || line.startsWith("OpenCV")).map(line -> line + "\n")
            .reduce("", String::concat), output);
    }
}
