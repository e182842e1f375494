package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.video.IsolatedVideo;
import org.affectj.video.VideoParts;
import org.affectj.video.VideoWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ships, on a video of rendered people, five frames a second, in three parts that begin with frames 25 and 37. The
 * first two change places from frame 20 to 30; the third is away from frame 7 to 44; the fifth comes in frame 28 and
 * goes after 47; nobody is there from frame 35 to 38; the sixth comes in frame 50.
 */
class PartTablesTest {

    private static final int FRAMES = 60;
    private static final int SIDE = 126;
    private static final int LENGTH = 20;

    @TempDir
    private Path folder;

    private Path video() throws IOException {
        final BufferedImage people = ImageIO.read(Path.of("src/test/resources/six-rendered-people.jpg").toFile());
        final Path video = folder.resolve("people.mp4");
        VideoWriter.to(video).headerFirst(true)
            .write(FRAMES, frame -> picture(people, frame), frame -> 200L * (frame - 1));
        return video;
    }

    private static BufferedImage picture(final BufferedImage people, final int frame) {
        final BufferedImage picture = new BufferedImage(640, 260, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, 640, 260);
        if (frame < 35 || frame > 38) {
            final double crossed = Math.max(0, Math.min(1, (frame - 20) / 10.0));
            draw(graphics, people, 1, 1 - crossed);
            draw(graphics, people, 0, crossed);
            if (frame < 7) draw(graphics, people, 2, 2);
            draw(graphics, people, 3, 3);
            if (frame >= 28 && frame <= 47) draw(graphics, people, 4, 2);
            if (frame > 44) draw(graphics, people, 2, 4);
            if (frame >= 50) draw(graphics, people, 5, 2);
        }
        graphics.dispose();
        return picture;
    }

    /** Draws a person at a place, counted from the left. */
    private static void draw(final Graphics2D graphics, final BufferedImage people, final int person,
        final double place)
    {
        final int left = (int) Math.round(5 + SIDE * place);
        graphics.drawImage(people, left, 60, left + SIDE, 60 + SIDE, 192 * person, 0, 192 * (person + 1), 192, null);
    }

    private PartTables.Part analyze(final FaceAnalyzer analyzer, final Path video, final FramePart part)
        throws IOException
    {
        final PartTables.Part files = new PartTables.Part(folder.resolve("part-" + part.first() + ".csv"),
            folder.resolve("part-" + part.first() + ".sights"));
        try (FrameSource frames = part.of(IsolatedVideo.open(video));
            CsvResults csv = new CsvResults(files.table(), analyzer.columns());
            OutputStream sights = Files.newOutputStream(files.sights()))
        {
            analyzer.analyzePart(frames, sights, csv::write, Progress.NONE);
        }
        return files;
    }

    private List<PartTables.Part> analyzeParts(final AnalysisOptions options, final Path video) throws IOException {
        final List<PartTables.Part> parts = new ArrayList<>();
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(options)) {
            for (final FramePart part : VideoParts.plan(video, FrameSelection.Choice.ALL, LENGTH, options.tracking()))
                parts.add(analyze(analyzer, video, part));
        }
        return parts;
    }

    /** @return the joined table, after seeing that it is the same as that of an analysis in one go */
    private Path analyzeBothWays(final AnalysisOptions options, final Path video) throws IOException {
        final Path whole = folder.resolve("whole.csv");
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(options);
            FrameSource frames = IsolatedVideo.open(video); CsvResults csv = new CsvResults(whole, analyzer.columns()))
        {
            analyzer.analyze(frames, csv::write, Progress.NONE);
        }
        final List<PartTables.Part> parts = analyzeParts(options, video);
        assertEquals(3, parts.size());
        final Path joined = folder.resolve("joined.csv");
        PartTables.join(parts, options.tracking(), joined, Progress.NONE);
        assertEquals(Files.readAllLines(whole), Files.readAllLines(joined));
        return joined;
    }

    @Test
    void partsGiveTheTableOfTheWholeAndEverybodyHasANumber() throws IOException {
        final Path joined = analyzeBothWays(AnalysisOptions.DEFAULT, video());
        assertEquals("1 2 3 4", tracks(joined, 1));
        assertEquals("2 1 5 4", tracks(joined, 34));
        assertEquals("", tracks(joined, 37));
        assertEquals("2 1 5 4", tracks(joined, 39));
        assertEquals("2 1 5 4 3", tracks(joined, 45));
        assertEquals("2 1 6 4 3", tracks(joined, FRAMES));
    }

    @Test
    void partsOfADamagedVideoGiveTheTableOfTheWhole() throws IOException {
        final Path video = video();
        damage(video);
        final Path joined = analyzeBothWays(AnalysisOptions.DEFAULT.withTracking(new Tracking(5, 1, false)), video);
        assertTrue(Files.readString(joined).contains(",unreadable,"));
    }

    private static String tracks(final Path table, final int frame) throws IOException {
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.split(",")).filter(cells -> cells[1].equals(Integer.toString(frame)))
                .map(cells -> cells[4]).collect(Collectors.joining(" "));
        }
    }

    /** Some frames in the middle can't be decoded. */
    private static void damage(final Path video) throws IOException {
        final byte[] bytes = Files.readAllBytes(video);
        Arrays.fill(bytes, bytes.length * 48 / 100, bytes.length * 53 / 100, (byte) 0);
        Files.write(video, bytes);
    }

    @Test
    void partsThatArentWholeOrInTheirPlaceAreTold() throws IOException {
        final List<PartTables.Part> parts =
            analyzeParts(AnalysisOptions.DEFAULT.withTracking(new Tracking(12, 1)), video());
        final Path table = folder.resolve("table.csv");
        final Path sights = parts.get(1).sights();
        final List<PartTables.Part> swapped = List.of(parts.get(0), parts.get(2), parts.get(1));
        assertEquals("The file '" + sights + "' isn't a whole part of an analysis (frame 25 comes after frame 60): "
            + "analyse that part again.", problem(swapped, table));
        final List<PartTables.Part> mixed =
            List.of(parts.get(0), new PartTables.Part(parts.get(2).table(), sights), parts.get(2));
        assertEquals("The file '" + parts.get(2).table() + "' isn't a whole part of an analysis (row 1 isn't that of "
            + "frame 25): analyse that part again.", problem(mixed, table));
        final byte[] bytes = Files.readAllBytes(sights);
        for (final int length : new int[] { 0, 5000, bytes.length - 1 }) {
            Files.write(sights, Arrays.copyOf(bytes, length));
            assertTrue(problem(parts, table)
                .startsWith("The file '" + sights + "' isn't a whole part of an analysis ("));
        }
        assertTrue(Files.notExists(table));
    }

    private static String problem(final List<PartTables.Part> parts, final Path table) {
        return assertThrows(AffectException.class, () -> PartTables.join(parts, Tracking.DEFAULT, table, Progress.NONE))
            .getMessage();
    }
}
