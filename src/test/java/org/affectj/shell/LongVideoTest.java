package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.video.VideoWriter;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long video of 640 × 480 pixels is analysed in 1 GB of heap without memory that grows. Only on demand:
 * {@code -Daffectj.test.minutes=120} for two hours of 25 frames a second, which take about half an hour on two idle
 * cores; with {@code -Daffectj.test.rate=5} they have as few a second.
 */
@EnabledIfSystemProperty(named = "affectj.test.minutes", matches = "\\d+")
class LongVideoTest {

    private static final int RATE = Integer.getInteger("affectj.test.rate", 25);
    private static final int MINUTE = 60 * RATE;

    @TempDir
    private Path folder;

    @Test
    void memoryDoesNotGrow() throws IOException, InterruptedException {
        final int minutes = Integer.getInteger("affectj.test.minutes");
        final Path video = write(minutes);
        final Path table = folder.resolve("table.csv");
        final int early = Math.min(5, (minutes + 2) / 3) * MINUTE;
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LongAnalysis.class.getName(), video.toString(), table.toString(), Integer.toString(early),
            Integer.toString(minutes * MINUTE - 10 * RATE)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final String output = new String(process.getInputStream().readAllBytes()).strip();
        assertEquals(0, process.waitFor());
        System.out.println("Bytes of heap early and late, resident of AffectJ and of its decoder: " + output);
        final double[] bytes = Stream.of(output.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertEquals(bytes[0], bytes[1], 0.05 * bytes[0], "heap");
        assertTrue(bytes[2] + bytes[3] < 2e9, "resident");
        try (Stream<String> lines = Files.lines(table)) {
            assertEquals(minutes * MINUTE + 1, lines.count());
        }
    }

    /** A minute of the portrait going to and fro, again and again. */
    private Path write(final int minutes) throws IOException, InterruptedException {
        final BufferedImage portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        final Path minute = folder.resolve("minute.mp4");
        VideoWriter.to(minute).write(MINUTE, number -> {
            final BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
            final int left = (int) Math.round(64 + 100 * Math.sin(2 * Math.PI * number / (10 * RATE)));
            picture.createGraphics().drawImage(portrait, left, 0, null);
            return picture;
        }, number -> 1000L / RATE * (number - 1));
        final Path video = folder.resolve("long.mp4");
        final Process loop = new ProcessBuilder(Loader.load(ffmpeg.class), "-loglevel", "error", "-stream_loop",
            Integer.toString(minutes - 1), "-i", minute.toString(), "-c", "copy", video.toString()).inheritIO().start();
        assertEquals(0, loop.waitFor());
        return video;
    }
}
