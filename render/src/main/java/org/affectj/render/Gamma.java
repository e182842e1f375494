package org.affectj.render;

/** The curve from linear light to what pictures store, by table. */
final class Gamma {

    private static final int STEPS = 4096;
    private static final float[] TABLE = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) TABLE[i] = (float) Math.pow((double) i / STEPS, 1 / 2.2);
    }

    private Gamma() {
    }

    /** @return {@code light}, clipped to 0–1, to the power of 1/2.2 */
    static float encode(final float light) {
        final float at = Math.max(0, Math.min(1, light)) * STEPS;
        final int i = Math.min(STEPS - 1, (int) at);
        return TABLE[i] + (at - i) * (TABLE[i + 1] - TABLE[i]);
    }
}
