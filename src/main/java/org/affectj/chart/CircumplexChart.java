package org.affectj.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The paths of faces through the plane of valence and arousal, in the circle that Russell (1980) arranged affect on.
 */
final class CircumplexChart {

    private static final int SIZE = 800;
    private static final Font CORNERS = new Font(Font.SANS_SERIF, Font.ITALIC, 14);

    private CircumplexChart() {
    }

    /**
     * @param outline of a table
     * @return whether it tells valence and arousal
     */
    static boolean fits(final ResultOutline outline) {
        return outline.channels().containsAll(List.of(ResultOutline.VALENCE, ResultOutline.AROUSAL));
    }

    /**
     * @param outline of a table that {@linkplain #fits fits}
     * @param faces of it, one or more
     * @return the chart
     */
    static ResultChart of(final ResultOutline outline, final List<FaceOutline> faces) {
        final int valence = outline.index(ResultOutline.VALENCE);
        final int arousal = outline.index(ResultOutline.AROUSAL);
        final XYSeriesCollection paths = new XYSeriesCollection();
        final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer();
        final XYSeriesCollection now = new XYSeriesCollection();
        final XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setDefaultSeriesVisibleInLegend(false);
        for (int i = 0; i < faces.size(); i++) {
            final XYSeries path = new XYSeries(i + " " + faces.get(i), false, true);
            path.setDescription(faces.get(i).toString());
            faces.get(i).bins().values().forEach(bin -> path.add(bin.mean(valence), bin.mean(arousal)));
            paths.addSeries(path);
            now.addSeries(new XYSeries(i, false, true));
            final Color colour = ChartStyle.MANY_COLOURS.get(i % ChartStyle.MANY_COLOURS.size());
            lines.setSeriesPaint(i, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 130));
            lines.setSeriesStroke(i, new BasicStroke(1.2f));
            lines.setSeriesShape(i, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
            dots.setSeriesPaint(i, colour);
            dots.setSeriesShape(i, new Ellipse2D.Double(-9, -9, 18, 18));
            dots.setSeriesOutlinePaint(i, Color.WHITE);
        }
        lines.setLegendItemLabelGenerator((data, series) -> faces.get(series).toString());
        dots.setUseOutlinePaint(true);
        dots.setUseFillPaint(false);
        final XYPlot plot = new XYPlot(paths, ChartStyle.axis("Valence (unpleasant to pleasant)", -1.05, 1.05),
            ChartStyle.axis("Arousal (calm to excited)", -1.05, 1.05), lines);
        Stream.of(plot.getDomainAxis(), plot.getRangeAxis()).forEach(axis -> ((NumberAxis) axis)
            .setTickUnit(new NumberTickUnit(0.5)));
        plot.setDataset(1, now);
        plot.setRenderer(1, dots);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.addAnnotation(new XYShapeAnnotation(new Ellipse2D.Double(-1, -1, 2, 2), ChartStyle.DASHED,
            ChartStyle.FAINT));
        corner(plot, -0.72, 0.93, "tense");
        corner(plot, 0.72, 0.93, "excited");
        corner(plot, -0.72, -0.93, "gloomy");
        corner(plot, 0.72, -0.93, "relaxed");
        final JFreeChart chart = ChartStyle.chart("Valence and arousal",
            "A dot for each frame" + (outline.binWidth() == 1 ? "" : "s of " + outline.binWidth())
                + "; large: the frame that is shown",
            plot, true);
        return new ResultChart(chart, SIZE, SIZE, List.of("source", "track", "frame", "time", "valence", "arousal"),
            table -> faces.forEach(face -> face.bins().values()
                .forEach(bin -> table.accept(new Object[] { face.source(),
                    face.track(), bin.frame(), bin.time(), bin.mean(valence), bin.mean(arousal) }))),
            frame -> mark(outline, faces, frame, now), (x, y) -> nearest(faces, valence, arousal, x, y));
    }

    private static void corner(final XYPlot plot, final double x, final double y, final String word) {
        final XYTextAnnotation text = new XYTextAnnotation(word, x, y);
        text.setFont(CORNERS);
        text.setPaint(ChartStyle.FAINT);
        plot.addAnnotation(text);
    }

    private static void mark(final ResultOutline outline, final List<FaceOutline> faces, final int frame,
        final XYSeriesCollection now)
    {
        for (int i = 0; i < faces.size(); i++) {
            now.getSeries(i).clear();
            final FaceOutline.Bin bin = faces.get(i).bins().get((frame - 1) / outline.binWidth());
            if (bin != null) now.getSeries(i).add(bin.mean(outline.index(ResultOutline.VALENCE)),
                bin.mean(outline.index(ResultOutline.AROUSAL)));
        }
    }

    private static OptionalInt nearest(final List<FaceOutline> faces, final int valence,
        final int arousal, final double x, final double y)
    {
        return faces.stream().flatMap(face -> face.bins().values().stream())
            .min(Comparator.comparingDouble(bin -> Math.hypot(bin.mean(valence) - x, bin.mean(arousal) - y)))
            .map(bin -> OptionalInt.of((int) Math.round(bin.frame()))).orElse(OptionalInt.empty());
    }
}
