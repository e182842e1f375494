package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Small networks and made-up batches for tests. */
final class Batches {

    private Batches() {}

    /** @return a network of some forty thousand weights on grey pictures of 32 pixels */
    static NetworkSpecification small(final Head head, final Optimizer optimizer) {
        return new NetworkSpecification(head, 32, true, 16, java.util.List.of(16, 32), 1,
            head == Head.LANDMARKS || head == Head.TOKEN_GRAPH ? 12 : 32, 4, 8, 0.1, optimizer);
    }

    /** @return pictures [rows, size, size, 3] of noise */
    static Tensor pictures(final long seed, final int rows, final int size) {
        final byte[] values = new byte[rows * size * size * 3];
        new Random(seed).nextBytes(values);
        return TUint8.tensorOf(Shape.of(rows, size, size, 3), DataBuffers.of(values));
    }

    /** @return the mirror images of {@link #pictures} */
    static Tensor mirrored(final long seed, final int rows, final int size) {
        final byte[] values = new byte[rows * size * size * 3];
        new Random(seed).nextBytes(values);
        final byte[] mirrored = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            final int pixel = i / 3;
            mirrored[(pixel - pixel % size + size - 1 - pixel % size) * 3 + i % 3] = values[i];
        }
        return TUint8.tensorOf(Shape.of(rows, size, size, 3), DataBuffers.of(mirrored));
    }

    static Tensor floats(final float[] values, final long... shape) {
        return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
    }

    static Tensor constant(final float value, final long... shape) {
        return TFloat32.tensorOf(Shape.of(shape), tensor -> tensor.scalars().forEach(cell -> cell.setFloat(value)));
    }

    /** @return labels of all tasks for {@code rows} faces, and what steers a training step */
    static Map<String, Tensor> affectTargets(final int rows) {
        final Random random = new Random(5);
        final float[] au = new float[rows * 12];
        final float[] va = new float[rows * 2];
        final float[] expression = new float[rows * 8];
        for (int i = 0; i < au.length; i++) au[i] = random.nextInt(2);
        for (int i = 0; i < va.length; i++) va[i] = random.nextFloat() * 2 - 1;
        for (int row = 0; row < rows; row++) expression[row * 8 + random.nextInt(8)] = 1;
        final Map<String, Tensor> targets = steps(3e-3f, 1e-4f);
        targets.put("action_unit", floats(au, rows, 12));
        targets.put("action_unit_mask", constant(1, rows, 12));
        targets.put("expression", floats(expression, rows, 8));
        targets.put("expression_weight", constant(1, rows));
        targets.put("valence_arousal_target", floats(va, rows, 2));
        targets.put("valence_arousal_mask", constant(1, rows));
        targets.put("action_unit_weights", constant(1, 12));
        targets.put("class_weights", constant(1, 8));
        targets.put("task_weights", constant(1, 4));
        targets.put("matching_mask", constant(0, rows));
        targets.put("presence", constant(0, 8, 12));
        targets.put("absence", constant(0, 8, 12));
        return targets;
    }

    /** @return points of {@code rows} faces, of which all but the last show one, and what steers a training step */
    static Map<String, Tensor> landmarkTargets(final int rows) {
        final Random random = new Random(6);
        final float[] points = new float[rows * 136];
        final float[] face = new float[rows];
        for (int i = 0; i < points.length; i++) points[i] = random.nextFloat();
        for (int row = 0; row < rows - 1; row++) face[row] = 1;
        final Map<String, Tensor> targets = steps(3e-3f, 1e-4f);
        targets.put("landmarks", floats(points, rows, 136));
        targets.put("landmarks_mask", floats(face, rows));
        targets.put("face", floats(face, rows));
        targets.put("face_mask", constant(1, rows));
        return targets;
    }

    static Map<String, Tensor> steps(final float rate, final float decay) {
        final Map<String, Tensor> steps = new LinkedHashMap<>();
        steps.put("learning_rate", TFloat32.scalarOf(rate));
        steps.put("weight_decay", TFloat32.scalarOf(decay));
        steps.put("seed", TInt32.vectorOf(1, 2));
        return steps;
    }
}
