package org.affectj.align;

/**
 * Rotation, uniform scale and translation in the plane: x' = a·x − b·y + tx, y' = b·x + a·y + ty.
 *
 * @param a scale times the cosine of the rotation
 * @param b scale times the sine of the rotation
 * @param tx horizontal translation in pixels
 * @param ty vertical translation in pixels
 */
public record SimilarityTransform(double a, double b, double tx, double ty) {

    /**
     * The transform that moves one set of points as close as possible to another: Umeyama's least squares without
     * reflection, in its closed form for the plane (METHOD 6.1 and 10.1).
     *
     * @param from n × (x, y), at least two different points
     * @param to n × (x, y)
     * @return the transform of {@code from} with the smallest sum of squared distances to {@code to}
     * @throws IllegalArgumentException if the counts differ or all points of {@code from} coincide
     */
    public static SimilarityTransform fit(final double[][] from, final double[][] to) {
        if (from.length != to.length)
            throw new IllegalArgumentException(from.length + " points can't be moved to " + to.length);
        final double[] centre = mean(from);
        final double[] target = mean(to);
        double dot = 0;
        double cross = 0;
        double norm = 0;
        for (int i = 0; i < from.length; i++) {
            final double sx = from[i][0] - centre[0];
            final double sy = from[i][1] - centre[1];
            final double dx = to[i][0] - target[0];
            final double dy = to[i][1] - target[1];
            dot += sx * dx + sy * dy;
            cross += sx * dy - sy * dx;
            norm += sx * sx + sy * sy;
        }
        if (!(norm > 0)) throw new IllegalArgumentException("a similarity transform needs two different points");
        return about(dot / norm, cross / norm, centre[0], centre[1], target[0], target[1]);
    }

    /**
     * @param scale factor, above 0
     * @param degrees rotation; positive is clockwise in a picture, whose y points down
     * @param x horizontal position of a point
     * @param y its vertical position
     * @param toX where the point goes, horizontally
     * @param toY where it goes, vertically
     * @return the transform that scales and rotates about (x, y), then moves that point to (toX, toY)
     */
    public static SimilarityTransform of(final double scale, final double degrees, final double x, final double y,
        final double toX, final double toY)
    {
        final double angle = Math.toRadians(degrees);
        return about(scale * Math.cos(angle), scale * Math.sin(angle), x, y, toX, toY);
    }

    /** @return the scale factor */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** @return the rotation in degrees, in (−180, 180]; positive is clockwise in a picture, whose y points down */
    public double degrees() {
        return Math.toDegrees(Math.atan2(b, a));
    }

    /** @return the transformed point (x', y') */
    public double[] apply(final double x, final double y) {
        return new double[] { a * x - b * y + tx, b * x + a * y + ty };
    }

    /** @return the transform that does this one first and {@code next} after it */
    public SimilarityTransform then(final SimilarityTransform next) {
        final double[] moved = next.apply(tx, ty);
        return new SimilarityTransform(next.a * a - next.b * b, next.b * a + next.a * b, moved[0], moved[1]);
    }

    /** @return the transform that undoes this one */
    public SimilarityTransform inverse() {
        final double norm = a * a + b * b;
        final double ia = a / norm;
        final double ib = -b / norm;
        return new SimilarityTransform(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
    }

    private static SimilarityTransform about(final double a, final double b, final double x, final double y,
        final double toX, final double toY)
    {
        return new SimilarityTransform(a, b, toX - (a * x - b * y), toY - (b * x + a * y));
    }

    private static double[] mean(final double[][] points) {
        final double[] sum = new double[2];
        for (final double[] point : points) {
            sum[0] += point[0] / points.length;
            sum[1] += point[1] / points.length;
        }
        return sum;
    }
}
