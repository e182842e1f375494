package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Losses against the numbers of METHOD 6.1 and hand calculations. */
class LossesTest {

    private static final float[] P = { .9f, .2f, .6f, .3f, .7f, .5f };
    private static final float[] Y = { 1, 0, 0, 0, 1, 1 };

    private static Operand<TFloat32> actionUnits(final Ops tf, final Operand<TFloat32> p, final float... mask) {
        return new Losses(tf).actionUnits(p, Evaluation.constant(tf, Y, 2, 3), Evaluation.constant(tf, mask, 2, 3),
            tf.constant(new float[] { 1.5f, 1, 0.5f }));
    }

    @Test
    void weightedAsymmetricLoss() {
        assertEquals(0.2235514937, Evaluation.of(
            tf -> actionUnits(tf, Evaluation.constant(tf, P, 2, 3), 1, 1, 1, 1, 1, 1))[0], 1e-7);
    }

    @Test
    void negativesAreWeightedWithoutGradient() {
        assertArrayEquals(new float[] { -0.27777778f, 0.04166667f, 0.125f, 0.10714286f, -0.23809524f, -0.16666667f },
            Evaluation.gradient(P, new long[] { 2, 3 }, (tf, p) -> actionUnits(tf, p, 1, 1, 1, 1, 1, 1)), 1e-6f);
    }

    @Test
    void maskedActionUnitsCountNowhere() {
        // row 1: 1.5 ln .9, row 2 masked: −(1.5 ln .9 + .2 ln .8 + .5 · .6 ln .4) / 3
        assertEquals(0.159190, Evaluation.of(
            tf -> actionUnits(tf, Evaluation.constant(tf, P, 2, 3), 1, 1, 1, 0, 0, 0))[0], 1e-5);
        assertEquals(0, Evaluation.of(
            tf -> actionUnits(tf, Evaluation.constant(tf, P, 2, 3), 0, 0, 0, 0, 0, 0))[0], 1e-9);
    }

    private static float expression(final float[] target, final float... weight) {
        return expression(ExpressionMean.ROWS, target, weight);
    }

    private static float expression(final ExpressionMean mean, final float[] target, final float... weight) {
        return Evaluation.of(tf -> new Losses(tf).expression(
            Evaluation.constant(tf, new float[] { 1, 2, .5f, .2f, -1, .3f }, 2, 3),
            Evaluation.constant(tf, target, 2, 3),
            tf.constant(weight), tf.constant(new float[] { .5f, 2, 1 }), mean))[0];
    }

    @Test
    void crossEntropyIsDividedByTheNumberOfRows() {
        assertEquals(0.6838981251, expression(new float[] { 0, 1, 0, 1, 0, 0 }, 1, 1), 1e-6);
    }

    @Test
    void rowsWithoutExpressionCountNowhere() {
        assertEquals(2 * 0.46436878, expression(new float[] { 0, 1, 0, 1, 0, 0 }, 1, 0), 1e-6);
        assertEquals(0, expression(new float[] { 0, 1, 0, 1, 0, 0 }, 0, 0), 1e-9);
    }

    @Test
    void crossEntropyIsDividedByTheSumOfWeights() {
        // the rows' classes weigh 2 and .5, so that the mean over 2 rows becomes one over 2.5
        assertEquals(0.6838981251 * 2 / 2.5, expression(ExpressionMean.WEIGHTS, new float[] { 0, 1, 0, 1, 0, 0 }, 1, 1),
            1e-6);
        assertEquals(0, expression(ExpressionMean.WEIGHTS, new float[] { 0, 1, 0, 1, 0, 0 }, 0, 0), 1e-9);
    }

    @Test
    void softTargetsMixTheirClasses() {
        // half of class 1 (weight 2, 0.46436878) and half of class 0 (weight .5, one more)
        assertEquals(0.5 * 2 * 0.46436878 + 0.5 * 0.5 * 1.46436878,
            expression(new float[] { .5f, .5f, 0, 0, 0, 0 }, 1, 0), 1e-6);
    }

    private static float valenceArousal(final float... mask) {
        final float[] prediction = { 0, .5f, .5f, .4f, -.1f, .1f, .1f, 0, 9, 9 };
        final float[] truth = { .1f, .5f, .4f, .4f, -.2f, .1f, .3f, 0, -7, 8 };
        return Evaluation.of(tf -> new Losses(tf).valenceArousal(Evaluation.constant(tf, prediction, 5, 2),
            Evaluation.constant(tf, truth, 5, 2), tf.constant(mask)))[0];
    }

    @Test
    void concordanceOverTheBatch() {
        // valence: METHOD 6.1's CCC of 0.8333333333; arousal: identical, CCC 1
        assertEquals(1 - 0.8333333333, valenceArousal(1, 1, 1, 1, 0), 1e-6);
    }

    @Test
    void batchesWithoutValenceCostNothing() {
        assertEquals(0, valenceArousal(0, 0, 0, 0, 0), 1e-9);
    }

    private static float[] matching(final float[] e, final float... mask) {
        return Evaluation.of(tf -> new Losses(tf)
            .matching(Evaluation.constant(tf, new float[] { .8f, .4f, .5f, .5f }, 2, 2),
                Evaluation.constant(tf, e, 2, 3), tf.constant(mask),
                Evaluation.constant(tf, new float[] { 1, .5f, 0, 0, 0, 0 }, 3, 2),
                Evaluation.constant(tf, new float[] { 0, 0, 1, 1, 0, 0 }, 3, 2)));
    }

    @Test
    void actionUnitsMatchWhatExpressionsLetExpect() {
        // expressions of .6, .2 and, saying nothing, .2: q = .6 / .8 counting .8, and .3 / .5 counting .5
        final double first = -(.75 * Math.log(.8) + .25 * Math.log(.2));
        final double second = -(.6 * Math.log(.4) + .4 * Math.log(.6));
        assertEquals((.8 * first + .5 * second) / 1.3, matching(new float[] { .6f, .2f, .2f, 1, 0, 0 }, 1, 0)[0], 1e-6);
    }

    @Test
    void expressionsThatSayNothingMatchAnything() {
        assertEquals(0, matching(new float[] { 0, 0, 1, 0, 0, 1 }, 1, 1)[0], 1e-9);
        assertEquals(0, matching(new float[] { 1, 0, 0, 1, 0, 0 }, 0, 0)[0], 1e-9);
    }

    @Test
    void wingLossIsLogarithmicNearAndLinearFar() {
        // errors of 5 and 30 hundredths: 10 ln(1 + 5 / 2) and 30 − 10 + 10 ln(1 + 10 / 2)
        final double expected = (10 * Math.log(3.5) + 20 + 10 * Math.log(6)) / 2;
        assertEquals(expected, Evaluation.of(tf -> new Losses(tf).landmarks(
            Evaluation.constant(tf, new float[] { .55f, .2f, 7, 7 }, 2, 2),
            Evaluation.constant(tf, new float[] { .5f, .5f, 0, 0 }, 2, 2),
            tf.constant(new float[] { 1, 0 })))[0], 1e-4);
    }

    @Test
    void yesNoCrossEntropy() {
        // logit 2 for yes, −30 for yes, the third unknown
        final double expected = (Math.log1p(Math.exp(-2)) + 30) / 2;
        assertEquals(expected, Evaluation.of(tf -> new Losses(tf).binary(tf.constant(new float[] { 2, -30, 5 }),
            tf.constant(new float[] { 1, 1, 0 }), tf.constant(new float[] { 1, 1, 0 })))[0], 1e-5);
    }
}
