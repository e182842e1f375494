package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.Network;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Exponential averages of all that predicting needs, weights and running statistics: average = d · average +
 * (1 − d) · weight after each step, from the first weights on.
 */
final class Averages {

    /** Averages have the names of their weights behind this. */
    static final String NAME = "average/";

    private final Ops tf;
    private final double decay;
    private final Map<Variable<TFloat32>, Variable<TFloat32>> byWeight = new LinkedHashMap<>();

    /**
     * @param tf the graph to build in
     * @param weights what predicting needs, and nothing else yet
     * @param decay d, 0 for no averages
     */
    Averages(final Ops tf, final VariableWeights weights, final double decay) {
        this.tf = tf;
        this.decay = decay;
        if (decay == 0) return;
        new LinkedHashMap<>(weights.variables()).forEach((name, weight) -> byWeight.put(weight,
            weights.get(NAME + name, weight.shape(), (scope, seed, key, shape) -> weights.first(name))));
    }

    /** @return assignments, built by {@code after} so that they wait for a step, that bring the averages up to date */
    List<Op> follow(final Ops after) {
        final List<Op> updates = new ArrayList<>();
        byWeight.forEach((weight, average) -> updates.add(after.assign(average,
            after.math.add(after.math.mul(after.constant((float) decay), average),
                after.math.mul(after.constant((float) (1 - decay)), weight)))));
        return updates;
    }

    /** @return {@link Network#SWAP_AVERAGE} and {@link Network#START_AVERAGE}, or nothing without averages */
    List<Signature> signatures() {
        if (decay == 0) return List.of();
        final List<Op> starts = new ArrayList<>();
        byWeight.forEach((weight, average) -> starts.add(tf.assign(average, weight)));
        return List.of(signature(Network.SWAP_AVERAGE, swaps()), signature(Network.START_AVERAGE, starts));
    }

    private List<Op> swaps() {
        final List<Op> swaps = new ArrayList<>();
        byWeight.forEach((weight, average) -> {
            final Operand<TFloat32> before = tf.deepCopy(weight);
            final Operand<TFloat32> mean = tf.deepCopy(average);
            final Ops copied = tf.withControlDependencies(List.of(before, mean));
            swaps.add(copied.assign(weight, mean));
            swaps.add(copied.assign(average, before));
        });
        return swaps;
    }

    /** A function without inputs that says how many weights have averages. */
    private Signature signature(final String name, final List<Op> assignments) {
        final Ops after = tf.withControlDependencies(assignments);
        return NetworkBuilder.signature(name, Map.of(), Map.of("weights", after.constant(byWeight.size())));
    }
}
