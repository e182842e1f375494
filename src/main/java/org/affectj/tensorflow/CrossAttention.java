package org.affectj.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Additive attention from the action units to the expressions (METHOD 1.4): each expression's logit is weighted by
 * a = softmax_j(w_v · tanh(W_q p + W_k e_j)). The logits are weighted one by one, not summed.
 */
final class CrossAttention {

    /** Weights of the attention have names that begin with this. */
    static final String NAME = "attention/";

    private CrossAttention() {}

    /**
     * @param pass the run
     * @param query p, action units [B, N]
     * @param units N
     * @param logits e, one for each expression [B, E]
     * @param size of the hidden layer
     * @return z_j = a_j e_j [B, E]
     */
    static Operand<TFloat32> apply(final Pass pass, final Operand<TFloat32> query, final int units,
        final Operand<TFloat32> logits, final int size)
    {
        final Ops tf = pass.tf;
        final Operand<TFloat32> wq = pass.weight(NAME + "query", Shape.of(units, size), Dense.bias(units));
        final Operand<TFloat32> wk = pass.weight(NAME + "key", Shape.of(1, size), Dense.bias(1));
        final Operand<TFloat32> wv = pass.weight(NAME + "score", Shape.of(size), Dense.bias(size));
        final Operand<TFloat32> hq = tf.expandDims(tf.linalg.matMul(query, wq), tf.constant(1));
        final Operand<TFloat32> hk = tf.math.mul(tf.expandDims(logits, tf.constant(2)), wk);
        final Operand<TFloat32> hidden = tf.math.tanh(tf.math.add(hq, hk));
        final Operand<TFloat32> scores = tf.reduceSum(tf.math.mul(hidden, wv), tf.constant(2));
        return tf.math.mul(tf.nn.softmax(scores), logits);
    }
}
