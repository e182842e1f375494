package org.affectj.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.affectj.WholeFile;
import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingStep;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How a training goes: above its losses, as lines of steps and dots of epochs; below what validation gave, with the
 * best epoch marked; both over the number of epochs. Stages stand one behind the other. However long a training takes,
 * a curve has at most 1000 points. Safe for use by several threads.
 */
public final class TrainingCurves {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    /** Okabe and Ito's colours, which people with any kind of colour vision can tell apart; yellow is too light. */
    private static final Color[] COLOURS = { Color.BLACK, new Color(0xD55E00), new Color(0x0072B2), new Color(0x009E73),
        new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9) };
    private static final BasicStroke DASHED =
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] { 5, 4 }, 0);

    private final List<TrainingStage> stages = new ArrayList<>();

    /** Adds what one step gave. */
    public synchronized void add(final TrainingStep step) {
        stage(step.stage()).add(step);
    }

    /** Adds what an epoch and its validation gave. */
    public synchronized void add(final TrainingEpoch epoch) {
        stage(epoch.stage()).add(epoch);
    }

    private TrainingStage stage(final String name) {
        final TrainingStage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
        if (last != null && last.name().equals(name)) return last;
        final TrainingStage next = new TrainingStage(name, last == null ? 0 : Math.ceil(last.end()));
        stages.add(next);
        return next;
    }

    /**
     * Draws the curves into a PNG file.
     *
     * @param file to write or replace
     * @throws org.affectj.AffectException if it can't be written
     */
    public void save(final Path file) {
        final JFreeChart chart = chart();
        WholeFile.write(file, part -> ChartUtils.saveChartAsPNG(part.toFile(), chart, WIDTH, HEIGHT));
    }

    /** @return a drawing of what there is now */
    JFreeChart chart() {
        final NumberAxis epochs = new NumberAxis("epoch");
        epochs.setAutoRangeMinimumSize(1);
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        final CombinedDomainXYPlot both = new CombinedDomainXYPlot(epochs);
        final XYPlot losses = plot("loss", lines(false));
        losses.setRenderer(1, dots());
        both.add(losses);
        both.add(plot("validation", lines(true)));
        final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, both, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setPosition(RectangleEdge.RIGHT);
        renew(chart);
        return chart;
    }

    /**
     * Draws what there is now into an older drawing, whose axes stay as a user has set them. On Swing's thread, if the
     * drawing is shown.
     *
     * @param chart from {@link #chart()}
     */
    synchronized void renew(final JFreeChart chart) {
        final List<?> plots = ((CombinedDomainXYPlot) chart.getXYPlot()).getSubplots();
        final XYPlot losses = (XYPlot) plots.get(0);
        final XYPlot scores = (XYPlot) plots.get(1);
        losses.setDataset(0, collect(TrainingStage::losses));
        losses.setDataset(1, collect(TrainingStage::meanLosses));
        scores.setDataset(collect(TrainingStage::scores));
        losses.clearDomainMarkers();
        scores.clearDomainMarkers();
        stages.forEach(stage -> mark(stage, losses, scores));
    }

    private XYSeriesCollection collect(final Function<TrainingStage, Map<String, DecimatedCurve>> curves) {
        final XYSeriesCollection all = new XYSeriesCollection();
        for (final TrainingStage stage : stages)
            curves.apply(stage).forEach((name, curve) -> {
                final XYSeries series = series(all, label(name));
                if (!series.isEmpty()) series.add(stage.begin(), null, false); // no line from one stage to the next
                curve.addTo(series);
            });
        return all;
    }

    private static XYSeries series(final XYSeriesCollection all, final String label) {
        if (all.getSeriesIndex(label) < 0) all.addSeries(new XYSeries(label, false, true));
        return all.getSeries(label);
    }

    private static String label(final String name) {
        return (name.equals("loss") ? "loss" : name.replaceFirst("^loss_", "loss of ")).replace('_', ' ')
            .replace("f1", "F1").replace("ccc", "CCC");
    }

    private static XYPlot plot(final String label, final XYLineAndShapeRenderer renderer) {
        final NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return ChartStyle.white(new XYPlot(null, null, axis, renderer));
    }

    private static XYLineAndShapeRenderer lines(final boolean shapes) {
        return coloured(new XYLineAndShapeRenderer(true, shapes));
    }

    private static XYLineAndShapeRenderer dots() {
        final XYLineAndShapeRenderer renderer = coloured(new XYLineAndShapeRenderer(false, true));
        renderer.setDefaultSeriesVisibleInLegend(false);
        return renderer;
    }

    private static XYLineAndShapeRenderer coloured(final XYLineAndShapeRenderer renderer) {
        for (int i = 0; i < COLOURS.length; i++)
            renderer.setSeriesPaint(i, COLOURS[i]);
        renderer.setDefaultShape(new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        renderer.setAutoPopulateSeriesShape(false);
        return renderer;
    }

    private void mark(final TrainingStage stage, final XYPlot losses, final XYPlot scores) {
        if (stages.size() > 1) losses.addDomainMarker(marker(stage.begin(), stage.name(), Color.GRAY, true));
        if (stage.bestEpoch() == 0) return;
        final double at = stage.begin() + stage.bestEpoch();
        final String best = String.format(Locale.ROOT, "best: epoch %d, %.3f", stage.bestEpoch(), stage.bestScore());
        scores.addDomainMarker(marker(at, best, COLOURS[1], at < stages.get(stages.size() - 1).end() / 2));
    }

    private static ValueMarker marker(final double at, final String text, final Color colour,
        final boolean toTheRight)
    {
        final ValueMarker marker = new ValueMarker(at, colour, DASHED);
        marker.setLabel(text);
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(Color.WHITE);
        marker.setLabelAnchor(toTheRight ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(toTheRight ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        return marker;
    }
}
