package org.affectj.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingStep;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curves of trainings that are long, have stages, or go on. */
class TrainingCurvesTest {

    private static final int STEPS = 123_456;

    private final TrainingCurves curves = new TrainingCurves();

    @Test
    void aLongTrainingKeepsItsShapeInAThousandPoints() {
        for (int step = 1; step <= STEPS; step++)
            curves.add(step("joint", step, STEPS, 100, 7 - 5.0 * step / STEPS));
        final XYDataset losses = plot(0).getDataset();
        assertEquals("loss", losses.getSeriesKey(0));
        final int points = losses.getItemCount(0);
        assertTrue(points > 400 && points <= 1001, points + " points");
        for (int i = 0; i < points; i++) // means of a straight line lie on it
            assertEquals(7 - 5 * losses.getXValue(0, i) / 100, losses.getYValue(0, i), 1e-6);
        assertTrue(losses.getXValue(0, 0) < 0.2 && losses.getXValue(0, points - 1) > 99.8, "from begin to end");
    }

    @Test
    void theBestEpochIsMarked() {
        final double[] scores = { 0.2, 0.5, 0.4 };
        for (int epoch = 1; epoch <= 3; epoch++)
            curves.add(epoch("joint", epoch, scores[epoch - 1], epoch < 3));
        final XYPlot validation = plot(1);
        assertEquals(1, validation.getDataset().getSeriesCount(), "losses and speed are no scores");
        assertEquals(0.4, validation.getDataset().getYValue(0, 2));
        assertEquals(0.75, plot(0).getDataset(1).getYValue(0, 1), "the mean loss stands with the losses");
        assertEquals(1.5, plot(0).getDataset(1).getXValue(0, 1), "in the middle of its epoch");
        final Marker best = (Marker) validation.getDomainMarkers(Layer.FOREGROUND).iterator().next();
        assertEquals("best: epoch 2, 0.500", best.getLabel());
        assertEquals(2, ((ValueMarker) best).getValue());
    }

    @Test
    void stagesStandOneBehindTheOther() {
        for (final String stage : List.of("action units", "expressions"))
            for (int step = 1; step <= 4; step++)
                curves.add(step(stage, step, 4, 2, step));
        final XYDataset losses = plot(0).getDataset();
        assertEquals(0.5, losses.getXValue(0, 0));
        assertEquals(2, losses.getXValue(0, 3));
        assertTrue(Double.isNaN(losses.getYValue(0, 4)), "no line between the stages");
        assertEquals(2.5, losses.getXValue(0, 5));
        assertEquals(List.of("action units", "expressions"), plot(0).getDomainMarkers(Layer.FOREGROUND).stream()
            .map(marker -> ((Marker) marker).getLabel()).toList());
    }

    @Test
    void isDrawnWithoutAScreen(@TempDir final Path folder) throws IOException {
        curves.save(folder.resolve("empty.png"));
        for (int step = 1; step <= 40; step++)
            curves.add(step("joint", step, 40, 2, 1.0 / step));
        curves.add(epoch("joint", 1, 0.3, true));
        curves.save(folder.resolve("new/curves.png"));
        final BufferedImage drawn = ImageIO.read(folder.resolve("new/curves.png").toFile());
        assertEquals("1000×800", drawn.getWidth() + "×" + drawn.getHeight());
        int black = 0;
        for (int y = 60; y < 350; y++)
            for (int x = 100; x < 700; x++)
                if ((drawn.getRGB(x, y) & 0xff) < 0x60) black++;
        assertTrue(black > 100, "the curve of the loss is there");
    }

    private XYPlot plot(final int index) {
        return (XYPlot) ((CombinedDomainXYPlot) curves.chart().getXYPlot()).getSubplots().get(index);
    }

    private static TrainingStep step(final String stage, final long step, final long steps, final int epochs,
        final double loss)
    {
        return new TrainingStep(stage, step, steps, epochs, Map.of("loss", loss), 0.001, 100, 10);
    }

    private static TrainingEpoch epoch(final String stage, final int epoch, final double score, final boolean best) {
        final Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("score", score);
        figures.put("loss", 1.0 / epoch + 0.25);
        figures.put("images_per_second", 1000.0);
        return new TrainingEpoch(stage, epoch, 10, 1, figures, best, List.of());
    }
}
