package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** Averages against average ← d · average + (1 − d) · weight in plain Java. */
class AveragesTest {

    private static final double DECAY = 0.8;
    private static final List<String> NAMES = List.of("backbone/stem/kernel", "au/centroids", "au/graph/mean",
        "expression/linear/weight");

    @TempDir
    Path folder;

    @Test
    void averagesFollowWeightsAndStatistics() {
        NetworkBuilder.create(Batches.small(Head.AMTL, Optimizer.SAM_SGD).withAveraging(DECAY),
            folder.resolve("model"));
        final Map<String, Tensor> batch = new HashMap<>(Batches.affectTargets(8));
        batch.put("image", Batches.pictures(1, 8, 32));
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.resolve("model").toString())) {
            final Map<String, double[]> averages = new HashMap<>();
            for (final String name : NAMES) averages.put(name, wide(variable(bundle, name)));
            for (int step = 0; step < 5; step++) {
                bundle.function("train_joint").call(batch).close();
                for (final String name : NAMES) follow(averages.get(name), variable(bundle, name));
            }
            for (final String name : NAMES) {
                final float[] weights = variable(bundle, name);
                bundle.function(Network.SWAP_AVERAGE).call(Map.of()).close();
                assertArrayEquals(averages.get(name), wide(variable(bundle, name)), 1e-6, name);
                assertTrue(Math.abs(weights[0] - averages.get(name)[0]) > 1e-5, name);
                bundle.function(Network.SWAP_AVERAGE).call(Map.of()).close();
                assertArrayEquals(weights, variable(bundle, name), name);
            }
        }
    }

    private static void follow(final double[] average, final float[] weights) {
        for (int i = 0; i < average.length; i++) average[i] = DECAY * average[i] + (1 - DECAY) * weights[i];
    }

    private static double[] wide(final float[] values) {
        final double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return wide;
    }

    private static float[] variable(final SavedModelBundle bundle, final String name) {
        try (Result result = bundle.session().runner().fetch(VariableWeights.nodeName(name)).run()) {
            return Evaluation.floats((TFloat32) result.get(0));
        }
    }

    @Test
    void withoutDecayThereAreNone() {
        final NetworkSpecification plain = Batches.small(Head.MTL, Optimizer.ADAMW);
        assertEquals(0, plain.averaging());
        NetworkBuilder.create(plain, folder.resolve("model"));
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.resolve("model").toString())) {
            assertThrows(IllegalArgumentException.class, () -> bundle.function(Network.SWAP_AVERAGE));
        }
    }
}
