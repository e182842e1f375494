package org.affectj.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engine in processes like those of its users. */
class CrowdedProcessTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.MAC, architectures = "aarch64", disabledReason = "TensorFlow 1.15 was never built for it")
    void runsBesideTensorFlow1AndOpenCV() throws Exception {
        final String tensorFlow1 = Path.of("target", "tensorflow1").toAbsolutePath() + File.separator + "*";
        final String output =
            run(CrowdedProcess.class, tensorFlow1 + File.pathSeparator + classPath(), "samples/astronaut.png");
        final String others = "TensorFlow 1.15.0: 17.0\nOpenCV: 30.0\n";
        assertEquals(others + "TensorFlow 2.16.1: ok, Happiness\n" + others, output.lines()
            .filter(line -> line.startsWith("TensorFlow") || line.startsWith("OpenCV")).map(line -> line + "\n")
            .reduce("", String::concat), output);
    }

    @Test
    void runsWhereOnlyAPluginClassLoaderKnowsTheJars() throws Exception {
        final Path mainClass = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
        assertEquals("TensorFlow 2.16.1\n", run(PluginProcess.class, mainClass.toString(), classPath()));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** @return what a Java program writes to the terminal */
    private String run(final Class<?> main, final String classPath, final String argument) throws Exception {
        final Path output = folder.resolve("output");
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-cp", classPath, main.getName(), argument).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        final int status = process.waitFor();
        final String text = Files.readString(output);
        assertEquals(0, status, text);
        return text;
    }
}
