package org.affectj.align;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** Moves faces to a template. */
public record FaceAligner(FaceTemplate template) {

    /**
     * @param picture two-dimensional colour picture
     * @param fivePoints eye centres, nose tip, mouth corners, image left first; pixels of the picture, the centre of
     *            its first pixel is (0, 0)
     * @return the face in the template's position, and the transform that took it there
     */
    public AlignedFace align(final RandomAccessibleInterval<ARGBType> picture, final double[][] fivePoints) {
        final SimilarityTransform transform = template.transformFrom(fivePoints);
        return new AlignedFace(Warp.crop(picture, transform, template.size()), transform);
    }
}
