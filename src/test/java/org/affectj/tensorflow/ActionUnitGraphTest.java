package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import java.util.function.Function;

import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The relation graph against METHOD 6.1's example of three nodes, two neighbours, with a tie and a lost self edge. */
class ActionUnitGraphTest {

    /** METHOD's nodes; the last is .3 there, which in 64 bits is below .1 + .2 but in 32 bits isn't. */
    private static final float[] NODES = { 1, 0, .5f, .5f, 0, 2, .2f, .1f, 1, 1, .2999999f, 0 };
    private static final float[] IDENTITY = { 1, 0, 0, 1 };
    private static final Map<String, float[]> WEIGHTS = Map.of(
        "au/graph/u/weight", IDENTITY, "au/graph/u/bias", new float[2],
        "au/graph/v/weight", IDENTITY, "au/graph/v/bias", new float[2],
        "au/graph/gamma", new float[] { 1, 1, 1 }, "au/graph/beta", new float[3],
        "au/graph/mean", new float[3], "au/graph/variance", new float[] { 1, 1, 1 },
        "au/centroids", new float[] { 1, -1, 1, 1, -2, 3 });

    private static float[] relate(final Function<ActionUnitGraph.Result, Operand<TFloat32>> part) {
        return Evaluation.of(tf -> {
            final Weights weights = weights(tf);
            final Pass pass = Pass.training(tf, weights, tf.constant(new int[] { 1, 2 }));
            return part.apply(new ActionUnitGraph(3, 2, 2, 0, HeadOptions.DEFAULT).relate(pass, nodes(tf)));
        });
    }

    private static Weights weights(final Ops tf) {
        return (name, shape, initial) -> Evaluation.constant(tf, WEIGHTS.get(name), shape.asArray());
    }

    private static Operand<TFloat32> nodes(final Ops tf) {
        return Evaluation.constant(tf, NODES, 2, 3, 2);
    }

    @Test
    void tiesAddEdgesAndDegreesNormaliseBothSides() {
        final float r = 0.40824829f;
        final float third = 0.33333333f;
        assertArrayEquals(new float[] { .5f, r, 0, r, third, r, 0, r, .5f, 0, .5f, .5f, .5f, .5f, 0, 0, .5f, .5f },
            relate(ActionUnitGraph.Result::adjacency), 1e-6f);
    }

    @Test
    void messagesAreNormalisedPerNode() {
        assertArrayEquals(new float[] { 2.57271898f, 0, 0, 0.77057895f, 0, 3.68752846f, 0.21898756f, 0, 1.83366205f,
            1.59269203f, 0.07560086f, 0 }, relate(ActionUnitGraph.Result::nodes), 1e-5f);
    }

    @Test
    void probabilityIsTheCosineToTheCentroid() {
        assertArrayEquals(new float[] { 1, .70710678f, 1, 1, .99753609f, 0 },
            relate(ActionUnitGraph.Result::probabilities), 1e-6f);
    }

    @Test
    void nodesOfZerosHaveNoGradientThatIsNotANumber() {
        final float[] gradient = Evaluation.gradient(new float[12], new long[] { 2, 3, 2 }, (tf, x) -> {
            final Weights weights = weights(tf);
            final Pass pass = Pass.predicting(tf, weights, HeadOptions.DEFAULT);
            return tf.math.mean(new ActionUnitGraph(3, 2, 2, 0, HeadOptions.DEFAULT).relate(pass, x).probabilities(),
                tf.constant(new int[] { 0, 1 }));
        });
        for (final float number : gradient) assertArrayEquals(new float[] { 0 }, new float[] { number * 0 });
    }

    @Test
    void everyActionUnitDropsFeaturesOfItsOwn() {
        final Function<Ops, Operand<TFloat32>> dropped = tf -> Pass.training(tf, null,
            tf.constant(new int[] { 3, 4 })).dropout(Evaluation.constant(tf, new float[] { 1 }, 1, 1, 1),
                tf.constant(new int[] { 12, 4, 100 }), 0.5);
        final float[] values = Evaluation.of(dropped);
        assertArrayEquals(values, Evaluation.of(dropped));
        int kept = 0;
        int different = 0;
        for (int i = 0; i < 400; i++) {
            if (values[i] != 0) assertArrayEquals(new float[] { 2 }, new float[] { values[i] });
            if (values[i] != 0) kept++;
            if (values[i] != values[i + 400]) different++;
        }
        org.junit.jupiter.api.Assertions.assertTrue(kept > 150 && kept < 250, "kept " + kept);
        org.junit.jupiter.api.Assertions.assertTrue(different > 150 && different < 250, "different " + different);
    }
}
