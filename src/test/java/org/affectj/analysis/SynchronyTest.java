package org.affectj.analysis;

import static org.affectj.analysis.SmoothingTest.every;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class SynchronyTest {

    private static final double NONE = Double.NaN;
    private static final WindowedCorrelation WINDOWS = new WindowedCorrelation(10, 2, 1, 1, 0.2);

    @Test
    void windowsAreCorrelatedAsCommonsMathDoes() {
        final double[] first = walk(1, 80);
        final double[] second = walk(2, 80);
        final List<Integer> starts = new ArrayList<>();
        WINDOWS.visit(first, second, (start, correlations) -> {
            starts.add(start);
            for (int lag = -10; lag <= 10; lag++)
                assertEquals(new PearsonsCorrelation().correlation(cut(first, start), cut(second, start + lag)),
                    correlations[lag + 10], 1e-12);
        });
        assertEquals(List.of(10, 20, 30, 40, 50), starts); // 10 samples of lag before, 20 of window and 10 of lag after
    }

    private static double[] cut(final double[] series, final int from) {
        return java.util.Arrays.copyOfRange(series, from, from + 20);
    }

    @Test
    void thePeakNearestToNoLagIsPicked() {
        final WindowedCorrelation near2 = new WindowedCorrelation(1, 2, 1, 5, 2);
        final double[] twoPeaks = { 0, 0.1, 0.9, 0.1, 0, 0.2, 0.3, 0.5, 0.4, 0.3, 0 };
        assertEquals(7, near2.peak(twoPeaks)); // lag 2, although lag -3 is larger
        assertEquals(WindowedCorrelation.NONE, near2.peak(new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }));
        assertEquals(WindowedCorrelation.NONE, near2.peak(new double[] { 0, 0, 0, 0, NONE, 1, 0, 0, 0, 0, 0 }));
        final double[] wavy = { 0, 0, 0, 0, 0, 0.5, 0.4, 0.6, 0, 0, 0 }; // lag 0 is one only among its next neighbours
        assertEquals(7, near2.peak(wavy));
        assertEquals(5, new WindowedCorrelation(1, 2, 1, 5, 1).peak(wavy));
    }

    @Test
    void anEchoIsFoundWithItsLagAndStrangersAreNot() {
        final double[] first = walk(3, 600);
        final double[] echo = new double[600];
        System.arraycopy(first, 0, echo, 5, 595); // half a second later
        final SynchronyMeasure measure = new SynchronyMeasure(new WindowedCorrelation(10, 2, 1, 1, 0.4), 99, 1);
        final Synchrony together = measure.measure(first, echo, Progress.NONE);
        assertEquals(58 - 1, together.windows());
        assertEquals(0.01, together.p(), 1e-12); // none of the 99 is as large: (1 + 0) / (1 + 99)
        assertTrue(together.meanPeak() > 0.6 && together.chance() < 0.5, together.toString());
        assertTrue(together.firstLeads() > 0.6, together.toString());
        assertEquals(together, measure.measure(first, echo, Progress.NONE)); // by its seed
        final Synchrony mirrored = measure.measure(echo, first, Progress.NONE);
        assertEquals(together.meanPeak(), mirrored.meanPeak(), 0.05);
        assertTrue(mirrored.secondLeads() > 0.6, mirrored.toString());
    }

    /** Under chance alone p is even: of 40 pairs of strangers, two are expected below 0.05. */
    @Test
    void strangersAreSeldomTakenForPartners() {
        int below = 0;
        for (int pair = 0; pair < 40; pair++)
            if (new SynchronyMeasure(WINDOWS, 39, pair)
                .measure(walk(100 + pair, 300), walk(200 + pair, 300), Progress.NONE).p() <= 0.05) below++;
        assertTrue(below <= 6, below + " of 40");
    }

    @Test
    void samplesAreTakenBetweenNeighboursButNotOverGaps() {
        final Series series = new Series(new double[] { 0, 1, 2, 5, 6 }, new double[] { 0, 2, NONE, 5, 7 });
        assertArrayEquals(new double[] { 1, 2, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 5, 6, 7, NONE },
            series.resample(0.5, 0.5, 13, 2), 1e-12);
        assertArrayEquals(new double[] { 2, 2.75 }, series.resample(1, 1, 2, 9), 1e-12);
        assertArrayEquals(new double[] { 0, 0.1, 0.2 }, every(0.1, 0, 0.1, 0.2).resample(0, 0.1, 3, 1), 1e-9);
    }

    @Test
    void tooShortIsSaidInOneSentence() {
        assertEquals("Both people are seen for 5.0 seconds, too short for windows of 2.0: it takes 6 windows or more.",
            assertThrows(AffectException.class, () -> new SynchronyMeasure(WINDOWS, 9, 1).measure(walk(1, 50),
                walk(2, 50), Progress.NONE)).getMessage());
        assertEquals("A window of 0.1 seconds holds too few samples at 10.0 per second: give a longer "
            + "one or a higher rate.",
            assertThrows(AffectException.class, () -> new WindowedCorrelation(10, 0.1, 1, 1, 1)).getMessage());
    }

    /** Noise of which neighbours are alike, as faces are. */
    private static double[] walk(final long seed, final int length) {
        final Random random = new Random(seed);
        final double[] series = new double[length];
        for (int i = 1; i < length; i++)
            series[i] = 0.8 * series[i - 1] + random.nextGaussian();
        return series;
    }
}
