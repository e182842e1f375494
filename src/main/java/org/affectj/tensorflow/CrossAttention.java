package org.affectj.tensorflow;

import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * Additive attention from the action units to the expressions (METHOD 1.4): each expression's logit is weighted by
 * a = softmax_j(w_v · tanh(W_q p + W_k e_j)). The logits are weighted one by one, not summed, unless the options say so
 * (METHOD 12, rows 6 and 9).
 */
final class CrossAttention {

    /** Weights of the attention have names that begin with this. */
    static final String NAME = "attention/";

    private final HeadOptions options;
    private final int asking;
    private final int expressions;
    private final int size;

    /**
     * @param options what is weighted, and what is made of it
     * @param asking N, length of the query
     * @param expressions E
     * @param size of the hidden layer
     */
    CrossAttention(final HeadOptions options, final int asking, final int expressions, final int size) {
        this.options = options;
        this.asking = asking;
        this.expressions = expressions;
        this.size = size;
    }

    /**
     * @param pass the run
     * @param query p, action units [B, N]
     * @param logits e, one for each expression [B, E]
     * @return new logits, z_j = a_j e_j by default [B, E]
     */
    Operand<TFloat32> apply(final Pass pass, final Operand<TFloat32> query, final Operand<TFloat32> logits) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> keys = options.softmaxedKeys() ? tf.nn.softmax(logits) : logits;
        final Operand<TFloat32> weighted = tf.math.mul(weights(pass, query, keys), keys);
        final Operand<TFloat32> made = options.attention() == Attention.REWEIGHT ? weighted : summed(pass, weighted);
        return options.attentionResidual() ? tf.math.add(logits, made) : made;
    }

    /** @return a [B, E] */
    private Operand<TFloat32> weights(final Pass pass, final Operand<TFloat32> query, final Operand<TFloat32> keys) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> wq = pass.weight(NAME + "query", Shape.of(asking, size), Dense.bias(asking));
        final Operand<TFloat32> wk = pass.weight(NAME + "key", Shape.of(1, size), Dense.bias(1));
        final Operand<TFloat32> wv = pass.weight(NAME + "score", Shape.of(size), Dense.bias(size));
        final Operand<TFloat32> hq = tf.expandDims(tf.linalg.matMul(query, wq), tf.constant(1));
        final Operand<TFloat32> hk = tf.math.mul(tf.expandDims(keys, tf.constant(2)), wk);
        final Operand<TFloat32> hidden = tf.math.tanh(tf.math.add(hq, hk));
        return tf.nn.softmax(tf.reduceSum(tf.math.mul(hidden, wv), tf.constant(2)));
    }

    private Operand<TFloat32> summed(final Pass pass, final Operand<TFloat32> weighted) {
        final Operand<TFloat32> sum = pass.tf.reduceSum(weighted, pass.tf.constant(1), ReduceSum.keepDims(true));
        return Dense.apply(pass, NAME + "sum", sum, 1, expressions);
    }
}
