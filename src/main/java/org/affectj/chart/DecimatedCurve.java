package org.affectj.chart;

import org.jfree.data.xy.XYSeries;

/**
 * A curve of any number of values in at most {@value #POINTS} points: each is the mean of as many neighbouring values
 * as it takes, and when the points are full, they are joined in pairs.
 */
final class DecimatedCurve {

    /** The largest number of points, even. */
    static final int POINTS = 1000;

    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    private int points;
    private long valuesInPoint = 1;
    private double sumX;
    private double sumY;
    private long pending;

    /** Adds a value; x doesn't fall from one to the next. */
    void add(final double atX, final double value) {
        sumX += atX;
        sumY += value;
        if (++pending < valuesInPoint) return;
        if (points == POINTS) joinPairs();
        else close();
    }

    private void close() {
        x[points] = sumX / pending;
        y[points++] = sumY / pending;
        sumX = 0;
        sumY = 0;
        pending = 0;
    }

    /** The values that wait are half of a point from now on. */
    private void joinPairs() {
        points /= 2;
        for (int i = 0; i < points; i++) {
            x[i] = (x[2 * i] + x[2 * i + 1]) / 2;
            y[i] = (y[2 * i] + y[2 * i + 1]) / 2;
        }
        valuesInPoint *= 2;
    }

    /** Draws the points, and what there is of the next one, behind those that a series has. */
    void addTo(final XYSeries series) {
        for (int i = 0; i < points; i++)
            series.add(x[i], y[i], false);
        if (pending > 0) series.add(sumX / pending, sumY / pending, false);
    }
}
