package org.affectj.chart;

import java.awt.geom.Ellipse2D;
import java.util.Locale;

import org.affectj.metrics.Agreement;
import org.affectj.metrics.Calibration;
import org.affectj.model.ActionUnit;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Reliability diagram: of the faces that get a probability, how many are so. */
final class ReliabilityChart {

    private static final Ellipse2D DOT = new Ellipse2D.Double(-5, -5, 10, 10);

    private ReliabilityChart() {
    }

    static JFreeChart of(final String set, final Agreement scores) {
        final Calibration units = new Calibration();
        for (final ActionUnit unit : ActionUnit.values())
            units.merge(scores.calibration(unit), 1);
        final XYSeriesCollection series = new XYSeriesCollection();
        if (units.count() > 0) series.addSeries(series("All action units", units));
        if (scores.expressionCalibration().count() > 0)
            series.addSeries(series("Answered expression", scores.expressionCalibration()));
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < series.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, ChartStyle.COLOURS.get(i));
            renderer.setSeriesStroke(i, ChartStyle.LINE);
            renderer.setSeriesShape(i, DOT);
        }
        final XYPlot plot = new XYPlot(series,
            ChartStyle.axis("Probability that the model gives (mean of a tenth)", 0, 1),
            ChartStyle.axis("Share of these faces where it is so", 0, 1), renderer);
        plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, ChartStyle.DASHED, ChartStyle.FAINT));
        return ChartStyle.chart("Reliability on " + set, "On the dashed line a probability means what it says", plot,
            true);
    }

    private static XYSeries series(final String name, final Calibration calibration) {
        final XYSeries series = new XYSeries(
            String.format(Locale.ROOT, "%s (expected calibration error %.3f)", name, calibration.expectedError()));
        for (final Calibration.Bin bin : calibration.bins())
            if (bin.count() > 0) series.add(bin.meanProbability(), bin.share());
        return series;
    }
}
