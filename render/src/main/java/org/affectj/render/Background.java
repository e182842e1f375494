package org.affectj.render;

import java.util.random.RandomGenerator;

/** What is behind the people: plain, a gradient, clouds of colour, or out-of-focus shapes. */
final class Background {

    private final float[][] colours;
    private final int kind;
    private final double angle;
    private final float offset;
    private final float grain;
    private final float[] blobs;

    private Background(final RandomGenerator random) {
        final float strength = (float) random.nextDouble(0.3, 1.1);
        colours = new float[3][];
        for (int i = 0; i < 3; i++) colours[i] = Colour.times(Colour.any(random), strength);
        kind = random.nextInt(4);
        angle = random.nextDouble(0, 2 * Math.PI);
        offset = (float) random.nextDouble(0, 32);
        grain = (float) (random.nextDouble() * 0.3);
        blobs = new float[5 * random.nextInt(3, 12)];
        for (int i = 0; i < blobs.length; i++) blobs[i] = (float) random.nextDouble();
    }

    static Background random(final RandomGenerator random) {
        return new Background(random);
    }

    /** Fills the frame. */
    void fill(final Frame frame) {
        final float[] out = frame.light();
        final float size = Math.max(frame.columns(), frame.rows());
        for (int row = 0; row < frame.rows(); row += Frame.SAMPLES)
            for (int column = 0; column < frame.columns(); column += Frame.SAMPLES) {
                final float x = column / size;
                final float y = row / size;
                final float texture = 1 + grain * Noise.cloud(x * 40 + offset, y * 40, 9);
                fill(out, row * frame.columns() + column, frame.columns(), Colour.times(at(x, y), texture));
            }
    }

    /** Gives all samples of a pixel one colour. */
    private static void fill(final float[] out, final int first, final int columns, final float[] colour) {
        for (int i = 0; i < Frame.SAMPLES; i++)
            for (int j = 0; j < Frame.SAMPLES; j++) System.arraycopy(colour, 0, out, 3 * (first + i * columns + j), 3);
    }

    private float[] at(final float x, final float y) {
        final float across = (float) (0.5 + (x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle));
        return switch (kind) {
            case 0 -> colours[0];
            case 1 -> Colour.mix(colours[0], colours[1], Math.max(0, Math.min(1, across)));
            case 2 -> clouds(x, y);
            default -> shapes(x, y);
        };
    }

    private float[] clouds(final float x, final float y) {
        final float wide = 0.5f + 0.7f * Noise.cloud(x * 4 + offset, y * 4, 0.5f);
        final float narrow = Ramp.step(0, 0.5f, Noise.cloud(x * 6, y * 6 + offset, 4.5f));
        return Colour.mix(Colour.mix(colours[0], colours[1], wide), colours[2], narrow);
    }

    private float[] shapes(final float x, final float y) {
        float[] colour = colours[0];
        for (int b = 0; b < blobs.length; b += 5) {
            final float dx = Math.abs(x - blobs[b]) / (0.05f + 0.3f * blobs[b + 2]);
            final float dy = Math.abs(y - blobs[b + 1]) / (0.05f + 0.4f * blobs[b + 3]);
            final float inside = blobs[b + 4] < 0.5f ? Math.max(dx, dy) : dx * dx + dy * dy;
            final float share = Ramp.step(1.1f, 0.9f, inside);
            if (share > 0) colour = Colour.mix(colour, colours[blobs[b + 4] * 7 % 1 < 0.5f ? 1 : 2], share);
        }
        return colour;
    }
}
