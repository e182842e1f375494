package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.affectj.video.VideoWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj analyze} on a video of the sample portrait, which moves to the right by 8 pixels a frame. */
class VideoTest {

    private static final int FRAMES = 12;

    @TempDir
    private static Path folder;
    private static Path video;

    @BeforeAll
    static void write() throws IOException {
        final BufferedImage portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        video = Files.createDirectories(folder.resolve("in")).resolve("face.mp4");
        VideoWriter.to(video).headerFirst(true).write(FRAMES, number -> moved(portrait, number),
            number -> 10L * number * (number - 1));
    }

    private static BufferedImage moved(final BufferedImage portrait, final int number) {
        final BufferedImage picture = new BufferedImage(400, 304, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().drawImage(portrait, 8 * (number - 1) - 80, 0, null);
        return picture;
    }

    @Test
    void everyFrameHasItsTimeAndItsFace() throws IOException {
        final Path out = folder.resolve("all");
        final ShellRun run = ShellRun.of("analyze", video.getParent(), "--output", out);
        assertEquals("", run.errors());
        assertEquals(0, run.status());
        final List<CSVRecord> rows = rows(out.resolve("face.csv"));
        assertEquals(FRAMES, rows.size());
        for (int i = 0; i < FRAMES; i++) {
            final CSVRecord row = rows.get(i);
            assertEquals(i + 1, Integer.parseInt(row.get("frame")));
            assertEquals(0.01 * i * (i + 1), Double.parseDouble(row.get("time")), 1e-6);
            assertEquals("Happiness", row.get("expression"));
            assertEquals(Double.parseDouble(rows.get(0).get("x")) + 8 * i, Double.parseDouble(row.get("x")), 8);
        }
    }

    @Test
    void someFramesKeepTheirNumbersAndTimes() throws IOException {
        final Path out = folder.resolve("some");
        final ShellRun run = ShellRun.of("analyze", video, "--output", out, "--every", "3",
            "--from", "0.1", "--to", "1");
        assertEquals("", run.errors());
        assertEquals(List.of("4 0.120000", "7 0.420000", "10 0.900000"),
            rows(out.resolve("face.csv")).stream().map(r -> r.get("frame") + " " + r.get("time")).toList());
        assertTrue(Files.readString(out.resolve("run.json")).contains("\"every\": 3"));
    }

    /**
     * The upper head goes to the right, the lower one to the left: in the end they have changed places in the count.
     */
    @Test
    void peopleKeepTheirTracksWhenTheyPassEachOtherBetweenSearches() throws IOException {
        final BufferedImage head = ImageIO.read(Path.of("samples/astronaut.png").toFile())
            .getSubimage(130, 20, 190, 210);
        final Path crossing = folder.resolve("crossing.mp4");
        VideoWriter.to(crossing).write(24, number -> {
            final BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
            picture.createGraphics().drawImage(head, 16 * number, 10, null);
            picture.createGraphics().drawImage(head, 450 - 16 * number, 250, null);
            return picture;
        }, number -> 40L * number);
        final Path out = folder.resolve("tracks");
        final ShellRun run = ShellRun.of("analyze", crossing, "--output", out, "--detect-every", "5");
        assertEquals("", run.errors());
        final List<CSVRecord> rows = rows(out.resolve("crossing.csv"));
        assertEquals(48, rows.size());
        for (final CSVRecord row : rows)
            assertEquals(Double.parseDouble(row.get("y")) < 200 ? "1" : "2", row.get("track"), row.toString());
        assertEquals("1", rows.get(0).get("track"));
        assertEquals("2", rows.get(46).get("track"));
        assertTrue(Files.readString(out.resolve("run.json")).contains("\"detect_every\": 5"));
    }

    @Test
    void aCutVideoIsMeasuredUpToTheCutAndReported() throws IOException {
        final byte[] bytes = Files.readAllBytes(video);
        final int pictures = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat");
        final Path cut = Files.write(folder.resolve("cut.mp4"),
            Arrays.copyOf(bytes, pictures + (bytes.length - pictures) * 3 / 4));
        final Path out = folder.resolve("damaged");
        final ShellRun run = ShellRun.of("analyze", cut, video, "--output", out, "--every", "4");
        assertEquals(1, run.status());
        final String error = rows(out.resolve("errors.csv")).get(0).get("error");
        assertTrue(error.startsWith("The video '" + cut + "' is damaged: it ends at "), error);
        assertTrue(run.errors().contains("affectj: " + error), run.errors());
        assertTrue(Files.readString(out.resolve("run.json")).contains("\"damage\": \"The video"), "in the report");
        assertEquals("ok", rows(out.resolve("cut.csv")).get(0).get("status"));
        assertEquals(3, rows(out.resolve("face.csv")).size());
    }

    @Test
    void impossibleChoicesAreRefused() {
        final ShellRun none = ShellRun.of("analyze", video, "--output", folder.resolve("none"),
            "--from", "9", "--to", "10");
        assertTrue(none.errors().contains(
            "'face.mp4' has no frame from 9.0 to 10.0 seconds, its last is at 1.32: choose other seconds."),
            none.errors());
        final ShellRun zero = ShellRun.of("analyze", video, "--output", folder.resolve("none"), "--every", "0");
        assertTrue(zero.errors().contains("give 1 for all, 2 for every other"), zero.errors());
    }

    private static List<CSVRecord> rows(final Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }
}
