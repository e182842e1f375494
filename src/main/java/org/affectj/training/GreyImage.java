package org.affectj.training;

import org.affectj.align.SimilarityTransform;

/**
 * A square grey picture that augmentation works on in place.
 *
 * @param size width and height in pixels
 * @param pixels rows from the top, 0 to 255 unsigned
 */
record GreyImage(int size, byte[] pixels) {

    private static final int ONE = 1 << 16;

    GreyImage(final int size) {
        this(size, new byte[size * size]);
    }

    /**
     * Fills {@code target} with this picture seen through a transform; outside is black. Where this picture is finer,
     * several samples are averaged, as {@link org.affectj.align.Warp} does.
     *
     * @param toThis from pixels of the target to pixels of this picture
     * @param target to fill
     */
    void sampleInto(final GreyImage target, final SimilarityTransform toThis) {
        final int samples = (int) Math.max(1, Math.round(toThis.scale()));
        final int a = (int) Math.round(toThis.a() * ONE);
        final int b = (int) Math.round(toThis.b() * ONE);
        for (int y = 0, i = 0; y < target.size; y++) {
            for (int x = 0; x < target.size; x++, i++) {
                if (samples == 1) {
                    target.pixels[i] = (byte) sample(a * x - b * y + fixed(toThis.tx()),
                        b * x + a * y + fixed(toThis.ty()));
                } else target.pixels[i] = (byte) mean(toThis, x, y, samples);
            }
        }
    }

    private int mean(final SimilarityTransform toThis, final int x, final int y, final int samples) {
        int sum = 0;
        for (int j = 0; j < samples; j++) {
            final double v = y + (j + 0.5) / samples - 0.5;
            for (int i = 0; i < samples; i++) {
                final double u = x + (i + 0.5) / samples - 0.5;
                sum += sample(fixed(toThis.a() * u - toThis.b() * v + toThis.tx()),
                    fixed(toThis.b() * u + toThis.a() * v + toThis.ty()));
            }
        }
        return (sum + samples * samples / 2) / (samples * samples);
    }

    private static int fixed(final double value) {
        return (int) Math.round(value * ONE);
    }

    /** Bilinear; position in 16.16 fixed point. */
    private int sample(final int fx, final int fy) {
        final int x = fx >> 16;
        final int y = fy >> 16;
        final int u = fx >>> 8 & 0xff;
        final int v = fy >>> 8 & 0xff;
        if (x >= 0 && y >= 0 && x < size - 1 && y < size - 1) {
            final int i = y * size + x;
            final int top = (pixels[i] & 0xff) * (256 - u) + (pixels[i + 1] & 0xff) * u;
            final int bottom = (pixels[i + size] & 0xff) * (256 - u) + (pixels[i + size + 1] & 0xff) * u;
            return top * (256 - v) + bottom * v + (1 << 15) >> 16;
        }
        final int top = at(x, y) * (256 - u) + at(x + 1, y) * u;
        final int bottom = at(x, y + 1) * (256 - u) + at(x + 1, y + 1) * u;
        return top * (256 - v) + bottom * v + (1 << 15) >> 16;
    }

    private int at(final int x, final int y) {
        return x < 0 || y < 0 || x >= size || y >= size ? 0 : pixels[y * size + x] & 0xff;
    }

    void mirror() {
        for (int row = 0; row < size * size; row += size) {
            for (int left = row, right = row + size - 1; left < right; left++, right--) {
                final byte kept = pixels[left];
                pixels[left] = pixels[right];
                pixels[right] = kept;
            }
        }
    }

    /** Writes the picture as interleaved red, green and blue. */
    void copyAsRgb(final byte[] rgb, final int offset) {
        for (int i = 0, o = offset; i < pixels.length; i++) {
            final byte value = pixels[i];
            rgb[o++] = value;
            rgb[o++] = value;
            rgb[o++] = value;
        }
    }

    static byte clamp(final int value) {
        return (byte) (value < 0 ? 0 : value > 255 ? 255 : value);
    }
}
