package org.affectj.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.ResultRows;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of results show what tables hold, whatever their length. */
class ResultChartsTest {

    @TempDir
    private Path folder;

    @Test
    void aLongVideoKeepsItsShapeInFewPoints() {
        final ResultOutline outline = ResultOutline.of(new LongVideo(300_000, 123_456), Progress.NONE);
        final FaceOutline first = outline.faces().get(0);
        assertEquals("1: 300000, 2: 150000", outline.faces().stream().map(face -> face.track() + ": " + face.frames())
            .reduce((a, b) -> a + ", " + b).orElseThrow());
        assertTrue(first.bins().size() > 1000 && first.bins().size() <= 2000, first.bins().size() + " points");
        final int smile = outline.index("AU12");
        for (final FaceOutline.Bin bin : first.bins().values()) { // means of a straight line lie on it
            assertEquals(bin.frame() / 300_000, bin.mean(smile), 1e-5);
            assertEquals((bin.frame() - 1) / 25, bin.time(), 1e-5);
        }
        final List<FaceOutline.Bin> frowns =
            first.bins().values().stream().filter(bin -> bin.high(outline.index("AU04")) == 1).toList();
        assertEquals(1, frowns.size(), "a single frame stands out");
        assertEquals(123_456, frowns.get(0).frame(), 256);
        assertEquals(List.of("AU04", "AU12"), ResultChartKind.channels(outline, first));
    }

    @Test
    void framesAndPlacesOnTheAxisAgree() {
        final LongVideo video = new LongVideo(20_000, 5);
        final ResultOutline outline = ResultOutline.of(video, Progress.NONE);
        for (final int frame : new int[] { 1, 2, 77, 9_999, 10_001, 20_000 }) {
            final FaceOutline first = outline.faces().get(0);
            assertEquals((frame - 1) / 25.0, outline.position(first, frame), 0.001);
            assertEquals(frame, outline.frame(first, (frame - 1) / 25.0));
            final int row = outline.row(video, first, frame).orElseThrow();
            assertEquals(List.of(Integer.toString(frame), "1"), List.of(video.row(row).get(1), video.row(row).get(4)));
            assertEquals(frame <= 10_000, outline.row(video, outline.faces().get(1), frame).isPresent());
        }
    }

    @Test
    void allChartsAreSavedWithoutAScreen() throws IOException {
        final ResultOutline outline = ResultOutline.of(new LongVideo(100, 40), Progress.NONE);
        final FaceOutline first = outline.faces().get(0);
        assertTrue(Arrays.stream(ResultChartKind.values()).filter(kind -> kind != ResultChartKind.ACTION_UNITS)
            .allMatch(kind -> kind.fits(outline)));
        ResultChartKind.saveAll(outline, folder.resolve("new"));
        final BufferedImage drawn = ImageIO.read(folder.resolve("new/timeline.png").toFile());
        assertEquals("1200×800", drawn.getWidth() + "×" + drawn.getHeight(), "two plots");
        final int[] pixels = drawn.getRGB(0, 0, 1200, 800, null, 0, 1200);
        assertTrue(Arrays.stream(pixels).filter(pixel -> pixel == ChartStyle.MANY_COLOURS.get(0).getRGB())
            .count() > 300);
        final String svg = Files.readString(folder.resolve("new/timeline.svg"));
        for (final String text : List.of("Time (seconds)", "AU04", "AU12", "A value for each frame"))
            assertTrue(svg.contains(text), text);
        final List<String> numbers = Files.readAllLines(folder.resolve("new/timeline.csv"));
        assertEquals("source,track,frame,time,channel,mean,min,max", numbers.get(0));
        assertTrue(numbers.contains("long.mp4,1,40.0000,1.5600,AU04,1.0000,1.0000,1.0000"), numbers.get(40));
        assertEquals(1 + 2 * (100 + 50), numbers.size());
        assertTrue(Files.readAllLines(folder.resolve("new/circumplex.csv"))
            .contains("long.mp4,1,100.0000,3.9600,1.0000,-1.0000"));
        assertThrows(AffectException.class, () -> ResultChartKind.TIMELINE.draw(outline, List.of(first), List.of())
            .save(folder.resolve("chart.gif")));
    }

    @Test
    void theShownFrameIsMarkedAndPointedAt() {
        final ResultOutline outline = ResultOutline.of(new LongVideo(100, 40), Progress.NONE);
        final ResultChart chart = ResultChartKind.TIMELINE.draw(outline, outline.faces(), List.of("AU12", "valence"));
        chart.mark(26);
        final CombinedDomainXYPlot both = (CombinedDomainXYPlot) chart.chart().getXYPlot();
        for (final Object plot : both.getSubplots())
            assertEquals(1, ((ValueMarker) ((XYPlot) plot).getDomainMarkers(Layer.FOREGROUND).iterator().next())
                .getValue(), 1e-9);
        final ChartRenderingInfo info = new ChartRenderingInfo();
        final BufferedImage image = new BufferedImage(1000, 600, BufferedImage.TYPE_INT_RGB);
        chart.chart().draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 1000, 600), info);
        final Rectangle2D area = info.getPlotInfo().getDataArea();
        assertTrue(area.getMinX() > 40 && area.getWidth() > 700, "what a click is looked up in: " + area);
        assertEquals(OptionalInt.of(51), chart.frame(2, 0));
        final ResultChart circle = ResultChartKind.CIRCUMPLEX.draw(outline, outline.faces().subList(0, 1), List.of());
        circle.mark(30);
        assertEquals(0.3, circle.chart().getXYPlot().getDataset(1).getXValue(0, 0), 1e-6);
        assertEquals(OptionalInt.of(70), circle.frame(0.71, -0.69));
    }

    @Test
    void tablesOfOtherThingsAreRefused() {
        final LongVideo video = new LongVideo(2, 1);
        assertEquals("The table 'long.csv' has no column 'track': choose a table that Analyze Faces made.",
            assertThrows(AffectException.class,
                () -> ResultOutline.of(new Other(video, List.of("source", "frame", "AU12")),
                    Progress.NONE)).getMessage());
        assertEquals("The table 'long.csv' holds no action units, expressions or valence: choose a table that "
            + "Analyze Faces made.", assertThrows(AffectException.class,
                () -> ResultOutline.of(new Other(video, List.of("source", "frame", "track")),
                    Progress.NONE)).getMessage());
    }

    /** The rows of another table under other headings. */
    private record Other(LongVideo rows, List<String> headings) implements ResultRows {

        @Override
        public String name() {
            return rows.name();
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public List<String> row(final int index) {
            return rows.row(index).subList(0, headings.size());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
