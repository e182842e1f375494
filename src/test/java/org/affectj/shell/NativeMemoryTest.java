package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What runs for days keeps its memory: that of the whole process, Java's heap included. Takes minutes, so
 * {@code -Daffectj.memory=true} asks for it.
 */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "affectj.memory", matches = "true")
class NativeMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void isTheSameAfterTenAndAHundredAnalyses() throws Exception {
        final Path output = folder.resolve("output");
        // Java's heap is taken whole from the beginning, so that all that grows is native
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-Djava.awt.headless=true", "-cp",
            System.getProperty("java.class.path"), ManyAnalyses.class.getName(),
            folder.resolve("out").toString(), "100", "10").redirectErrorStream(true)
            .redirectOutput(output.toFile()).start();
        assertEquals(0, process.waitFor(), () -> output.toString());
        final List<String> told = Files.readAllLines(output).stream().filter(line -> line.matches("\\d+ \\d+"))
            .toList();
        final double ten = kilobytes(told.get(0));
        final double hundred = kilobytes(told.get(told.size() - 1));
        System.out.println("kB after each ten analyses: " + told);
        assertTrue(hundred < 1.02 * ten, told.toString());
    }

    private static double kilobytes(final String line) {
        return Double.parseDouble(line.split(" ")[1]);
    }
}
