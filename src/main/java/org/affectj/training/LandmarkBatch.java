package org.affectj.training;

import java.util.HashMap;
import java.util.Map;

import org.affectj.align.SimilarityTransform;
import org.affectj.detect.LandmarkCrop;
import org.affectj.detect.Landmarks;
import org.affectj.engine.Tensor;

/** Crops with their points, as the landmark network's training signature takes them. */
final class LandmarkBatch {

    private final int count;
    private final int size;
    private final byte[] images;
    private final float[] landmarks;
    private final float[] landmarkMask;
    private final float[] face;
    private final float[] faceMask;

    /**
     * @param count number of crops
     * @param size width and height of each in pixels
     */
    LandmarkBatch(final int count, final int size) {
        this.count = count;
        this.size = size;
        images = new byte[count * size * size * 3];
        landmarks = new float[count * 2 * Landmarks.COUNT];
        landmarkMask = new float[count];
        face = new float[count];
        faceMask = new float[count];
    }

    /** @return what turns points in pixels of a crop into the network's units, and back */
    static LandmarkCrop itself(final int size) {
        return new LandmarkCrop(new SimilarityTransform(1, 0, 0, 0), size);
    }

    /** A crop with a face in it; the points are in its pixels. */
    void setFace(final int place, final GreyImage image, final Landmarks points) {
        image.copyAsRgb(images, place * size * size * 3);
        System.arraycopy(itself(size).encode(points), 0, landmarks, place * 2 * Landmarks.COUNT, 2 * Landmarks.COUNT);
        landmarkMask[place] = 1;
        face[place] = 1;
        faceMask[place] = 1;
    }

    /** A crop that shows no face, or not where it should be. */
    void setBackground(final int place, final GreyImage image) {
        image.copyAsRgb(images, place * size * size * 3);
        faceMask[place] = 1;
    }

    Tensor image() {
        return Tensor.of(images, count, size, size, 3);
    }

    /** @return image and targets by the names of the signature's inputs; the caller may add to it */
    Map<String, Tensor> inputs() {
        final Map<String, Tensor> inputs = new HashMap<>();
        inputs.put("image", image());
        inputs.put("landmarks", Tensor.of(landmarks, count, 2 * Landmarks.COUNT));
        inputs.put("landmarks_mask", Tensor.of(landmarkMask, count));
        inputs.put("face", Tensor.of(face, count));
        inputs.put("face_mask", Tensor.of(faceMask, count));
        return inputs;
    }
}
