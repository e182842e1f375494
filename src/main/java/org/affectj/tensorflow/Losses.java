package org.affectj.tensorflow;

import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** What training makes small (METHOD 3). Labels that are missing have weight 0 in a mask. */
final class Losses {

    private final Ops tf;

    Losses(final Ops tf) {
        this.tf = tf;
    }

    /**
     * Weighted asymmetric loss (METHOD 3.1):
     * −Σ m w [y log p + (1 − y) sg(p) log(1 − p)] / Σ m. With rows wholly valid or wholly masked it is METHOD's
     * formula.
     *
     * @param p probabilities [B, N]
     * @param y labels 0…1 [B, N]
     * @param mask 1 where a label is known [B, N]
     * @param w weights of the action units [N], which sum to N
     */
    Operand<TFloat32> actionUnits(final Operand<TFloat32> p, final Operand<TFloat32> y, final Operand<TFloat32> mask,
        final Operand<TFloat32> w)
    {
        final Operand<TFloat32> one = tf.constant(1f);
        final Operand<TFloat32> positive = tf.math.mul(y, clampedLog(p));
        final Operand<TFloat32> negative = tf.math.mul(tf.math.mul(tf.math.sub(one, y), tf.stopGradient(p)),
            clampedLog(tf.math.sub(one, p)));
        final Operand<TFloat32> known = tf.math.mul(tf.math.mul(mask, w), tf.math.add(positive, negative));
        return tf.math.neg(tf.math.div(total(known), tf.math.add(total(mask), tf.constant(1e-8f))));
    }

    /**
     * Weighted cross entropy (METHOD 3.2), divided by the number of rows that have a label or by the sum of weights; 0
     * for a batch without labels.
     *
     * @param z logits [B, E]
     * @param target distribution over the expressions [B, E]; one-hot for a plain label
     * @param weight of each row, 0 where the label is missing [B]
     * @param c weights of the expressions [E]
     * @param mean what to divide by
     */
    Operand<TFloat32> expression(final Operand<TFloat32> z, final Operand<TFloat32> target,
        final Operand<TFloat32> weight, final Operand<TFloat32> c, final ExpressionMean mean)
    {
        final Operand<TFloat32> weighted = tf.math.mul(tf.expandDims(weight, tf.constant(1)), tf.math.mul(target, c));
        final Operand<TFloat32> entropy = tf.math.neg(total(tf.math.mul(weighted, tf.nn.logSoftmax(z))));
        return tf.math.divNoNan(entropy, total(mean == ExpressionMean.ROWS ? known(weight) : weighted));
    }

    /**
     * (1 − CCC of valence) + (1 − CCC of arousal) over the batch (METHOD 3.3); 0 for a batch without labels.
     *
     * @param prediction [B, 2]
     * @param truth [B, 2]
     * @param mask 1 where labels are known, else 0 [B]
     */
    Operand<TFloat32> valenceArousal(final Operand<TFloat32> prediction, final Operand<TFloat32> truth,
        final Operand<TFloat32> mask)
    {
        final Operand<TFloat32> m = tf.expandDims(mask, tf.constant(1));
        final Operand<TFloat32> n = atLeastOne(total(mask));
        final Operand<TFloat32> meanX = tf.math.div(columns(tf.math.mul(m, prediction)), n);
        final Operand<TFloat32> meanY = tf.math.div(columns(tf.math.mul(m, truth)), n);
        final Operand<TFloat32> x = tf.math.mul(m, tf.math.sub(prediction, meanX));
        final Operand<TFloat32> y = tf.math.mul(m, tf.math.sub(truth, meanY));
        final Operand<TFloat32> covariance = columns(tf.math.mul(x, y));
        final Operand<TFloat32> spread = tf.math.add(columns(tf.math.square(x)), columns(tf.math.square(y)));
        final Operand<TFloat32> shift = tf.math.mul(n, tf.math.square(tf.math.sub(meanX, meanY)));
        final Operand<TFloat32> ccc = tf.math.div(tf.math.mul(tf.constant(2f), covariance),
            tf.math.add(tf.math.add(spread, shift), tf.constant(1e-8f)));
        return tf.math.mul(tf.math.minimum(total(mask), tf.constant(1f)), total(tf.math.sub(tf.constant(1f), ccc)));
    }

