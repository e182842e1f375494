package org.affectj.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.affectj.analysis.ColumnAgreement;
import org.affectj.metrics.Differences;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Two measures of the same against each other, and their differences against their means (Bland &amp; Altman 1986). */
final class AgreementChart {

    private static final Color BLUE = ChartStyle.COLOURS.get(0);
    private static final double DOT = 3;
    private static final int OPACITY = 0x60;

    private AgreementChart() {
    }

    /** @return the second measure against the first, with the line on which they agree */
    static JFreeChart scatter(final ColumnAgreement agreement) {
        final double low = range(agreement, pair -> Math.min(pair[0], pair[1])).getMin();
        final double high = range(agreement, pair -> Math.max(pair[0], pair[1])).getMax();
        final XYPlot plot = plot(agreement, axis(agreement.columns().first() + ", first table", low, high),
            axis(agreement.columns().second() + ", second table", low, high), pair -> pair[0], pair -> pair[1]);
        plot.addAnnotation(new XYLineAnnotation(low, low, high, high, ChartStyle.DASHED, ChartStyle.COLOURS.get(1)));
        return ChartStyle.chart(agreement.columns().toString(), String.format(Locale.ROOT,
            "r %.3f, CCC %.3f; %d of %d pairs. Dashed: agreement", agreement.concordance().correlation(),
            agreement.concordance().value(), agreement.drawn().size(), agreement.concordance().count()), plot, false);
    }

    /** @return first less second against their mean, with bias and limits of agreement */
    static JFreeChart differences(final ColumnAgreement agreement) {
        final Differences differences = agreement.differences();
        final DoubleSummaryStatistics means = range(agreement, AgreementChart::mean);
        final DoubleSummaryStatistics apart = range(agreement, AgreementChart::difference);
        final XYPlot plot = plot(agreement, axis("Mean of both", means.getMin(), means.getMax()),
            axis("First less second", Math.min(apart.getMin(), differences.limits().low()),
                Math.max(apart.getMax(), differences.limits().high())),
            AgreementChart::mean, AgreementChart::difference);
        plot.addRangeMarker(new ValueMarker(differences.mean(), ChartStyle.COLOURS.get(1), ChartStyle.LINE));
        for (final double limit : List.of(differences.limits().low(), differences.limits().high()))
            plot.addRangeMarker(new ValueMarker(limit, ChartStyle.COLOURS.get(1), ChartStyle.DASHED));
        return ChartStyle.chart("Differences", String.format(Locale.ROOT,
            "bias %.3f; limits of agreement %.3f to %.3f (dashed)", differences.mean(), differences.limits().low(),
            differences.limits().high()), plot, false);
    }

    private static double mean(final double[] pair) {
        return (pair[0] + pair[1]) / 2;
    }

    private static double difference(final double[] pair) {
        return pair[0] - pair[1];
    }

    private static DoubleSummaryStatistics range(final ColumnAgreement agreement,
        final ToDoubleFunction<double[]> value)
    {
        return agreement.drawn().stream().mapToDouble(value).summaryStatistics();
    }

    private static XYPlot plot(final ColumnAgreement agreement, final NumberAxis across, final NumberAxis up,
        final ToDoubleFunction<double[]> x, final ToDoubleFunction<double[]> y)
    {
        final XYSeries dots = new XYSeries("", false);
        for (final double[] pair : agreement.drawn())
            dots.add(x.applyAsDouble(pair), y.applyAsDouble(pair));
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
        renderer.setSeriesPaint(0, new Color(BLUE.getRed(), BLUE.getGreen(), BLUE.getBlue(), OPACITY));
        return new XYPlot(new XYSeriesCollection(dots), across, up, renderer);
    }

    /** @return an axis with some room around the values; they may all be the same */
    private static NumberAxis axis(final String label, final double from, final double to) {
        final NumberAxis axis = ChartStyle.styled(new NumberAxis(label));
        final double room = Math.max((to - from) / 20, 1e-3);
        axis.setRange(from - room, to + room);
        return axis;
    }
}
