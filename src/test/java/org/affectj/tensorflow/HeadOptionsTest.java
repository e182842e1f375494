package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.NetworkSpecification.Query;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** METHOD 12's choices change what they say and nothing else: stages, gradients, batch norms, the attention's query. */
class HeadOptionsTest {

    private static final int ROWS = 8;
    private static final int FEATURES = 5;

    @TempDir
    Path folder;

    private static HeadOptions options(final boolean queryGradient, final boolean replicateTrainModeAu,
        final double decay)
    {
        return new HeadOptions(queryGradient, replicateTrainModeAu, Attention.REWEIGHT, false, Query.PROBABILITIES,
            false, true, false, Similarity.DOTS, 1e-5, decay, ExpressionMean.ROWS, false);
    }

    /** @return what some variables hold before and after a step in which only expressions have labels */
    private Map<String, List<float[]>> step(final String signature, final HeadOptions options) {
        final Path model = folder.resolve(signature + options.hashCode());
        NetworkBuilder.create(new NetworkSpecification(Head.AMTL, 0, true, 16, List.of(16), 1, FEATURES, 4, 8, 0.1,
            Optimizer.ADAMW).with(options), model);
        final Map<String, Tensor> batch = new HashMap<>(Batches.affectTargets(ROWS));
        final float[] features = new float[ROWS * FEATURES];
        for (int i = 0; i < features.length; i++) features[i] = (float) Math.sin(i * i);
        batch.put("features", Batches.floats(features, ROWS, FEATURES));
        batch.put("action_unit_mask", Batches.constant(0, ROWS, 12));
        batch.put("valence_arousal_mask", Batches.constant(0, ROWS));
        batch.put("weight_decay", TFloat32.scalarOf(0));
        final Map<String, List<float[]>> values = new HashMap<>();
        try (SavedModelBundle bundle = SavedModelBundle.load(model.toString())) {
            final List<String> names = List.of("au/centroids", "au/graph/mean", "au/blocks/variance",
                "expression/linear/weight", "valence_arousal/linear/weight");
            final List<float[]> before = names.stream().map(name -> variable(bundle, name)).toList();
            bundle.function(signature).call(batch).close();
            for (int i = 0; i < names.size(); i++)
                values.put(names.get(i), List.of(before.get(i), variable(bundle, names.get(i))));
            return values;
        }
    }

    private static float[] variable(final SavedModelBundle bundle, final String name) {
        try (Result result = bundle.session().runner().fetch(VariableWeights.nodeName(name)).run()) {
            return Evaluation.floats((TFloat32) result.get(0));
        }
    }

    private static boolean moved(final Map<String, List<float[]>> values, final String name) {
        return !Arrays.equals(values.get(name).get(0), values.get(name).get(1));
    }

    @Test
    void theQueryStopsGradientsUnlessToldOtherwise() {
        final Map<String, List<float[]>> stopped = step("train_joint", options(false, false, 0.9));
        assertFalse(moved(stopped, "au/centroids"));
        assertTrue(moved(stopped, "expression/linear/weight"));
        assertTrue(moved(step("train_joint", options(true, false, 0.9)), "au/centroids"));
    }

    @Test
    void actionUnitsStayStillInOtherStagesUnlessTheQuirkIsReplicated() {
        for (final String stage : List.of("train_expression", "train_valence_arousal")) {
            final Map<String, List<float[]>> still = step(stage, HeadOptions.DEFAULT);
            assertFalse(moved(still, "au/graph/mean"));
            assertFalse(moved(still, "au/blocks/variance"));
            final Map<String, List<float[]>> moving = step(stage, options(false, true, 0.9));
            assertTrue(moved(moving, "au/graph/mean"));
            assertTrue(moved(moving, "au/blocks/variance"));
            assertFalse(moved(moving, "au/centroids"));
        }
    }

    @Test
    void runningStatisticsMoveByTheDecay() {
        // from 0: (1 − 0.5) of the batch's mean is five times (1 − 0.9) of it
        final float[] slow = step("train_joint", options(false, false, 0.9)).get("au/graph/mean").get(1);
        final float[] fast = step("train_joint", options(false, false, 0.5)).get("au/graph/mean").get(1);
        for (int i = 0; i < slow.length; i++) assertEquals(5 * slow[i], fast[i], 1e-5 * Math.abs(fast[i]));
    }

