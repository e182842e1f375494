package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/** Adam with decoupled weight decay, betas (0.9, 0.999), eps 1e-8, as in PyTorch (METHOD 4). */
final class AdamW implements Optimizer {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final VariableWeights weights;
    private final Operand<TFloat32> rate;
    private final Operand<TFloat32> decay;

    /**
     * @param weights the variables
     * @param rate learning rate
     * @param decay weight decay
     */
    AdamW(final VariableWeights weights, final Operand<TFloat32> rate, final Operand<TFloat32> decay) {
        this.weights = weights;
        this.rate = rate;
        this.decay = decay;
    }

    @Override
    public List<Op> step(final String slots, final Pass pass, final Map<String, Operand<TFloat32>> losses,
        final Function<Pass, Operand<TFloat32>> lossOf)
    {
        final Map<String, Operand<TFloat32>> gradients = Optimizer.gradients(pass.tf, losses.get(Trainable.LOSS),
            pass.parameters());
        final Ops tf = Optimizer.after(pass.tf, losses, gradients);
        final Operand<TFloat32> count = weights.get(slots + "/step", Shape.scalar(), Initial.constant(0));
        final Operand<TFloat64> step = tf.dtypes.cast(tf.assignAdd(count, tf.constant(1f)), TFloat64.class);
        final Operand<TFloat64> root = tf.math.sqrt(correction(tf, BETA2, step));
        final Operand<TFloat64> corrected = tf.math.div(tf.math.mul(tf.dtypes.cast(rate, TFloat64.class), root),
            correction(tf, BETA1, step));
        final Operand<TFloat32> alpha = tf.dtypes.cast(corrected, TFloat32.class);
        final Operand<TFloat32> epsilon = tf.dtypes.cast(tf.math.mul(tf.constant(EPSILON), root), TFloat32.class);
        final Operand<TFloat32> kept = tf.math.sub(tf.constant(1f), tf.math.mul(rate, decay));
        final Operand<TFloat32> none = tf.constant(0f); // bias is corrected in alpha and epsilon, in 64 bits
        final List<Op> updates = new ArrayList<>(pass.assignments(weights, tf));
        gradients.forEach((name, gradient) -> {
            final Variable<TFloat32> weight = weights.variables().get(name);
            final Operand<TFloat32> first = slot(slots + "/first/" + name, weight);
            final Operand<TFloat32> second = slot(slots + "/second/" + name, weight);
            final Operand<TFloat32> decayed = tf.assign(weight, tf.math.mul(weight, kept));
            updates.add(tf.train.applyAdam(decayed, first, second, none, none, alpha,
                tf.constant((float) BETA1), tf.constant((float) BETA2), epsilon, gradient));
        });
        return updates;
    }

    /** 1 − β^step, the share of the gradients that have come into an average that began at 0. */
    private static Operand<TFloat64> correction(final Ops tf, final double beta, final Operand<TFloat64> step) {
        return tf.math.sub(tf.constant(1.0), tf.math.pow(tf.constant(beta), step));
    }

    private Operand<TFloat32> slot(final String name, final Variable<TFloat32> weight) {
        return weights.get(name, weight.asOutput().shape(), Initial.constant(0));
    }
}
