package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The attention against METHOD 6.1's example. */
class CrossAttentionTest {

    @Test
    void logitsAreWeightedOneByOne() {
        final Map<String, float[]> weights = Map.of("attention/query", new float[] { .5f, .1f, -.3f, .4f },
            "attention/key", new float[] { .7f, -.2f }, "attention/score", new float[] { 1, -1.5f });
        final float[] z = Evaluation.of(tf -> CrossAttention.apply(
            Pass.predicting(tf, (name, shape, initial) -> Evaluation.constant(tf, weights.get(name), shape.asArray())),
            Evaluation.constant(tf, new float[] { .2f, .8f }, 1, 2), 2,
            Evaluation.constant(tf, new float[] { 1, -.5f, 2 }, 1, 3), 2));
        assertArrayEquals(new float[] { 0.31719468f, -0.04013893f, 1.20505491f }, z, 1e-6f);
    }
}
