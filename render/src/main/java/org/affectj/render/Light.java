package org.affectj.render;

import java.util.random.RandomGenerator;

/**
 * The light on a scene, in the camera's axes; colours are linear.
 *
 * @param direction unit vector towards the main light
 * @param key colour and strength of the main light
 * @param fillDirection unit vector towards a weak second light
 * @param fill its colour and strength
 * @param sky light from above
 * @param ground light from below
 */
public record Light(float[] direction, float[] key, float[] fillDirection, float[] fill, float[] sky, float[] ground) {

    /** @return any light: from hard and sideways to nearly even, warm to cold */
    public static Light random(final RandomGenerator random) {
        final float hard = (float) random.nextDouble(0.25, 0.9);
        final boolean frontal = random.nextDouble() < 0.5;
        final float side = (float) (frontal ? 30 * random.nextGaussian() : random.nextDouble(-85, 85));
        final float[] warm = Colour.mix(new float[] { 1.12f, 1, 0.82f }, new float[] { 0.88f, 1, 1.15f },
            (float) random.nextDouble());
        final float[] ambient = Colour.mix(new float[] { 1.06f, 1, 0.92f }, new float[] { 0.93f, 1, 1.08f },
            (float) random.nextDouble());
        final float soft = 1 - hard;
        final float bounce = (float) random.nextDouble(0.35, 0.9);
        return new Light(towards(side, (float) random.nextDouble(-10, 65)), Colour.times(warm, 1.3f * hard),
            towards((float) random.nextDouble(-110, 110), (float) random.nextDouble(-20, 50)),
            Colour.times(ambient, (float) random.nextDouble(0, 0.35)), Colour.times(ambient, 0.25f + soft),
            Colour.times(ambient, bounce * (0.2f + 0.8f * soft)));
    }

    /** @return soft light from the front and above, for looking at shapes */
    public static Light studio() {
        final float[] white = { 1, 1, 1 };
        return new Light(towards(25, 40), Colour.times(white, 0.75f), towards(-50, 10), Colour.times(white, 0.15f),
            Colour.times(white, 0.5f), Colour.times(white, 0.3f));
    }

    /** @return unit vector towards {@code side} degrees to the right of the camera and {@code up} degrees above it */
    private static float[] towards(final float side, final float up) {
        final double a = Math.toRadians(side);
        final double b = Math.toRadians(up);
        return new float[] { (float) (Math.sin(a) * Math.cos(b)), (float) Math.sin(b),
            (float) (Math.cos(a) * Math.cos(b)) };
    }
}
