package org.affectj.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Batch normalisation as in PyTorch, normalising with the biased variance and keeping the unbiased one (METHOD 6.6).
 * Unless the options say otherwise, the constants are PyTorch's: eps 1e-5, running statistics 0.9 old + 0.1 new.
 */
final class BatchNorm {

    private BatchNorm() {}

    /**
     * @param pass the run
     * @param name of the layer
     * @param x numbers to normalise
     * @param shape of scale, shift and statistics
     * @param broadcast the same with ones in place of the axes that statistics go over
     * @param axes the axes of {@code x} that statistics go over
     */
    static Operand<TFloat32> apply(final Pass pass, final String name, final Operand<TFloat32> x, final Shape shape,
        final Shape broadcast, final int... axes)
    {
        final Ops tf = pass.tf;
        final Operand<TFloat32> gamma = pass.weight(name + "/gamma", shape, Initial.constant(1));
        final Operand<TFloat32> beta = pass.weight(name + "/beta", shape, Initial.constant(0));
        final Operand<TFloat32> mean;
        final Operand<TFloat32> variance;
        if (pass.moves(name)) {
            mean = tf.math.mean(x, tf.constant(axes), Mean.keepDims(true));
            variance = tf.math.mean(tf.math.square(tf.math.sub(x, mean)), tf.constant(axes), Mean.keepDims(true));
            keep(pass, name, shape, mean, tf.math.mul(variance, unbiased(tf, x, shape.size())));
        }
        else {
            mean = reshape(tf, pass.statistic(name + "/mean", shape, 0), broadcast);
            variance = reshape(tf, pass.statistic(name + "/variance", shape, 1), broadcast);
        }
        final Operand<TFloat32> scale = tf.math.mul(tf.math.rsqrt(tf.math.add(variance, tf.constant(pass.epsilon()))),
            reshape(tf, gamma, broadcast));
        return tf.math.add(tf.math.mul(tf.math.sub(x, mean), scale), reshape(tf, beta, broadcast));
    }

    /** Normalises each channel of pictures [B, height, width, channels] with TensorFlow's fused kernel. */
    static Operand<TFloat32> spatial(final Pass pass, final String name, final Operand<TFloat32> x,
        final int channels)
    {
        final Ops tf = pass.tf;
        final Shape shape = Shape.of(channels);
        final boolean training = pass.moves(name);
        final Operand<TFloat32> none = tf.constant(new float[0]);
        final FusedBatchNorm<TFloat32, TFloat32> norm = tf.nn.fusedBatchNorm(x,
            pass.weight(name + "/gamma", shape, Initial.constant(1)),
            pass.weight(name + "/beta", shape, Initial.constant(0)),
            training ? none : pass.statistic(name + "/mean", shape, 0),
            training ? none : pass.statistic(name + "/variance", shape, 1),
            FusedBatchNorm.epsilon(pass.epsilon()), FusedBatchNorm.isTraining(training));
        if (training) keep(pass, name, shape, norm.batchMean(), norm.batchVariance());
        return norm.y();
    }

    /** @return what to multiply kernels with, in place of an inference-mode batch norm behind them */
    static double scale(final float gamma, final float variance, final double epsilon) {
        return gamma / Math.sqrt(variance + epsilon);
    }

    private static void keep(final Pass pass, final String name, final Shape shape, final Operand<TFloat32> mean,
        final Operand<TFloat32> variance)
    {
        pass.moveStatistic(name + "/mean", shape, 0, reshape(pass.tf, mean, shape));
        pass.moveStatistic(name + "/variance", shape, 1, reshape(pass.tf, variance, shape));
    }

    /** n / (n − 1), where n numbers share one statistic. */
    private static Operand<TFloat32> unbiased(final Ops tf, final Operand<TFloat32> x, final long statistics) {
        final Operand<TFloat32> n = tf.math.div(tf.dtypes.cast(tf.size(x), TFloat32.class),
            tf.constant((float) statistics));
        return tf.math.div(n, tf.math.maximum(tf.math.sub(n, tf.constant(1f)), tf.constant(1f)));
    }

    private static Operand<TFloat32> reshape(final Ops tf, final Operand<TFloat32> x, final Shape shape) {
        return tf.reshape(x, tf.constant(shape.asArray()));
    }
}
