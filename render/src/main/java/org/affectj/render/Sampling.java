package org.affectj.render;

/** Pixels from a frame's samples: the whole frame, or a face aligned to a template. */
final class Sampling {

    /** Where the five points go in an aligned face of 112 × 112 pixels (METHOD 10.1). */
    private static final double[][] TEMPLATE = { { 38.2946, 51.6963 }, { 73.5318, 51.5014 }, { 56.0252, 71.7366 },
        { 41.5493, 92.3655 }, { 70.7299, 92.2041 } };
    static final int ALIGNED = 112;
    private static final int TAPS = 2;

    private Sampling() {
    }

    /**
     * @param margin pixels to leave out on all sides
     * @return red, green, blue a pixel: the mean of the pixel's samples
     */
    static float[] inside(final Frame frame, final int margin) {
        final int n = Frame.SAMPLES;
        final int width = frame.columns() / n - 2 * margin, height = frame.rows() / n - 2 * margin;
        final float[] pixels = new float[3 * width * height];
        for (int row = 0; row < n * height; row++)
            for (int column = 0; column < n * width; column++) {
                final int from = 3 * ((row + n * margin) * frame.columns() + column + n * margin);
                final int to = 3 * (row / n * width + column / n);
                for (int k = 0; k < 3; k++) pixels[to + k] += frame.light()[from + k] / (n * n);
            }
        return pixels;
    }

    /**
     * Least-squares similarity (METHOD 6.1, closed form) from the five points to the template.
     *
     * @return a, b, tx, ty of x' = a·x - b·y + tx, y' = b·x + a·y + ty
     */
    static double[] similarity(final double[][] points) {
        double sx = 0, sy = 0, dx = 0, dy = 0;
        for (int i = 0; i < 5; i++) {
            sx += points[i][0] / 5;
            sy += points[i][1] / 5;
            dx += TEMPLATE[i][0] / 5;
            dy += TEMPLATE[i][1] / 5;
        }
        double dot = 0, cross = 0, norm = 0;
        for (int i = 0; i < 5; i++) {
            final double x = points[i][0] - sx, y = points[i][1] - sy;
            final double u = TEMPLATE[i][0] - dx, v = TEMPLATE[i][1] - dy;
            dot += x * u + y * v;
            cross += x * v - y * u;
            norm += x * x + y * y;
        }
        final double a = dot / norm, b = cross / norm;
        return new double[] { a, b, dx - a * sx + b * sy, dy - b * sx - a * sy };
    }

    /** @return red, green, blue a pixel of the face with the given landmarks, aligned; black outside the frame */
    static float[] aligned(final Frame frame, final Landmarks landmarks) {
        final double[] m = similarity(landmarks.fivePoints());
        final double square = m[0] * m[0] + m[1] * m[1];
        final float[] pixels = new float[3 * ALIGNED * ALIGNED];
        for (int i = 0; i < ALIGNED * ALIGNED * TAPS * TAPS; i++) {
            final int pixel = i / (TAPS * TAPS), tap = i % (TAPS * TAPS);
            final double u = pixel % ALIGNED + (tap % TAPS - 0.5) / TAPS - m[2];
            final double v = pixel / ALIGNED + (tap / TAPS - 0.5) / TAPS - m[3];
            add(frame, Frame.sample((float) ((m[0] * u + m[1] * v) / square)),
                Frame.sample((float) ((m[0] * v - m[1] * u) / square)), pixels, 3 * pixel);
        }
        return pixels;
    }

    private static void add(final Frame frame, final float column, final float row, final float[] pixels,
        final int to) {
        final int c = (int) Math.floor(column), r = (int) Math.floor(row);
        if (c < 0 || r < 0 || c + 1 >= frame.columns() || r + 1 >= frame.rows()) return;
        final float u = column - c, v = row - r;
        final float[] light = frame.light();
        final int at = 3 * (r * frame.columns() + c), below = at + 3 * frame.columns();
        for (int k = 0; k < 3; k++)
            pixels[to + k] += ((1 - v) * ((1 - u) * light[at + k] + u * light[at + 3 + k])
                + v * ((1 - u) * light[below + k] + u * light[below + 3 + k])) / (TAPS * TAPS);
    }
}
