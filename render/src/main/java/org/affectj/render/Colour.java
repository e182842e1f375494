package org.affectj.render;

import java.util.random.RandomGenerator;

/** Colours as linear red, green, blue in a float[3]. */
final class Colour {

    private Colour() {
    }

    /** @return linear light of an sRGB colour, 0 to 255 a channel */
    static float[] srgb(final double red, final double green, final double blue) {
        return new float[] { linear(red), linear(green), linear(blue) };
    }

    private static float linear(final double value) {
        return (float) Math.pow(value / 255, 2.2);
    }

    /** @return a · (1 - t) + b · t */
    static float[] mix(final float[] a, final float[] b, final float t) {
        return new float[] { a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2]) };
    }

    static float[] times(final float[] a, final float factor) {
        return new float[] { a[0] * factor, a[1] * factor, a[2] * factor };
    }

    static float[] times(final float[] a, final float[] b) {
        return new float[] { a[0] * b[0], a[1] * b[1], a[2] * b[2] };
    }

    /** @return colour at {@code t}, 0 to 1, between evenly spaced {@code stops} */
    static float[] along(final float[][] stops, final float t) {
        final float at = t * (stops.length - 1);
        final int i = Math.min(stops.length - 2, (int) at);
        return mix(stops[i], stops[i + 1], at - i);
    }

    /** @return any colour, mostly of low saturation */
    static float[] any(final RandomGenerator random) {
        final double value = random.nextDouble(20, 245);
        final double strength = random.nextDouble() * random.nextDouble() * value;
        return srgb(value - strength * random.nextDouble(), value - strength * random.nextDouble(),
            value - strength * random.nextDouble());
    }
}
