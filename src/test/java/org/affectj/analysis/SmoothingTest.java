package org.affectj.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.affectj.AffectException;
import org.affectj.analysis.Smoothing.Method;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static final double NONE = Double.NaN;

    /** The weights of Savitzky and Golay (1964), table I: quadratics over 5 and over 7 points. */
    @Test
    void savitzkyGolayHasThePublishedWeights() {
        final double[] impulse = new double[15];
        impulse[7] = 1;
        final double[] five = smooth(new Smoothing(Method.SAVITZKY_GOLAY, 0.4, 2, 1), every(0.1, impulse));
        assertArrayEquals(new double[] { 0, -3 / 35.0, 12 / 35.0, 17 / 35.0, 12 / 35.0, -3 / 35.0, 0 },
            Arrays.copyOfRange(five, 4, 11), 1e-12);
        final double[] seven = smooth(new Smoothing(Method.SAVITZKY_GOLAY, 0.6, 3, 1), every(0.1, impulse));
        assertArrayEquals(new double[] { 0, -2 / 21.0, 3 / 21.0, 6 / 21.0, 7 / 21.0, 6 / 21.0, 3 / 21.0, -2 / 21.0, 0 },
            Arrays.copyOfRange(seven, 3, 12), 1e-12);
    }

    @Test
    void savitzkyGolayKeepsPolynomialsOnIrregularTimes() {
        final double[] times = { 0, 0.03, 0.1, 0.12, 0.2, 0.31, 0.33, 0.4, 0.52 };
        final double[] parabola = Arrays.stream(times).map(t -> 2 - 3 * t + 5 * t * t).toArray();
        assertArrayEquals(parabola,
            smooth(new Smoothing(Method.SAVITZKY_GOLAY, 0.4, 2, 1), new Series(times, parabola)), 1e-12);
        assertArrayEquals(new double[] { 4 }, // one value alone: its polynomial is itself
            smooth(new Smoothing(Method.SAVITZKY_GOLAY, 0.4, 2, 1), new Series(new double[] { 0 }, new double[] { 4 })),
            0);
    }

    @Test
    void gaussianIsTheWeightedMeanOfAll() {
        final Random random = new Random(1);
        final double[] times = new double[60];
        final double[] values = new double[60];
        for (int i = 0; i < times.length; i++) {
            times[i] = (i == 0 ? 0 : times[i - 1]) + 0.02 + 0.05 * random.nextDouble();
            values[i] = random.nextDouble();
        }
        final double[] smoothed = smooth(new Smoothing(Method.GAUSSIAN, 0.3, 2, 1), new Series(times, values));
        for (int i = 0; i < times.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = 0; j < times.length; j++) {
                // a half at half the width
                final double weight = Math.pow(0.5, Math.pow((times[j] - times[i]) / 0.15, 2));
                sum += weight * values[j];
                weights += weight;
            }
            assertEquals(sum / weights, smoothed[i], 1e-3); // whose tails are cut off at 4 standard deviations
        }
    }

    @Test
    void medianTakesOutAnOutlier() {
        assertArrayEquals(new double[] { 0.15, 0.2, 0.3, 0.4, 0.4, 0.45 },
            smooth(new Smoothing(Method.MEDIAN, 0.2, 2, 1), every(0.1, 0.1, 0.2, 9, 0.3, 0.4, 0.5)), 1e-12);
    }

    /** Before the gap all is 0, after it all is 1; a frame without a face in between neighbours breaks nothing. */
    @Test
    void nothingIsSmoothedOverAGapNorMadeUp() {
        final double[] times = { 0, 0.1, 0.2, 0.3, 1.3, 1.4, 1.5, 1.6 };
        final double[] values = { 0, 0, NONE, 0, 1, NONE, 1, 1 };
        for (final Method method : Method.values())
            assertArrayEquals(values, smooth(new Smoothing(method, 3, 2, 0.5), new Series(times, values)), 1e-12,
                method.toString());
        assertEquals(4 / 6.0, // with a limit that the gap keeps to, it counts as one series
            smooth(new Smoothing(Method.SAVITZKY_GOLAY, 9, 0, 1),
                new Series(times, new double[] { 0, 0, NONE, 1, 1, NONE, 1, 1 }))[0],
            1e-12);
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals("The width of the smoothing can't be 0.0 seconds: give a number above 0.",
            assertThrows(AffectException.class, () -> new Smoothing(Method.MEDIAN, 0, 2, 1)).getMessage());
        assertEquals("The degree of the smoothing can't be 6: give 0 to 5.",
            assertThrows(AffectException.class, () -> new Smoothing(Method.MEDIAN, 1, 6, 1)).getMessage());
        assertEquals("The longest gap can't be -1.0 seconds: give a number above 0.",
            assertThrows(AffectException.class, () -> new Smoothing(Method.MEDIAN, 1, 2, -1)).getMessage());
    }

    private static double[] smooth(final Smoothing smoothing, final Series series) {
        return smoothing.smooth(series).values();
    }

    static Series every(final double seconds, final double... values) {
        final double[] times = new double[values.length];
        Arrays.setAll(times, i -> Math.round(i * seconds * 1e6) / 1e6);
        return new Series(times, values);
    }
}
