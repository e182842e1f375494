package org.affectj.detect;

import java.util.Arrays;

import org.affectj.align.FaceTemplate;
import org.affectj.align.SimilarityTransform;

/**
 * The 68 points of a face in iBUG order, in pixels of the picture; the centre of the first pixel is (0, 0).
 *
 * @param x 68 horizontal positions
 * @param y 68 vertical positions
 */
public record Landmarks(double[] x, double[] y) {

    /** The number of points. */
    public static final int COUNT = 68;

    public Landmarks {
        if (x.length != COUNT || y.length != COUNT) throw new IllegalArgumentException("68 points expected");
    }

    /**
     * The five points that faces are aligned by (METHOD 10.1): means of the two eye contours, nose tip, mouth corners;
     * image left first.
     *
     * @return 5 × (x, y)
     */
    public double[][] fivePoints() {
        return new double[][] { mean(36, 42), mean(42, 48), point(30), point(48), point(54) };
    }

    /** @return position (x, y) of the point with index {@code i}, from 0 */
    public double[] point(final int i) {
        return new double[] { x[i], y[i] };
    }

    /** @return the same points after a transform */
    public Landmarks moved(final SimilarityTransform transform) {
        final double[] newX = new double[COUNT];
        final double[] newY = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            final double[] point = transform.apply(x[i], y[i]);
            newX[i] = point[0];
            newY[i] = point[1];
        }
        return new Landmarks(newX, newY);
    }

    /** @return the mean distance to the points of another face, in pixels */
    public double distance(final Landmarks other) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++)
            sum += Math.hypot(x[i] - other.x[i], y[i] - other.y[i]);
        return sum / COUNT;
    }

    /** @return how far the face is tilted in the picture, in degrees; clockwise positive */
    public double roll() {
        return -FaceTemplate.ARCFACE.transformFrom(fivePoints()).degrees();
    }

    /**
     * @param score how sure it is that this is a face, in [0, 1]
     * @return the smallest upright box around all points
     */
    public FaceBox box(final double score) {
        final double left = Arrays.stream(x).min().getAsDouble();
        final double top = Arrays.stream(y).min().getAsDouble();
        final double width = Arrays.stream(x).max().getAsDouble() - left;
        final double height = Arrays.stream(y).max().getAsDouble() - top;
        // half a pixel: boxes count from the corner of the first pixel, points from its centre
        return new FaceBox(left + 0.5, top + 0.5, width, height, 0, score);
    }

    private double[] mean(final int from, final int to) {
        double sumX = 0;
        double sumY = 0;
        for (int i = from; i < to; i++) {
            sumX += x[i];
            sumY += y[i];
        }
        return new double[] { sumX / (to - from), sumY / (to - from) };
    }
}
