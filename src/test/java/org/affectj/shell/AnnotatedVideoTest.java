package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.Progress;
import org.affectj.batch.AnalysisFiles;
import org.affectj.batch.AnalysisJob;
import org.affectj.imagej.FrameFiles;
import org.affectj.imagej.OverlayPicture;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.video.VideoFrames;
import org.affectj.video.VideoWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the annotated videos of {@code affectj analyze} on the sample portrait, which moves to the right. */
class AnnotatedVideoTest {

    private static final int FRAMES = 6;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    @TempDir
    private static Path folder;
    private static Path video;

    @BeforeAll
    static void write() throws IOException {
        final BufferedImage portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        video = folder.resolve("face.mp4");
        VideoWriter.to(video).write(FRAMES, number -> {
            final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            picture.createGraphics().drawImage(portrait, 8 * number - 120, 30, null);
            return picture;
        }, number -> 10L * number * (number - 1));
    }

    @Test
    void everyFrameIsThereAtItsTimeWithItsFaceDrawnIn() throws IOException {
        final Path out = folder.resolve("out");
        final ShellRun run = ShellRun.of("analyze", video, "--output", out, "--annotated-video");
        assertEquals("", run.errors());
        final Path annotated = out.resolve("face-annotated.mp4");
        assertEquals(List.of(video + ": 6 faces", "  " + out.resolve("face.csv"), "  " + annotated), run.lines());
        assertTrue(Files.readString(out.resolve("run.json")).contains("\"annotated_videos\": true"));

        try (VideoFrames before = VideoFrames.open(video); VideoFrames after = VideoFrames.open(annotated)) {
            assertEquals(FRAMES, after.size());
            assertEquals(WIDTH + "×" + HEIGHT, after.width() + "×" + after.height());
            final List<String> rows = Files.readAllLines(out.resolve("face.csv"));
            for (int number = 1; number <= FRAMES; number++) {
                assertEquals(0.01 * number * (number - 1), after.time(number), 1e-5);
                final int[] was = before.pixels(number);
                final int[] is = after.pixels(number);
                // her suit, below all that is drawn, moves with the frames
                assertEquals(0, difference(was, is, 60, HEIGHT - 12, 200, 10), 8);
                final String[] cells = rows.get(number).split(",");
                final int x = (int) Double.parseDouble(cells[6]);
                final int y = (int) (Double.parseDouble(cells[7]) + Double.parseDouble(cells[9]) / 2);
                assertTrue(yellow(is, x, y) > yellow(was, x, y) + 60, "the left edge of the box in frame " + number);
            }
        }
    }

    /** The mean difference of a rectangle's pixels, of 255. */
    private static double difference(final int[] was, final int[] is, final int x, final int y, final int width,
        final int height)
    {
        double sum = 0;
        for (int i = 0; i < width * height; i++) {
            final int at = (y + i / width) * WIDTH + x + i % width;
            for (int shift = 0; shift < 24; shift += 8)
                sum += Math.abs((was[at] >> shift & 255) - (is[at] >> shift & 255));
        }
        return sum / (3 * width * height);
    }

    /** How yellow the yellowest pixel near a place is: red and green less blue. */
    private static int yellow(final int[] pixels, final int x, final int y) {
        int most = -255;
        for (int near = x - 2; near <= x + 2; near++) {
            final int rgb = pixels[y * WIDTH + near];
            most = Math.max(most, Math.min(rgb >> 16 & 255, rgb >> 8 & 255) - (rgb & 255));
        }
        return most;
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        final Path out = Files.createDirectories(folder.resolve("cancelled"));
        final Progress impatient = new Progress() {

            private volatile boolean cancelled;

            @Override
            public void update(final long done, final long total, final String message) {
                cancelled |= done >= 3;
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT.withBatch(1))) {
            final AnalysisJob job = new AnalysisJob(FrameFiles::open, analyzer, new AnalysisFiles(true, true),
                new OverlayPicture(analyzer.model().thresholds()));
            assertThrows(CancellationException.class, () -> job.run(video, out.resolve("face"), impatient));
        }
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
