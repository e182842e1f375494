package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;

import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Query;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.junit.jupiter.api.Test;

/** The attention against METHOD 6.1's example, and its variants against the same formula in plain Java. */
class CrossAttentionTest {

    private static final float[] QUERY = { .2f, .8f };
    private static final float[] LOGITS = { 1, -.5f, 2 };
    private static final float[] WQ = { .5f, .1f, -.3f, .4f };
    private static final float[] WK = { .7f, -.2f };
    private static final float[] WV = { 1, -1.5f };
    private static final float[] SUM = { 2, -1, .5f };
    private static final float[] BIAS = { .1f, .2f, .3f };
    private static final Map<String, float[]> WEIGHTS = Map.of("attention/query", WQ, "attention/key", WK,
        "attention/score", WV, "attention/sum/weight", SUM, "attention/sum/bias", BIAS);

    private static HeadOptions options(final Attention attention, final boolean residual, final boolean softmaxed) {
        return new HeadOptions(false, false, attention, residual, Query.PROBABILITIES, softmaxed, true, false,
            Similarity.DOTS, 1e-5, 0.9, ExpressionMean.ROWS, false);
    }

    private static float[] attended(final HeadOptions options) {
        return Evaluation.of(tf -> new CrossAttention(options, 2, 3, 2).apply(
            Pass.predicting(tf, (name, shape, initial) -> Evaluation.constant(tf, WEIGHTS.get(name), shape.asArray()),
                options),
            Evaluation.constant(tf, QUERY, 1, 2), Evaluation.constant(tf, LOGITS, 1, 3)));
    }

    /** a_j k_j with a = softmax(w_v · tanh(W_q p + W_k k_j)). */
    private static double[] weighted(final double... keys) {
        final double[] scores = new double[keys.length];
        for (int j = 0; j < keys.length; j++)
            for (int h = 0; h < 2; h++)
                scores[j] += WV[h] * Math.tanh(QUERY[0] * WQ[h] + QUERY[1] * WQ[2 + h] + keys[j] * WK[h]);
        final double[] weights = softmax(scores);
        for (int j = 0; j < keys.length; j++) weights[j] *= keys[j];
        return weights;
    }

    private static double[] softmax(final double... x) {
        double sum = 0;
        for (final double value : x) sum += Math.exp(value);
        final double[] shares = new double[x.length];
        for (int i = 0; i < x.length; i++) shares[i] = Math.exp(x[i]) / sum;
        return shares;
    }

    private static void assertClose(final double[] expected, final float[] actual) {
        final double[] wide = new double[actual.length];
        for (int i = 0; i < wide.length; i++) wide[i] = actual[i];
        assertArrayEquals(expected, wide, 1e-6);
    }

    @Test
    void logitsAreWeightedOneByOne() {
        assertArrayEquals(new float[] { 0.31719468f, -0.04013893f, 1.20505491f }, attended(HeadOptions.DEFAULT), 1e-6f);
    }

    @Test
    void logitsAreAddedAsResidual() {
        assertArrayEquals(new float[] { 1.31719468f, -0.54013893f, 3.20505491f },
            attended(options(Attention.REWEIGHT, true, false)), 1e-6f);
    }

    @Test
    void logitsAreSummedAndSpreadAgain() {
        final double sum = 0.31719468 - 0.04013893 + 1.20505491;
        assertClose(new double[] { 2 * sum + .1f, -sum + .2f, .5 * sum + .3f },
            attended(options(Attention.SUM, false, false)));
    }

    @Test
    void softmaxedLogitsAreKeysAndValues() {
        assertClose(weighted(softmax(1, -.5, 2)), attended(options(Attention.REWEIGHT, false, true)));
    }
}
