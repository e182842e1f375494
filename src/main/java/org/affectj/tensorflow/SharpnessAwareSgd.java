package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Sharpness-aware minimisation around SGD with momentum (METHOD 4): the gradient g' is taken where the loss is worst
 * nearby, at w + e with e = ρ g / ‖g‖, and applied at w. The second run uses tensors w + e in place of the variables,
 * so there is nothing to restore.
 */
final class SharpnessAwareSgd implements Optimizer {

    private static final float RHO = 0.05f;
    private static final float MOMENTUM = 0.9f;

    private final VariableWeights weights;
    private final Operand<TFloat32> rate;
    private final Operand<TFloat32> decay;

    /**
     * @param weights the variables
     * @param rate learning rate
     * @param decay weight decay, added to the gradient
     */
    SharpnessAwareSgd(final VariableWeights weights, final Operand<TFloat32> rate, final Operand<TFloat32> decay) {
        this.weights = weights;
        this.rate = rate;
        this.decay = decay;
    }

    @Override
    public List<Op> step(final String slots, final Pass pass, final Map<String, Operand<TFloat32>> losses,
        final Function<Pass, Operand<TFloat32>> lossOf)
    {
        final Map<String, Operand<TFloat32>> perturbed = perturbed(pass.tf, pass.parameters(),
            Optimizer.gradients(pass.tf, losses.get(Trainable.LOSS),
            pass.parameters()));
        final Pass second = pass.again(perturbed);
        final Map<String, Operand<TFloat32>> gradients = Optimizer.gradients(pass.tf, lossOf.apply(second), perturbed);
        final Ops tf = Optimizer.after(pass.tf, losses, gradients);
        final List<Op> updates = new ArrayList<>(second.assignments(weights, tf));
        gradients.forEach((name, gradient) -> {
            final Variable<TFloat32> weight = weights.variables().get(name);
            final Operand<TFloat32> momentum = weights.get(slots + "/momentum/" + name, weight.asOutput().shape(),
                Initial.constant(0));
            updates.add(tf.train.applyMomentum(weight, momentum, rate,
                tf.math.add(gradient, tf.math.mul(decay, weight)), tf.constant(MOMENTUM)));
        });
        return updates;
    }

    /** w + ρ g / (‖g‖ + 1e-12), the norm over all weights together. */
    private static Map<String, Operand<TFloat32>> perturbed(final Ops tf, final Map<String, Operand<TFloat32>> weights,
        final Map<String, Operand<TFloat32>> gradients)
    {
        final List<Operand<TFloat32>> squares = new ArrayList<>();
        gradients.values().forEach(gradient -> squares.add(tf.nn.l2Loss(gradient)));
        final Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(squares)));
        final Operand<TFloat32> scale = tf.math.div(tf.constant(RHO), tf.math.add(norm, tf.constant(1e-12f)));
        final Map<String, Operand<TFloat32>> perturbed = new LinkedHashMap<>();
        weights.forEach((name, weight) -> perturbed.put(name,
            tf.math.add(weight, tf.math.mul(scale, gradients.get(name)))));
        return perturbed;
    }
}
