package org.affectj.training;

import java.util.Map;

import org.affectj.engine.Tensor;
import org.affectj.training.data.Labels;

/** Crops with their labels, as the training signatures of an affect network take them. */
final class AffectBatch {

    private final int count;
    private final int size;
    private final byte[] images;
    private final AffectTargets targets;

    /**
     * @param count number of crops
     * @param size width and height of each in pixels
     */
    AffectBatch(final int count, final int size) {
        this.count = count;
        this.size = size;
        images = new byte[count * size * size * 3];
        targets = new AffectTargets(count);
    }

    void set(final int place, final GreyImage image, final Labels labels) {
        image.copyAsRgb(images, place * size * size * 3);
        targets.set(place, labels);
    }

    /** Lets the action units of a face learn from its predicted expression, and the other way round. */
    void match(final int place) {
        targets.match(place);
    }

    int count() {
        return count;
    }

    Tensor image() {
        return Tensor.of(images, count, size, size, 3);
    }

    /** @return image and labels by the names of the signatures' inputs; the caller may add to it */
    Map<String, Tensor> inputs() {
        final Map<String, Tensor> inputs = targets.inputs();
        inputs.put("image", image());
        return inputs;
    }
}
