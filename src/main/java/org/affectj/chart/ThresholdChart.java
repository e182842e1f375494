package org.affectj.chart;

import java.util.Locale;

import org.affectj.metrics.BinaryScore;
import org.affectj.metrics.ThresholdCurve;
import org.affectj.model.ActionUnit;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Precision, recall and F1 of one action unit at each threshold. */
final class ThresholdChart {

    private ThresholdChart() {
    }

    static JFreeChart of(final ActionUnit unit, final ThresholdCurve curve) {
        final XYSeries precision = new XYSeries("Precision");
        final XYSeries recall = new XYSeries("Recall");
        final XYSeries f1 = new XYSeries("F1");
        for (int percent = 0; percent <= 100; percent++) {
            final BinaryScore score = curve.at(percent / 100.0);
            if (score.hasPositiveAnswers()) precision.add(percent / 100.0, score.precision());
            recall.add(percent / 100.0, score.recall());
            f1.add(percent / 100.0, score.f1());
        }
        final XYSeriesCollection series = new XYSeriesCollection(f1);
        series.addSeries(precision);
        series.addSeries(recall);
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < series.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, ChartStyle.COLOURS.get(i));
            renderer.setSeriesStroke(i, ChartStyle.LINE);
        }
        final XYPlot plot = new XYPlot(series, ChartStyle.axis("Threshold", 0, 1),
            ChartStyle.axis("F1, precision, recall", 0, 1), renderer);
        return ChartStyle.chart(unit.name() + " " + unit.action(), String.format(Locale.ROOT,
            "present in %d of %d faces; area under ROC curve %.3f", curve.at(0).positives(), curve.at(0).count(),
            curve.rocArea()), plot, true);
    }
}
