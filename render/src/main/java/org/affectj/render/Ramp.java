package org.affectj.render;

/** Soft steps and curves that paint is made of. */
final class Ramp {

    private Ramp() {
    }

    /** @return 0 up to {@code from}, 1 from {@code to} on, smooth between; falls instead where to is below from */
    static float step(final float from, final float to, final float x) {
        final float t = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    /** @return bell of height 1 at 0 that reaches 0 at ±1 */
    static float bell(final float x) {
        final float t = 1 - x * x;
        return t <= 0 ? 0 : t * t;
    }

    /** @return length of (x, y) */
    static float length(final float x, final float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    /** @return the angle of (x, y) from the x axis in radians, -π to π, to 0.005 */
    static float angle(final float y, final float x) {
        final float ax = Math.abs(x), ay = Math.abs(y);
        final float ratio = Math.min(ax, ay) / Math.max(1e-9f, Math.max(ax, ay));
        final float within = ratio * (0.7854f + 0.273f * (1 - ratio));
        final float quarter = ay > ax ? (float) (Math.PI / 2) - within : within;
        final float half = x < 0 ? (float) Math.PI - quarter : quarter;
        return y < 0 ? -half : half;
    }

    /** @return height at {@code x} of the polyline through (x, y) pairs with rising x; level beyond its ends */
    static float along(final float[] curve, final float x) {
        if (x <= curve[0]) return curve[1];
        for (int i = 2; i < curve.length; i += 2)
            if (x < curve[i]) {
                final float t = (x - curve[i - 2]) / (curve[i] - curve[i - 2]);
                return curve[i - 1] + t * (curve[i + 1] - curve[i - 1]);
            }
        return curve[curve.length - 1];
    }

    /** @return distance of (x, y) to the polyline through (x, y) pairs */
    static float distance(final float[] line, final float x, final float y) {
        float nearest = Float.MAX_VALUE;
        for (int i = 2; i < line.length; i += 2) {
            final float dx = line[i] - line[i - 2];
            final float dy = line[i + 1] - line[i - 1];
            final float t = Math.max(0, Math.min(1,
                ((x - line[i - 2]) * dx + (y - line[i - 1]) * dy) / (dx * dx + dy * dy)));
            final float ex = x - line[i - 2] - t * dx;
            final float ey = y - line[i - 1] - t * dy;
            nearest = Math.min(nearest, ex * ex + ey * ey);
        }
        return (float) Math.sqrt(nearest);
    }
}
