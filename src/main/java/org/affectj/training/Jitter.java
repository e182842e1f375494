package org.affectj.training;

import java.util.SplittableRandom;

import org.affectj.align.SimilarityTransform;

/**
 * How far augmentation moves a crop about the place that it is aligned to.
 *
 * @param degrees largest rotation to either side
 * @param zoom largest factor of enlargement or reduction, at least 1
 * @param shift largest shift to each side, as a share of the crop's size
 */
record Jitter(double degrees, double zoom, double shift) {

    /** No movement. */
    static final Jitter NONE = new Jitter(0, 1, 0);

    /**
     * @param size of the crop in pixels
     * @param random decides
     * @return a transform of the crop's pixels into themselves
     */
    SimilarityTransform draw(final int size, final SplittableRandom random) {
        final double centre = (size - 1) / 2.0;
        return SimilarityTransform.of(Math.pow(zoom, symmetric(random)), degrees * symmetric(random), centre, centre,
            centre + shift * size * symmetric(random), centre + shift * size * symmetric(random));
    }

    private static double symmetric(final SplittableRandom random) {
        return random.nextDouble() * 2 - 1;
    }
}
