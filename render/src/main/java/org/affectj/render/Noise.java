package org.affectj.render;

import java.util.SplittableRandom;

/** Smooth random fields over space, -1 to 1, the same on every machine. */
final class Noise {

    private static final int SIZE = 32;
    private static final int MASK = SIZE - 1;
    private static final float[] LATTICE = lattice();

    private Noise() {
    }

    private static float[] lattice() {
        final SplittableRandom random = new SplittableRandom(68);
        final float[] lattice = new float[SIZE * SIZE * SIZE];
        for (int i = 0; i < lattice.length; i++) lattice[i] = (float) random.nextDouble(-1, 1);
        return lattice;
    }

    /** @return value noise with one cell a unit */
    static float at(final float x, final float y, final float z) {
        final int x0 = floor(x);
        final int y0 = floor(y);
        final int z0 = floor(z);
        final float u = ease(x - x0);
        final float v = ease(y - y0);
        final float w = ease(z - z0);
        final float near = plane(x0, y0, z0, u, v);
        return near + w * (plane(x0, y0, z0 + 1, u, v) - near);
    }

    /** @return three octaves of value noise */
    static float cloud(final float x, final float y, final float z) {
        return (at(x, y, z) + 0.5f * at(2.03f * x, 2.03f * y, 2.03f * z) + 0.25f * at(4.1f * x, 4.1f * y, 4.1f * z))
            / 1.75f;
    }

    private static float plane(final int x, final int y, final int z, final float u, final float v) {
        final int at = (z & MASK) * SIZE;
        final int row0 = (at + (y & MASK)) * SIZE;
        final int row1 = (at + (y + 1 & MASK)) * SIZE;
        final int c0 = x & MASK;
        final int c1 = x + 1 & MASK;
        final float a = LATTICE[row0 + c0] + u * (LATTICE[row0 + c1] - LATTICE[row0 + c0]);
        final float b = LATTICE[row1 + c0] + u * (LATTICE[row1 + c1] - LATTICE[row1 + c0]);
        return a + v * (b - a);
    }

    private static int floor(final float x) {
        final int i = (int) x;
        return x < i ? i - 1 : i;
    }

    private static float ease(final float t) {
        return t * t * (3 - 2 * t);
    }
}
