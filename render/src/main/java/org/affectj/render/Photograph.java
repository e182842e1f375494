package org.affectj.render;

import java.util.random.RandomGenerator;

/**
 * How light becomes a picture.
 *
 * @param blur standard deviation of the lens's blur, in pixels
 * @param brightness of the faces in the picture, linear, 0 to 1
 * @param contrast 1 is as the eye expects
 * @param saturation 0 is grey
 * @param noise standard deviation of the sensor's noise, of 255
 * @param quality of JPEG, 0 to 1
 */
public record Photograph(float blur, float brightness, float contrast, float saturation, float noise, float quality) {

    /** @return any camera, from good to poor; half of them grey */
    public static Photograph random(final RandomGenerator random) {
        final double poor = random.nextDouble();
        final float blur = (float) (poor < 0.45 ? random.nextDouble(0, 0.4) : poor < 0.8 ? random.nextDouble(0.4, 1)
            : random.nextDouble(1, 2));
        return new Photograph(blur, (float) random.nextDouble(0.13, 0.42), (float) random.nextDouble(0.8, 1.25),
            random.nextBoolean() ? 0 : (float) random.nextDouble(0.7, 1.15),
            (float) (random.nextDouble() < 0.3 ? random.nextDouble(3, 10) : random.nextDouble(0, 3)),
            (float) random.nextDouble(0.5, 0.96));
    }

    /** @return a clear picture, for looking at shapes */
    public static Photograph clear() {
        return new Photograph(0, 0.3f, 1, 1, 0, 0.95f);
    }

    /**
     * Blurs the frame and scales its light so that what lies in the given box has this photograph's brightness;
     * dark skin stays darker than light skin.
     *
     * @param box left, top, right, bottom in pixels
     * @param lightness of the skin, linear, 0 to 1
     */
    void expose(final Frame frame, final float[] box, final float lightness) {
        blur(frame);
        scale(frame, gain(frame, box, lightness));
    }

    /** Blurs the frame and scales its light by a gain that stays the same from frame to frame. */
    void expose(final Frame frame, final float gain) {
        blur(frame);
        scale(frame, gain);
    }

    private void blur(final Frame frame) {
        if (blur > 0.15f) Blur.apply(frame.light(), frame.columns(), frame.rows(), blur * Frame.SAMPLES);
    }

    /** @return what light must be scaled by so that what lies in a box of the frame has this photograph's brightness */
    float gain(final Frame frame, final float[] box, final float lightness) {
        final float[] light = frame.light();
        final int left = Math.max(0, (int) Frame.sample(box[0])), top = Math.max(0, (int) Frame.sample(box[1]));
        final int right = Math.min(frame.columns(), (int) Frame.sample(box[2]));
        final int bottom = Math.min(frame.rows(), (int) Frame.sample(box[3]));
        double sum = 0;
        for (int row = top; row < bottom; row++)
            for (int column = left; column < right; column++) sum += light[3 * (row * frame.columns() + column) + 1];
        final double mean = sum / Math.max(1, (right - left) * (bottom - top));
        return (float) (brightness * Math.pow(lightness / 0.4, 0.45) / Math.max(1e-3, mean));
    }

    private static void scale(final Frame frame, final float gain) {
        final float[] light = frame.light();
        for (int i = 0; i < light.length; i++) light[i] *= gain;
    }

    /**
     * Turns linear light into a picture: tone curve, contrast, colour, noise.
     *
     * @param light red, green, blue a pixel
     */
    Picture develop(final float[] light, final int width, final int height, final RandomGenerator random) {
        final byte[] rgb = new byte[light.length];
        for (int i = 0; i < light.length; i += 3) {
            final float r = tone(light[i]), g = tone(light[i + 1]), b = tone(light[i + 2]);
            final float grey = 0.299f * r + 0.587f * g + 0.114f * b;
            final float all = noise == 0 ? 0 : noise * (float) random.nextGaussian();
            for (int k = 0; k < 3; k++) {
                final float channel = k == 0 ? r : k == 1 ? g : b;
                final float own = noise == 0 || saturation == 0 ? 0 : 0.6f * noise * (float) random.nextGaussian();
                final int value = Math.round(grey + saturation * (channel - grey) + all + own);
                rgb[i + k] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return new Picture(width, height, rgb);
    }

    private float tone(final float light) {
        final float rolled = 1.35f * light / (1 + 0.35f * light); // bright light saturates softly
        return 255 * (0.45f + contrast * (Gamma.encode(rolled) - 0.45f));
    }
}
