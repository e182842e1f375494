package org.affectj.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Action units, expressions, valence and arousal over time: a plot for each face, one above the other. */
final class TimelineChart {

    /** As many plots as can be read one above the other. */
    static final int MOST_FACES = 4;

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 300;

    private TimelineChart() {
    }

    /**
     * @param outline of a table
     * @param faces of it, one or more; the first {@value #MOST_FACES} are drawn
     * @param channels of it to draw
     * @return the chart
     */
    static ResultChart of(final ResultOutline outline, final List<FaceOutline> faces, final List<String> channels) {
        final List<FaceOutline> drawn = faces.subList(0, Math.min(MOST_FACES, faces.size()));
        final TimeAxis time = new TimeAxis(outline, drawn.get(0));
        final CombinedDomainXYPlot all = new CombinedDomainXYPlot(time.axis());
        all.setGap(18);
        for (final FaceOutline face : drawn) all.add(plot(outline, face, channels));
        @SuppressWarnings("unchecked")
        final List<XYPlot> plots = all.getSubplots();
        all.setFixedLegendItems(plots.get(0).getLegendItems() == null ? new LegendItemCollection()
            : plots.get(0).getLegendItems());
        final JFreeChart chart = ChartStyle.chart("Over time", subtitle(outline, time), all, true);
        return new ResultChart(chart, WIDTH, 200 + HEIGHT * drawn.size(), List.of("source", "track",
            "frame", "time", "channel", "mean", "min", "max"), table -> write(outline, drawn, channels, table),
            frame -> time.mark(plots, frame), (x, y) -> OptionalInt.of(time.frame(x)));
    }

    private static String subtitle(final ResultOutline outline, final TimeAxis time) {
        return (outline.binWidth() == 1 ? "A value for each frame" : "Lines: means; bands: smallest to largest")
            + time.bins();
    }

    private static XYPlot plot(final ResultOutline outline, final FaceOutline face, final List<String> channels) {
        final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        final DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(0.2f);
        boolean signed = false;
        for (int i = 0; i < channels.size(); i++) {
            data.addSeries(series(outline, face, channels.get(i)));
            final int colour = i % ChartStyle.MANY_COLOURS.size();
            renderer.setSeriesPaint(i, ChartStyle.MANY_COLOURS.get(colour));
            renderer.setSeriesFillPaint(i, ChartStyle.MANY_COLOURS.get(colour));
            renderer.setSeriesStroke(i, stroke(i / ChartStyle.MANY_COLOURS.size()));
            signed |= isSigned(channels.get(i));
        }
        final NumberAxis values = ChartStyle.axis("Face " + face.track() + " (" + (signed ? "-1" : "0") + " to 1)",
            signed ? -1.05 : -0.02, 1.05);
        values.setTickUnit(new NumberTickUnit(signed ? 0.5 : 0.25));
        return ChartStyle.white(new XYPlot(data, null, values, renderer));
    }

    private static boolean isSigned(final String channel) {
        return channel.equals(ResultOutline.VALENCE) || channel.equals(ResultOutline.AROUSAL);
    }

    /** Colours come again with dashes, then with dots. */
    private static BasicStroke stroke(final int round) {
        if (round == 0) return new BasicStroke(2);
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
            round == 1 ? new float[] { 8, 4 } : new float[] { 2, 3 }, 0);
    }

    private static YIntervalSeries series(final ResultOutline outline, final FaceOutline face, final String channel) {
        final int index = outline.index(channel);
        final YIntervalSeries series = new YIntervalSeries(channel, false, true);
        int before = -1;
        double end = 0;
        for (final Map.Entry<Integer, FaceOutline.Bin> entry : face.bins().entrySet()) {
            final FaceOutline.Bin bin = entry.getValue();
            final double at = outline.position(bin);
            if (before >= 0 && entry.getKey() > before + 1) // no line over frames without the face
                series.add((end + at) / 2, Double.NaN, Double.NaN, Double.NaN);
            series.add(at, bin.mean(index), bin.low(index), bin.high(index));
            before = entry.getKey();
            end = at;
        }
        return series;
    }

    private static void write(final ResultOutline outline, final List<FaceOutline> faces, final List<String> channels,
        final ResultChart.Row table)
    {
        for (final FaceOutline face : faces)
            for (final String channel : channels)
                for (final FaceOutline.Bin bin : face.bins().values()) {
                    final int index = outline.index(channel);
                    table.accept(new Object[] { face.source(), face.track(), bin.frame(), bin.time(),
                        channel, bin.mean(index), (double) bin.low(index), (double) bin.high(index) });
                }
    }
}
