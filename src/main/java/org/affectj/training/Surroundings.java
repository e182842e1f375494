package org.affectj.training;

import java.util.SplittableRandom;

import org.affectj.align.SimilarityTransform;
import org.affectj.training.data.CachedFace;

/**
 * Fills what lies outside of the picture that a face was cut from: black as the aligner leaves it, or something else,
 * so that a network learns nothing from a picture's edge.
 */
final class Surroundings {

    private Surroundings() {
    }

    /**
     * @param image a crop
     * @param toPicture from pixels of the crop to pixels of the picture
     * @param face whose picture it is
     * @param random decides what to fill in
     */
    static void fill(final GreyImage image, final SimilarityTransform toPicture, final CachedFace face,
        final SplittableRandom random)
    {
        final int base = random.nextInt(256);
        final int texture = random.nextInt(1, 40);
        final int n = image.size();
        for (int y = 0, i = 0; y < n; y++)
            for (int x = 0; x < n; x++, i++) {
                final double px = toPicture.a() * x - toPicture.b() * y + toPicture.tx();
                final double py = toPicture.b() * x + toPicture.a() * y + toPicture.ty();
                if (px < 0 || py < 0 || px > face.width() - 1 || py > face.height() - 1)
                    image.pixels()[i] = GreyImage.clamp(base + (i * 0x9E3779B1 >>> 8) % texture);
            }
    }
}
