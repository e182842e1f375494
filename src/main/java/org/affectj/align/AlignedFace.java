package org.affectj.align;

import org.affectj.model.FaceCrop;

/**
 * A face moved to the template that networks expect.
 *
 * @param crop its pixels
 * @param transform from pixels of the picture to pixels of the crop, pixel centres at whole numbers
 */
public record AlignedFace(FaceCrop crop, SimilarityTransform transform) {
}
