package org.affectj.training.data;

import org.affectj.align.FaceTemplate;
import org.affectj.align.SimilarityTransform;
import org.affectj.detect.FaceBox;

/**
 * Where a data set's face goes in a crop: as it is if it is aligned already, by its points as in analysis, else by its
 * box, else as a picture that shows one face. Boxes and pictures go where they lie on average when the points are good
 * (measured on FER+ and the photographs, in pixels of the 112 template).
 */
final class Placement {

    private static final double BOX_X = 56;
    private static final double BOX_Y = 65;
    private static final double BOX_HEIGHT = 97;
    private static final double PICTURE_X = 56;
    private static final double PICTURE_Y = 63.5;
    private static final double PICTURE_SIDE = 98;

    private Placement() {
    }

    /**
     * @param face what is known of it
     * @param width of its picture in pixels
     * @param height of its picture in pixels
     * @return the transform from pixels of the picture to pixels of the 112 template
     */
    static SimilarityTransform of(final FaceExample face, final int width, final int height) {
        if (face.aligned()) {
            final double factor = (double) FaceTemplate.ARCFACE.size() / width;
            return new SimilarityTransform(factor, 0, (factor - 1) / 2, (factor - 1) / 2);
        }
        if (face.usableLandmarks().isPresent())
            return FaceTemplate.ARCFACE.transformFrom(face.landmarks().orElseThrow().fivePoints());
        if (face.box().isPresent()) {
            final FaceBox box = face.box().get();
            return SimilarityTransform.of(BOX_HEIGHT / box.height(), 0, box.x() + box.width() / 2,
                box.y() + box.height() / 2, BOX_X, BOX_Y);
        }
        return SimilarityTransform.of(PICTURE_SIDE / Math.max(width, height), 0, (width - 1) / 2.0,
            (height - 1) / 2.0, PICTURE_X, PICTURE_Y);
    }
}
