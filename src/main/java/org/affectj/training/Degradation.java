package org.affectj.training;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

import org.affectj.align.SimilarityTransform;

/**
 * What cameras, networks and weather do to a face: low resolution, blur, light, noise, JPEG, things in front of it.
 * Each happens by chance, with a strength by chance. One instance serves one thread.
 */
final class Degradation {

    private static final byte[] GAUSSIAN = gaussian();

    private final GreyImage scratch;
    private final byte[] curve = new byte[256];
    private final double strength;

    /**
     * @param size width and height of the pictures
     * @param strength how likely the harder ones are; 1 for the usual mix, 0 for none
     */
    Degradation(final int size, final double strength) {
        scratch = new GreyImage(size);
        this.strength = strength;
    }

    void apply(final GreyImage image, final SplittableRandom random) {
        if (chance(random, 0.25)) lowResolution(image, random.nextInt(image.size() / 4, image.size() * 3 / 4));
        if (chance(random, 0.2)) blur(image);
        if (chance(random, 0.2)) slope(image, random);
        if (chance(random, 0.9)) light(image, random);
        if (chance(random, 0.3)) noise(image, random, random.nextDouble(1, 12));
        if (chance(random, 0.15)) new BlockTransform(random.nextInt(10, 60)).apply(image);
        if (chance(random, 0.2)) cover(image, random);
    }

    private boolean chance(final SplittableRandom random, final double probability) {
        return random.nextDouble() < probability * strength;
    }

    /** As if the picture had only {@code size} pixels a side. */
    private void lowResolution(final GreyImage image, final int size) {
        final GreyImage small = new GreyImage(size);
        final double factor = (double) image.size() / size;
        image.sampleInto(small, scale(factor));
        small.sampleInto(scratch, scale(1 / factor));
        System.arraycopy(scratch.pixels(), 0, image.pixels(), 0, image.pixels().length);
        // The outermost samples reach over the small picture's edge, where it is black: repeat the row inside.
        repeatEdges(image, (int) Math.ceil(factor / 2));
    }

    private static SimilarityTransform scale(final double factor) {
        return new SimilarityTransform(factor, 0, (factor - 1) / 2, (factor - 1) / 2);
    }

    private static void repeatEdges(final GreyImage image, final int border) {
        final int n = image.size();
        final byte[] p = image.pixels();
        for (int y = 0; y < n; y++) {
            final int row = Math.min(n - 1 - border, Math.max(border, y));
            for (int x = 0; x < n; x++) {
                final int column = Math.min(n - 1 - border, Math.max(border, x));
                if (row != y || column != x) p[y * n + x] = p[row * n + column];
            }
        }
    }

    /** Binomial, 1-2-1 in both directions. */
    private void blur(final GreyImage image) {
        final int n = image.size();
        blur(image.pixels(), scratch.pixels(), n, 1);
        blur(scratch.pixels(), image.pixels(), n, n);
    }

    private static void blur(final byte[] from, final byte[] to, final int n, final int step) {
        for (int i = 0; i < from.length; i++) {
            final int position = step == 1 ? i % n : i / n;
            final int before = from[position == 0 ? i : i - step] & 0xff;
            final int after = from[position == n - 1 ? i : i + step] & 0xff;
            to[i] = (byte) (before + 2 * (from[i] & 0xff) + after + 2 >> 2);
        }
    }

    /** Light from one side. */
    private static void slope(final GreyImage image, final SplittableRandom random) {
        final int n = image.size();
        final double angle = random.nextDouble(2 * Math.PI);
        final double contrast = random.nextDouble(0.2, 0.6) * 2 / n;
        final int dx = (int) (Math.cos(angle) * contrast * 65536);
        final int dy = (int) (Math.sin(angle) * contrast * 65536);
        for (int y = 0, i = 0; y < n; y++)
            for (int x = 0; x < n; x++, i++) {
                final int factor = 65536 + dx * (x - n / 2) + dy * (y - n / 2);
                image.pixels()[i] = GreyImage.clamp((image.pixels()[i] & 0xff) * factor >> 16);
            }
    }

    /** Brightness, contrast and gamma. */
    private void light(final GreyImage image, final SplittableRandom random) {
        final double gamma = Math.exp(random.nextDouble(-0.4, 0.4));
        final double contrast = Math.exp(random.nextDouble(-0.4, 0.3));
        final double brightness = random.nextDouble(-35, 35);
        for (int i = 0; i < 256; i++)
            curve[i] = GreyImage.clamp(
                (int) Math.round((Math.pow(i / 255.0, gamma) * 255 - 128) * contrast + 128 + brightness));
        final byte[] p = image.pixels();
        for (int i = 0; i < p.length; i++)
            p[i] = curve[p[i] & 0xff];
    }

    private static void noise(final GreyImage image, final SplittableRandom random, final double deviation) {
        final int factor = (int) (deviation * 256 / 32);
        final byte[] p = image.pixels();
        int next = random.nextInt(GAUSSIAN.length);
        for (int i = 0; i < p.length; i++) {
            if ((i & 255) == 0) next = random.nextInt(GAUSSIAN.length);
            p[i] = GreyImage.clamp((p[i] & 0xff) + (GAUSSIAN[next++ & GAUSSIAN.length - 1] * factor >> 8));
        }
    }

    /** Something flat in front of the face. */
    private static void cover(final GreyImage image, final SplittableRandom random) {
        final int n = image.size();
        final int width = random.nextInt(n / 8, n * 2 / 5);
        final int height = random.nextInt(n / 8, n * 2 / 5);
        final int left = random.nextInt(n - width);
        final int top = random.nextInt(n - height);
        final byte value = (byte) random.nextInt(256);
        for (int y = top; y < top + height; y++)
            Arrays.fill(image.pixels(), y * n + left, y * n + left + width, value);
    }

    /** Normally distributed numbers with a standard deviation of 32, cut at ±127. */
    private static byte[] gaussian() {
        final Random random = new Random(1);
        final byte[] table = new byte[1 << 14];
        for (int i = 0; i < table.length; i++)
            table[i] = (byte) Math.max(-127, Math.min(127, Math.round(random.nextGaussian() * 32)));
        return table;
    }
}