    /**
     * Distribution matching (METHOD 9.2): the cross entropy between action units and what the predicted expressions let
     * expect of them, so that both learn from each other; 0 for a batch without such faces. An action unit is expected
     * with q = e·P / (e·P + e·A), and that counts e·P + e·A.
     *
     * @param p probabilities of action units [B, N]
     * @param e probabilities of expressions [B, E]
     * @param mask 1 for the faces that learn from it, else 0 [B]
     * @param presence P: how surely an expression brings an action unit, 0…1 [E, N]
     * @param absence A: 1 where an expression leaves an action unit out, else 0 [E, N]
     */
    Operand<TFloat32> matching(final Operand<TFloat32> p, final Operand<TFloat32> e, final Operand<TFloat32> mask,
        final Operand<TFloat32> presence, final Operand<TFloat32> absence)
    {
        final Operand<TFloat32> one = tf.constant(1f);
        final Operand<TFloat32> present = tf.linalg.matMul(e, presence);
        final Operand<TFloat32> told = tf.math.add(present, tf.linalg.matMul(e, absence));
        final Operand<TFloat32> q = tf.math.divNoNan(present, told);
        final Operand<TFloat32> entropy = tf.math.add(tf.math.mul(q, clampedLog(p)),
            tf.math.mul(tf.math.sub(one, q), clampedLog(tf.math.sub(one, p))));
        final Operand<TFloat32> weight = tf.math.mul(tf.expandDims(mask, tf.constant(1)), told);
        return tf.math.neg(tf.math.divNoNan(total(tf.math.mul(weight, entropy)), total(weight)));
    }

    /**
     * Wing loss of landmarks (Feng et al. 2018): w ln(1 + |d| / ε) for errors below w, |d| − w + w ln(1 + w / ε)
     * beyond, with w = 10 and ε = 2 hundredths of the crop; mean over the coordinates of all rows with landmarks.
     *
     * @param prediction [B, 136], in units of the crop
     * @param truth [B, 136]
     * @param mask 1 where landmarks are known, else 0 [B]
     */
    Operand<TFloat32> landmarks(final Operand<TFloat32> prediction, final Operand<TFloat32> truth,
        final Operand<TFloat32> mask)
    {
        final Operand<TFloat32> w = tf.constant(10f);
        final Operand<TFloat32> d = tf.math.abs(tf.math.mul(tf.constant(100f), tf.math.sub(prediction, truth)));
        final Operand<TFloat32> ratio = tf.math.div(tf.math.minimum(d, w), tf.constant(2f));
        final Operand<TFloat32> near = tf.math.mul(w, tf.math.log1p(ratio));
        final Operand<TFloat32> far = tf.nn.relu(tf.math.sub(d, w));
        final Operand<TFloat32> rows = tf.math.mean(tf.math.add(near, far), tf.constant(1));
        return tf.math.div(total(tf.math.mul(mask, rows)), atLeastOne(total(mask)));
    }

    /**
     * Cross entropy of yes-no questions, mean over the rows with an answer.
     *
     * @param logit [B]
     * @param truth 0 or 1 [B]
     * @param mask 1 where the answer is known, else 0 [B]
     */
    Operand<TFloat32> binary(final Operand<TFloat32> logit, final Operand<TFloat32> truth,
        final Operand<TFloat32> mask)
    {
        final Operand<TFloat32> softplus = tf.math.add(tf.nn.relu(logit),
            tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(logit)))));
        final Operand<TFloat32> entropy = tf.math.sub(softplus, tf.math.mul(logit, truth));
        return tf.math.div(total(tf.math.mul(mask, entropy)), atLeastOne(total(mask)));
    }

    private Operand<TFloat32> clampedLog(final Operand<TFloat32> p) {
        return tf.math.log(tf.math.maximum(p, tf.constant(1e-8f)));
    }

    private Operand<TFloat32> known(final Operand<TFloat32> weight) {
        return tf.dtypes.cast(tf.math.greater(weight, tf.constant(0f)), TFloat32.class);
    }

    private Operand<TFloat32> atLeastOne(final Operand<TFloat32> count) {
        return tf.math.maximum(count, tf.constant(1f));
    }

    private Operand<TFloat32> total(final Operand<TFloat32> x) {
        final Operand<TFloat32> flat = tf.reshape(x, tf.constant(new int[] { -1 }));
        return tf.reduceSum(flat, tf.constant(0));
    }

    private Operand<TFloat32> columns(final Operand<TFloat32> x) {
        return tf.reduceSum(x, tf.constant(0), ReduceSum.keepDims(true));
    }
}
