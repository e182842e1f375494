package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.NetworkSpecification;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * 68 points of a face, and whether there is one. The points come from the whole feature map, which knows where things
 * are; a mean over places would forget it.
 */
final class LandmarkNetwork implements Trainable {

    private static final int COORDINATES = 136;

    private final NetworkSpecification specification;
    private final Ops tf;
    private final Backbone backbone;
    private final Operand<TUint8> image;
    private final Map<String, Operand<TFloat32>> targets = new LinkedHashMap<>();

    /** What the network says: coordinates [B, 136] in units of the crop, and the logit of a face [B]. */
    private record Answer(Operand<TFloat32> landmarks, Operand<TFloat32> face) {}

    /**
     * @param specification what to build
     * @param tf the graph to build in
     */
    LandmarkNetwork(final NetworkSpecification specification, final Ops tf) {
        this.specification = specification;
        this.tf = tf;
        this.backbone = new Backbone(specification);
        final int size = specification.imageSize();
        image = tf.withName("image").placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        target("landmarks", -1, COORDINATES);
        target("landmarks_mask", -1);
        target("face", -1);
        target("face_mask", -1);
    }

    @Override
    public Map<String, Operand<?>> inputs() {
        return Map.of("image", image);
    }

    @Override
    public Map<String, Operand<?>> targets() {
        return new LinkedHashMap<>(targets);
    }

    @Override
    public List<Stage> stages() {
        return List.of(new Stage("train_joint", name -> true, name -> true));
    }

    @Override
    public Map<String, Operand<?>> predict(final Pass pass) {
        final Answer answer = answer(pass);
        final Map<String, Operand<?>> outputs = new LinkedHashMap<>();
        outputs.put("landmarks", answer.landmarks());
        outputs.put("face", tf.math.sigmoid(answer.face()));
        return outputs;
    }

    @Override
    public Map<String, Operand<TFloat32>> losses(final Pass pass, final Stage stage) {
        final Answer answer = answer(pass);
        final Losses losses = new Losses(tf);
        final Operand<TFloat32> landmarks = losses.landmarks(answer.landmarks(), targets.get("landmarks"),
            targets.get("landmarks_mask"));
        final Operand<TFloat32> face = losses.binary(answer.face(), targets.get("face"), targets.get("face_mask"));
        final Map<String, Operand<TFloat32>> all = new LinkedHashMap<>();
        all.put(LOSS, tf.math.add(landmarks, face));
        all.put("loss_landmarks", landmarks);
        all.put("loss_face", face);
        return all;
    }

    private Answer answer(final Pass pass) {
        final Operand<TFloat32> map = backbone.apply(pass, image);
        final int length = backbone.resolution() * backbone.resolution() * backbone.channels();
        final Operand<TFloat32> flat = tf.reshape(map, tf.constant(new int[] { -1, length }));
        final Operand<TFloat32> hidden = Dense.block(pass, "landmarks/hidden", flat, length, specification.features());
        final Operand<TFloat32> offsets = Dense.apply(pass, "landmarks/points", hidden, specification.features(),
            COORDINATES, 0.01);
        final Operand<TFloat32> face = Dense.apply(pass, "face/logit", hidden, specification.features(), 1, 0.01);
        return new Answer(tf.math.add(offsets, tf.constant(0.5f)), tf.reshape(face, tf.constant(new int[] { -1 })));
    }

    private void target(final String name, final long... shape) {
        targets.put(name, tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape))));
    }
}
