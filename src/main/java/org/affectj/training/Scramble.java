package org.affectj.training;

import java.util.SplittableRandom;

/** Cuts a picture into tiles and shuffles them: texture of faces, arranged as no face is. */
final class Scramble {

    private Scramble() {
    }

    static void apply(final GreyImage image, final SplittableRandom random) {
        final int tiles = random.nextInt(2, 6);
        final int side = image.size() / tiles;
        final int shift = random.nextInt(1, tiles * tiles);
        final byte[] before = image.pixels().clone();
        for (int y = 0; y < side * tiles; y++)
            for (int x = 0; x < side * tiles; x++) {
                final int from = (y / side * tiles + x / side + shift) % (tiles * tiles);
                image.pixels()[y * image.size() + x] =
                    before[(from / tiles * side + y % side) * image.size() + from % tiles * side + x % side];
            }
    }
}
