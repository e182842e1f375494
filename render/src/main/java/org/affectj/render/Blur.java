package org.affectj.render;

/** Gaussian blur of three-channel pictures. */
final class Blur {

    private Blur() {
    }

    /** Blurs in place; the picture's edge repeats outside. */
    static void apply(final float[] rgb, final int width, final int height, final float deviation) {
        final float[] kernel = kernel(deviation);
        final float[] padded = new float[3 * (width + 2 * kernel.length)];
        for (int y = 0; y < height; y++) row(rgb, 3 * y * width, width, kernel, padded);
        columns(rgb, 3 * width, height, kernel);
    }

    private static float[] kernel(final float deviation) {
        final float[] half = new float[1 + (int) Math.ceil(2.5 * deviation)];
        float sum = 0;
        for (int i = 0; i < half.length; i++) {
            half[i] = (float) Math.exp(-0.5 * i * i / (deviation * deviation));
            sum += i == 0 ? half[i] : 2 * half[i];
        }
        for (int i = 0; i < half.length; i++) half[i] /= sum;
        return half;
    }

    private static void row(final float[] rgb, final int start, final int width, final float[] kernel,
        final float[] padded) {
        final int pad = kernel.length;
        for (int i = -pad; i < width + pad; i++)
            System.arraycopy(rgb, start + 3 * Math.max(0, Math.min(width - 1, i)), padded, 3 * (i + pad), 3);
        for (int i = 0; i < 3 * width; i++) {
            final int at = i + 3 * pad;
            float sum = kernel[0] * padded[at];
            for (int j = 1; j < kernel.length; j++) sum += kernel[j] * (padded[at - 3 * j] + padded[at + 3 * j]);
            rgb[start + i] = sum;
        }
    }

    private static void columns(final float[] rgb, final int stride, final int height, final float[] kernel) {
        final float[] source = rgb.clone();
        for (int y = 0; y < height; y++) {
            final int at = y * stride;
            for (int i = 0; i < stride; i++) rgb[at + i] = kernel[0] * source[at + i];
            for (int j = 1; j < kernel.length; j++) {
                final int above = Math.max(0, y - j) * stride;
                final int below = Math.min(height - 1, y + j) * stride;
                for (int i = 0; i < stride; i++) rgb[at + i] += kernel[j] * (source[above + i] + source[below + i]);
            }
        }
    }
}
