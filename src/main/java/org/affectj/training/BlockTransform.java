package org.affectj.training;

/**
 * What JPEG does to a grey picture: the cosine transform of each block of 8×8 pixels, rounded to multiples of the
 * standard's luminance table (ITU-T T.81, table K.1) scaled by quality as libjpeg scales it.
 */
final class BlockTransform {

    private static final int[] TABLE = { 16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24,
        40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
        92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99 };
    private static final float[] COSINES = cosines();

    private final float[] steps = new float[64];
    private final float[] block = new float[64];
    private final float[] half = new float[64];

    /** @param quality as for JPEG, 1 to 99 */
    BlockTransform(final int quality) {
        final int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (int i = 0; i < 64; i++)
            steps[i] = Math.max(1, Math.min(255, (TABLE[i] * scale + 50) / 100));
    }

    /** Changes whole blocks; pixels beyond the last whole block stay as they are. */
    void apply(final GreyImage image) {
        for (int y = 0; y + 8 <= image.size(); y += 8)
            for (int x = 0; x + 8 <= image.size(); x += 8)
                apply(image.pixels(), y * image.size() + x, image.size());
    }

    private void apply(final byte[] pixels, final int corner, final int stride) {
        for (int i = 0; i < 64; i++)
            block[i] = (pixels[corner + (i >> 3) * stride + (i & 7)] & 0xff) - 128;
        transform(block, half, false);
        transform(half, block, false);
        for (int i = 0; i < 64; i++)
            block[i] = Math.round(block[i] / steps[i]) * steps[i];
        transform(block, half, true);
        transform(half, block, true);
        for (int i = 0; i < 64; i++)
            pixels[corner + (i >> 3) * stride + (i & 7)] = GreyImage.clamp(Math.round(block[i]) + 128);
    }

    /** Transforms rows and transposes; twice makes the transform in two dimensions. */
    private static void transform(final float[] from, final float[] to, final boolean inverse) {
        for (int row = 0; row < 8; row++) {
            for (int k = 0; k < 8; k++) {
                float sum = 0;
                for (int i = 0; i < 8; i++)
                    sum += from[8 * row + i] * (inverse ? COSINES[8 * i + k] : COSINES[8 * k + i]);
                to[8 * k + row] = sum;
            }
        }
    }

    /** Orthonormal: row k holds frequency k. */
    private static float[] cosines() {
        final float[] table = new float[64];
        for (int k = 0; k < 8; k++)
            for (int i = 0; i < 8; i++)
                table[8 * k + i] =
                    (float) (Math.cos((2 * i + 1) * k * Math.PI / 16) * (k == 0 ? Math.sqrt(0.125) : 0.5));
        return table;
    }
}
