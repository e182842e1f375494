package org.affectj.metrics;

import org.affectj.detect.Landmarks;

/**
 * How far predicted landmarks lie from the true ones: the mean distance over 68 points, divided by the distance of the
 * outer eye corners (points 37 and 46 of iBUG's count), as usual for 68 points. Accumulates over faces.
 */
public final class LandmarkError {

    private long count;
    private double sum;
    private long failures;

    /** Takes one face in. */
    public void add(final Landmarks predicted, final Landmarks actual) {
        final double error = of(predicted, actual);
        count++;
        sum += error;
        if (error > 0.08) failures++;
    }

    /** @return the error of one face, as a share of the inter-ocular distance */
    public static double of(final Landmarks predicted, final Landmarks actual) {
        double distance = 0;
        for (int i = 0; i < Landmarks.COUNT; i++)
            distance += Math.hypot(predicted.x()[i] - actual.x()[i], predicted.y()[i] - actual.y()[i]);
        final double eyes = Math.hypot(actual.x()[45] - actual.x()[36], actual.y()[45] - actual.y()[36]);
        return distance / Landmarks.COUNT / eyes;
    }

    /** @return the number of faces */
    public long count() {
        return count;
    }

    /** @return the mean over faces; 0 without faces */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** @return the share of faces whose error is above 8 % */
    public double failureRate() {
        return BinaryScore.ratio(failures, count);
    }
}
