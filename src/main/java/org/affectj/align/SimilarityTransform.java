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

    /** @return the scale factor */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** @return the transformed point (x', y') */
    public double[] apply(final double x, final double y) {
        return new double[] { a * x - b * y + tx, b * x + a * y + ty };
    }

    /** @return the transform that undoes this one */
    public SimilarityTransform inverse() {
        final double norm = a * a + b * b;
        final double ia = a / norm;
        final double ib = -b / norm;
        return new SimilarityTransform(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
    }
}
