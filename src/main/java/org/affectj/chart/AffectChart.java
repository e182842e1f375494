package org.affectj.chart;

import java.util.Locale;
import java.util.stream.IntStream;

import org.affectj.metrics.Concordance;
import org.affectj.metrics.PairCounts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;

/** True against predicted valence or arousal: how many faces lie where, and the line on which they agree. */
final class AffectChart {

    private AffectChart() {
    }

    /**
     * @param what {@code Valence} or {@code Arousal}
     * @param ends what its ends mean: {@code unpleasant to pleasant}
     * @param pairs what lies where
     * @param agreement of the same faces
     */
    static JFreeChart of(final String what, final String ends, final PairCounts pairs, final Concordance agreement) {
        final double[] middles = IntStream.range(0, PairCounts.BINS).mapToDouble(PairCounts::middle).toArray();
        long largest = 1;
        for (int i = 0; i < middles.length; i++)
            for (int j = 0; j < middles.length; j++)
                largest = Math.max(largest, pairs.count(i, j));
        final double full = Math.log1p(largest);
        final XYPlot plot = HeatMap.plot(
            ChartStyle.axis("True " + what.toLowerCase(Locale.ROOT) + " (" + ends + ")", -1, 1),
            ChartStyle.axis(what + " that the model answers", -1, 1), middles,
            (column, row) -> Math.log1p(pairs.count(column, row)) / full);
        plot.addAnnotation(new XYLineAnnotation(-1, -1, 1, 1, ChartStyle.DASHED, ChartStyle.COLOURS.get(1)));
        return ChartStyle.chart(what, String.format(Locale.ROOT,
            "%d faces, CCC %.3f. White: none, darkest: %d faces (logarithmic). Dashed: agreement", agreement.count(),
            agreement.value(), largest), plot, false);
    }
}
