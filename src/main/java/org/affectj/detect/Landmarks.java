package org.affectj.detect;

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
