package org.affectj.detect;

import org.affectj.align.SimilarityTransform;
import org.affectj.align.Warp;
import org.affectj.model.FaceCrop;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * The square that the landmark network sees: centred on the box around the 68 points, turned upright, its side
 * {@value #MARGIN} times the longer side of that box; black outside of the picture. The same from a detector's box as
 * from the points of a previous pass, but for the detector's errors, which training has to cover: from the frontal
 * cascade's boxes of 1,213 photographs (validation split) to the crops from their points, the centre moves by a
 * standard deviation of 6.0 % of the crop's side horizontally (turned heads) and 2.4 % vertically, the scale changes by
 * 7.5 %, the tilt by 6.3°; in one of a hundred by 12.5 %, 6 %, 18 % and 16°.
 *
 * @param transform from pixels of the picture to pixels of the crop, pixel centres at whole numbers
 * @param size width and height of the crop in pixels
 */
public record LandmarkCrop(SimilarityTransform transform, int size) {

    /** Side of the crop in sides of the box around the 68 points. */
    public static final double MARGIN = 1.35;

    /**
     * @param box where a face is
     * @param size width and height of the crop in pixels
     * @return the crop for a first pass
     */
    public static LandmarkCrop of(final FaceBox box, final int size) {
        final double scale = size / (MARGIN * Math.max(box.width(), box.height()));
        // half a pixel: boxes count from the corner of the first pixel, transforms from its centre
        return new LandmarkCrop(SimilarityTransform.of(scale, -box.roll(), box.x() + box.width() / 2 - 0.5,
            box.y() + box.height() / 2 - 0.5, (size - 1) / 2.0, (size - 1) / 2.0), size);
    }

    /**
     * @param landmarks the points of a face
     * @param size width and height of the crop in pixels
     * @return the crop for a second pass
     */
    public static LandmarkCrop of(final Landmarks landmarks, final int size) {
        final SimilarityTransform upright = SimilarityTransform.of(1, -landmarks.roll(), 0, 0, 0, 0);
        final LandmarkCrop crop = of(landmarks.moved(upright).box(1), size);
        return new LandmarkCrop(upright.then(crop.transform), size);
    }

    /** @return the pixels of the crop */
    public FaceCrop pixels(final RandomAccessibleInterval<ARGBType> picture) {
        return Warp.crop(picture, transform, size);
    }

    /**
     * @param landmarks points in the picture
     * @return x0, y0, x1, y1, …: their positions in the crop as shares of its size, 0 at its left or upper edge and 1
     *         at the opposite one
     */
    public float[] encode(final Landmarks landmarks) {
        final Landmarks moved = landmarks.moved(transform);
        final float[] values = new float[2 * Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            values[2 * i] = (float) ((moved.x()[i] + 0.5) / size);
            values[2 * i + 1] = (float) ((moved.y()[i] + 0.5) / size);
        }
        return values;
    }

    /**
     * The inverse of {@link #encode}.
     *
     * @param values what the network gave for one or more crops
     * @param index of the crop that is meant, from 0
     * @return the points in the picture
     */
    public Landmarks decode(final float[] values, final int index) {
        final double[] x = new double[Landmarks.COUNT];
        final double[] y = new double[Landmarks.COUNT];
        for (int i = 0, k = 2 * index * Landmarks.COUNT; i < Landmarks.COUNT; i++) {
            x[i] = values[k++] * size - 0.5;
            y[i] = values[k++] * size - 0.5;
        }
        return new Landmarks(x, y).moved(transform.inverse());
    }
}
