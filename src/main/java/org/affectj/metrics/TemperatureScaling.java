package org.affectj.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the temperature at which probabilities of classes are most honest: with p^(1/T), made to sum to 1, the mean
 * negative log likelihood of the true classes is smallest (Guo et al. 2017, "On Calibration of Modern Neural
 * Networks"). Which class is most probable doesn't change. Memory grows with the answers; meant for validation data.
 */
public final class TemperatureScaling {

    private static final double LEAST = 0.2;
    private static final double MOST = 5;
    private static final int STEPS = 60;
    /** Stands for a probability of 0, which has no logarithm. */
    private static final double SMALLEST = 1e-12;

    private final List<double[]> logarithms = new ArrayList<>();

    /**
     * Takes one answer in.
     *
     * @param probabilities of the classes, in [0, 1], summing to 1
     * @param actual true class, from 0
     */
    public void add(final float[] probabilities, final int actual) {
        final double[] relative = new double[probabilities.length];
        final double ofActual = Math.log(Math.max(SMALLEST, probabilities[actual]));
        for (int i = 0; i < relative.length; i++)
            relative[i] = Math.log(Math.max(SMALLEST, probabilities[i])) - ofActual;
        logarithms.add(relative);
    }

    /**
     * @return the best temperature in [0.2, 5]; 1 without answers
     */
    public double best() {
        if (logarithms.isEmpty()) return 1;
        double low = 1 / MOST;
        double high = 1 / LEAST;
        for (int i = 0; i < STEPS; i++) { // the likelihood is concave in 1 / T: its slope is 0 at one place
            final double middle = (low + high) / 2;
            if (slope(middle) > 0) high = middle;
            else low = middle;
        }
        return 2 / (low + high);
    }

    /** d/dβ Σ log Σ_i exp(β (log p_i − log p_actual)) at β = 1 / T. */
    private double slope(final double inverse) {
        double sum = 0;
        for (final double[] relative : logarithms) {
            double weights = 0;
            double weighted = 0;
            for (final double logarithm : relative) {
                final double weight = Math.exp(inverse * logarithm);
                weights += weight;
                weighted += weight * logarithm;
            }
            sum += weighted / weights;
        }
        return sum;
    }
}
