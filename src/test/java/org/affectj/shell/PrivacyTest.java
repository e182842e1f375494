package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.video.VideoWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces stay on this computer, and nothing of them stays but the results. */
class PrivacyTest {

    @TempDir
    private Path folder;

    private Path temporary;

    @BeforeEach
    void makeFolder() throws IOException {
        temporary = Files.createDirectories(folder.resolve("temporary"));
    }

    @Test
    void analysesConnectToNothingAndLeaveOnlyResults() throws Exception {
        final var portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        final var picture = new java.awt.image.BufferedImage(512, 512, java.awt.image.BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().drawImage(portrait, 0, 0, null);
        final Path video = folder.resolve("face.mp4");
        VideoWriter.to(video).write(2, number -> picture, number -> 40L * number);
        final Path out = folder.resolve("out");
        assertEquals(0, run(offline(), "analyze", "samples/astronaut.png", video.toString(), "-o", out.toString()),
            log());
        assertEquals(List.of("astronaut-overlay.png", "astronaut.csv", "columns.json", "face.csv",
            "manifest.csv", "run.json", "summary.csv"), names(out));
        assertEquals(0, run(offline(), "align", "samples/astronaut.png", "-o", folder.resolve("crops").toString()),
            log());
        assertEquals(List.of(), names(temporary));
    }

    @Test
    void aConnectionWouldBeNoticed() throws Exception {
        assertEquals(OfflineShell.CONNECTED, run(List.of(), "connect", "http://localhost:9/"));
        assertTrue(log().contains("connects to localhost"), log());
    }

    /** Where the system allows it, the process has no network at all, for native code either. */
    private static List<String> offline() throws InterruptedException {
        final List<String> without = List.of("unshare", "--map-root-user", "--net");
        try {
            final List<String> probe = new ArrayList<>(without);
            probe.add("true");
            return new ProcessBuilder(probe).start().waitFor() == 0 ? without : List.of();
        } catch (final IOException e) {
            return List.of(); // only Linux has it
        }
    }

    private int run(final List<String> before, final String... arguments) throws Exception {
        final List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.security.manager=allow", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + temporary, "-cp",
            System.getProperty("java.class.path"), OfflineShell.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
            .start().waitFor();
    }

    private String log() throws IOException {
        return Files.exists(folder.resolve("log")) ? Files.readString(folder.resolve("log")) : "";
    }

    private static List<String> names(final Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