    @Test
    void weightsCanBeTrainedWhileStatisticsStay() {
        final Map<String, List<float[]>> fixed = step("train_joint", options(true, false, 1));
        assertTrue(moved(fixed, "au/centroids"));
        assertFalse(moved(fixed, "au/graph/mean"));
        assertFalse(moved(fixed, "au/blocks/variance"));
    }

    @Test
    void epsilonIsAddedToTheVariance() {
        final HeadOptions large = new HeadOptions(false, false, Attention.REWEIGHT, false, Query.PROBABILITIES, false,
            true, false, Similarity.DOTS, 0.75, 0.9, ExpressionMean.ROWS, false);
        final Map<String, float[]> weights = Map.of("bn/gamma", new float[] { 2 }, "bn/beta", new float[] { 3 },
            "bn/mean", new float[] { 1 }, "bn/variance", new float[] { 3.25f });
        // 2 (x − 1) / √(3.25 + 0.75) + 3
        assertArrayEquals(new float[] { 2, 3, 7 }, Evaluation.of(tf -> BatchNorm.apply(Pass.predicting(tf,
            (name, shape, initial) -> Evaluation.constant(tf, weights.get(name), 1), large), "bn",
            Evaluation.constant(tf, new float[] { 0, 1, 5 }, 3, 1), Shape.of(1), Shape.of(1, 1), 0)), 1e-6f);
    }

    /** Three units, two features, two expressions; without messages the nodes are ReLU(x W_i). */
    @Test
    void nodesCanAskInPlaceOfProbabilities() {
        final HeadOptions nodes = new HeadOptions(false, false, Attention.REWEIGHT, false, Query.NODES, false, false,
            false, Similarity.DOTS, 1e-12, 0.9, ExpressionMean.ROWS, false);
        final Map<String, float[]> weights = Map.of(
            "au/blocks/weight", new float[] { 1, 0, 0, 1, .5f, 1, 0, -1, -1, 0, 0, .25f },
            "au/blocks/gamma", new float[] { 1, 1, 1, 1, 1, 1 }, "au/blocks/variance", new float[] { 1, 1, 1, 1, 1, 1 },
            "expression/linear/weight", new float[] { 1, 0, 0, -.5f },
            "attention/query", new float[] { .1f, .2f, .3f, .4f, .5f, .6f }, "attention/key", new float[] { .7f },
            "attention/score", new float[] { 2 });
        final float[] scores = Evaluation.of(tf -> {
            final Weights named = (name, shape, initial) -> Evaluation.constant(tf,
                weights.getOrDefault(name, new float[(int) shape.size()]), shape.asArray());
            final NetworkSpecification specification = new NetworkSpecification(Head.AMTL, 0, true, 16, List.of(16), 1,
                2, 2, 1, 0, Optimizer.ADAMW).with(nodes);
            return new AffectHeads(specification, 3, 2).apply(Pass.predicting(tf, named, nodes),
                Features.of(Evaluation.constant(tf, new float[] { 1, 2 }, 1, 2))).expressionScores();
        });
        // x = (1, 2): nodes (1, 2), (0.5, max(0, 1 − 2)), (max(0, −1), 0.5), logits (1, −1)
        final double query = .1 * 1 + .2 * 2 + .3 * .5 + .4 * 0 + .5 * 0 + .6 * .5;
        final double first = Math.exp(2 * Math.tanh(query + .7));
        final double second = Math.exp(2 * Math.tanh(query - .7));
        assertArrayEquals(new float[] { (float) (first / (first + second)), (float) (-second / (first + second)) },
            scores, 1e-6f);
    }

    @Test
    void constantsOutOfRangeAreRefused() {
        assertEquals("The option batchNormDecay can't be 1.5: use a number from 0 to 1, such as 0.9.",
            assertThrows(AffectException.class, () -> options(false, false, 1.5)).getMessage());
        assertEquals("Weights can't be averaged with 1.0: use a number from 0 (no averages) to below 1, such as 0.999.",
            assertThrows(AffectException.class, () -> Batches.small(Head.AMTL, Optimizer.ADAMW).withAveraging(1))
                .getMessage());
    }
}
