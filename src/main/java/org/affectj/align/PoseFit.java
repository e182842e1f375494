package org.affectj.align;

/** Turns a generic head until its points, projected without perspective, lie on those of a face. */
final class PoseFit {

    /**
     * Points of a generic head: index in iBUG order; x to the right, y downwards, z away from the camera, in
     * centimetres. Eye corners, bridge, tip and base of the nose, and mouth corners: those that expressions move
     * least. From the canonical face model of MediaPipe (Apache-2.0, geometry_pipeline_metadata_landmarks.pbtxt:
     * vertices 33, 133, 362, 263, 6, 1, 98, 2, 327, 61, 291), rounded to 0.1 mm;
     * the vertices for the bridge and the tip are those that annotators of photographs mean: on 6,000 of them the mean
     * frontal face agrees with these points to 1.5 mm, and the median pitch is −1°.
     */
    static final double[][] HEAD = { //
        { 36, -4.45, -2.66, -3.17 }, { 39, -1.86, -2.59, -3.76 }, { 42, 1.86, -2.59, -3.76 }, //
        { 45, 4.45, -2.66, -3.17 }, { 27, 0, -2.47, -5.79 }, { 30, 0, 1.13, -7.48 }, //
        { 31, -1.41, 1.71, -5.24 }, { 33, 0, 2.09, -6.06 }, { 35, 1.41, 1.71, -5.24 }, //
        { 48, -2.46, 4.34, -4.28 }, { 54, 2.46, 4.34, -4.28 } };

    private static final int STEPS = 30;
    private static final double[][] CENTRED = centred();

    private PoseFit() {
        // one function
    }

    /**
     * Least squares by Gauss and Newton over a rotation vector and the scale; both sets of points are centred, which
     * solves for the translation.
     *
     * @param x horizontal positions of the 68 points
     * @param y their vertical positions
     * @return the rotation as a 3 × 3 matrix
     */
    static double[][] rotation(final double[] x, final double[] y) {
        final double[][] face = centred(x, y);
        final SimilarityTransform start = SimilarityTransform.fit(CENTRED, face);
        double[][] r = exp(0, 0, Math.toRadians(start.degrees()));
        double scale = start.scale();
        for (int step = 0; step < STEPS; step++) {
            final double[] change = solve(normalEquations(r, scale, face));
            r = product(exp(change[0], change[1], change[2]), r);
            scale = Math.max(scale / 2, scale + change[3]);
        }
        return r;
    }

    /** @return 4 × 5: JᵀJ and Jᵀe for the unknowns (ωx, ωy, ωz, scale), slightly damped */
    private static double[][] normalEquations(final double[][] r, final double scale, final double[][] face) {
        final double[][] equations = new double[4][5];
        for (int i = 0; i < CENTRED.length; i++) {
            final double[] p = apply(r, CENTRED[i]);
            // d(scale · p) for p turning by ω × p
            add(equations, new double[] { 0, scale * p[2], -scale * p[1], p[0] }, face[i][0] - scale * p[0]);
            add(equations, new double[] { -scale * p[2], 0, scale * p[0], p[1] }, face[i][1] - scale * p[1]);
        }
        for (int k = 0; k < 4; k++) equations[k][k] *= 1 + 1e-3;
        return equations;
    }

    private static void add(final double[][] equations, final double[] row, final double error) {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) equations[i][j] += row[i] * row[j];
            equations[i][4] += row[i] * error;
        }
    }

    /** Gauss and Jordan, for a positive definite matrix; 0 where a pivot vanishes. */
    private static double[] solve(final double[][] m) {
        final int n = m.length;
        for (int k = 0; k < n; k++) {
            final double pivot = m[k][k];
            for (int j = 0; j <= n; j++) m[k][j] = Math.abs(pivot) > 1e-12 ? m[k][j] / pivot : 0;
            for (int i = 0; i < n; i++) {
                final double factor = m[i][k];
                if (i != k) for (int j = k; j <= n; j++) m[i][j] -= factor * m[k][j];
            }
        }
        return new double[] { m[0][n], m[1][n], m[2][n], m[3][n] };
    }

    /** @return the rotation about (x, y, z) by its length in radians, by Rodrigues' formula */
    private static double[][] exp(final double x, final double y, final double z) {
        final double angle = Math.sqrt(x * x + y * y + z * z);
        final double s = angle < 1e-9 ? 1 : Math.sin(angle) / angle;
        final double c = angle < 1e-9 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle);
        return new double[][] { { 1 - c * (y * y + z * z), c * x * y - s * z, c * x * z + s * y },
            { c * x * y + s * z, 1 - c * (x * x + z * z), c * y * z - s * x },
            { c * x * z - s * y, c * y * z + s * x, 1 - c * (x * x + y * y) } };
    }

    private static double[][] product(final double[][] a, final double[][] b) {
        final double[][] c = new double[3][3];
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++) c[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
        return c;
    }

    private static double[] apply(final double[][] r, final double[] p) {
        final double[] q = new double[3];
        for (int i = 0; i < 3; i++) q[i] = r[i][0] * p[0] + r[i][1] * p[1] + r[i][2] * p[2];
        return q;
    }

    private static double[][] centred(final double[] x, final double[] y) {
        final double[][] points = new double[HEAD.length][];
        for (int i = 0; i < points.length; i++)
            points[i] = new double[] { x[(int) HEAD[i][0]], y[(int) HEAD[i][0]] };
        return subtractMean(points);
    }

    private static double[][] centred() {
        final double[][] points = new double[HEAD.length][];
        for (int i = 0; i < points.length; i++) points[i] = new double[] { HEAD[i][1], HEAD[i][2], HEAD[i][3] };
        return subtractMean(points);
    }

    private static double[][] subtractMean(final double[][] points) {
        final double[][] moved = new double[points.length][points[0].length];
        for (int k = 0; k < points[0].length; k++) {
            double mean = 0;
            for (final double[] point : points) mean += point[k] / points.length;
            for (int i = 0; i < points.length; i++) moved[i][k] = points[i][k] - mean;
        }
        return moved;
    }
}
