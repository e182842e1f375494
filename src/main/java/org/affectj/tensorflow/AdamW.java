package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.ndarray.Shape;

/** Adam with decoupled weight decay, betas (0.9, 0.999), eps 1e-8, as in PyTorch (METHOD 4). */
final class AdamW implements Optimizer {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

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
    public List<Op> step(final String slots, final Pass pass, final Operand<TFloat32> loss,
        final Function<Pass, Operand<TFloat32>> lossOf)
    {
        final Map<String, Operand<TFloat32>> gradients = Optimizer.gradients(pass.tf, loss, pass.parameters());
        final Ops tf = pass.tf.withControlDependencies(new ArrayList<Op>(gradients.values()));
        final Operand<TFloat32> count = weights.get(slots + "/step", Shape.scalar(), Initial.constant(0));
        final Operand<TFloat32> step = tf.assignAdd(count, tf.constant(1f));
        final Operand<TFloat32> power1 = tf.math.pow(tf.constant(BETA1), step);
        final Operand<TFloat32> power2 = tf.math.pow(tf.constant(BETA2), step);
        final Operand<TFloat32> epsilon = tf.math.mul(tf.constant(EPSILON),
            tf.math.sqrt(tf.math.sub(tf.constant(1f), power2)));
        final Operand<TFloat32> kept = tf.math.sub(tf.constant(1f), tf.math.mul(rate, decay));
        final List<Op> updates = new ArrayList<>(pass.assignments(weights, tf));
        gradients.forEach((name, gradient) -> {
            final Variable<TFloat32> weight = weights.variables().get(name);
            final Operand<TFloat32> first = slot(slots + "/first/" + name, weight);
            final Operand<TFloat32> second = slot(slots + "/second/" + name, weight);
            final Operand<TFloat32> decayed = tf.assign(weight, tf.math.mul(weight, kept));
            updates.add(tf.train.applyAdam(decayed, first, second, power1, power2, rate, tf.constant(BETA1),
                tf.constant(BETA2), epsilon, gradient));
        });
        return updates;
    }

    private Operand<TFloat32> slot(final String name, final Variable<TFloat32> weight) {
        return weights.get(name, weight.asOutput().shape(), Initial.constant(0));
    }
}
