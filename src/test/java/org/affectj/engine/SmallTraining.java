package org.affectj.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;

/**
 * A small network and made-up batches that depend on the step only. As a program it goes on with a training that
 * another process began: {@code network checkpoint first end result}.
 */
public final class SmallTraining {

    /** What runs that must repeat exactly run with. */
    static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 1);
    /** A network on pictures with all that has a state: running statistics, dropout, Adam's moments, averages. */
    static final NetworkSpecification PICTURES = new NetworkSpecification(Head.AMTL, 32, false, 16, List.of(16, 32), 1,
        16, 4, 8, 0.3, Optimizer.ADAMW).withAveraging(0.9);

    static final int ROWS = 12;

    private SmallTraining() {
        // only static functions
    }

    /** @param arguments folder of the network, checkpoint to begin with, first step, end, checkpoint to write */
    public static void main(final String... arguments) {
        try (Network network = EngineLoader.open(Path.of(arguments[0]), EXACT.with(Operations.TRAINING))) {
            network.restore(Path.of(arguments[1]));
            train(network, "train_joint", Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            network.save(Path.of(arguments[4]));
        }
    }

    /** Makes the steps from {@code first} to before {@code end}. */
    static void train(final Network network, final String signature, final int first, final int end) {
        for (int step = first; step < end; step++)
            network.call(signature, batch(step, Map.of("image", pictures(step))));
    }

    static Tensor pictures(final int seed) {
        final byte[] pixels = new byte[ROWS * 32 * 32 * 3];
        new Random(seed).nextBytes(pixels);
        return Tensor.of(pixels, ROWS, 32, 32, 3);
    }

    /** @return labels of all tasks, and what steers a step, with these inputs */
    static Map<String, Tensor> batch(final int step, final Map<String, Tensor> inputs) {
        final Random random = new Random(step);
        final Map<String, Tensor> batch = new HashMap<>(inputs);
        batch.put("action_unit", random(random, ROWS, 12));
        batch.put("action_unit_mask", filled(1, ROWS, 12));
        batch.put("expression", filled(1 / 8f, ROWS, 8));
        batch.put("expression_weight", random(random, ROWS));
        batch.put("valence_arousal_target", random(random, ROWS, 2));
        batch.put("valence_arousal_mask", filled(1, ROWS));
        batch.put("action_unit_weights", filled(1, 12));
        batch.put("class_weights", filled(1, 8));
        batch.put("task_weights", filled(1, 4));
        batch.put("matching_mask", filled(1, ROWS));
        batch.put("presence", filled(0.5f, 8, 12));
        batch.put("absence", filled(0, 8, 12));
        batch.put("learning_rate", Tensor.of(0.01f));
        batch.put("weight_decay", Tensor.of(0.001f));
        batch.put("seed", new Tensor(new int[] { 7, step }, 2));
        return batch;
    }

    static Tensor random(final Random random, final long... shape) {
        final Tensor tensor = filled(0, shape);
        for (int i = 0; i < tensor.floats().length; i++) tensor.floats()[i] = random.nextFloat();
        return tensor;
    }

    private static Tensor filled(final float value, final long... shape) {
        int size = 1;
        for (final long length : shape) size *= (int) length;
        final float[] values = new float[size];
        java.util.Arrays.fill(values, value);
        return Tensor.of(values, shape);
    }
}
