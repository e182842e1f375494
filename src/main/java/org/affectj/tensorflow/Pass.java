package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One run forward through a network while its graph is built. Layers ask it for their weights and tell it the running
 * statistics they leave behind; nothing is assigned here. A layer works in training mode (batch statistics, dropout) if
 * its name is among those trained.
 */
final class Pass {

    final Ops tf;
    private final Weights weights;
    private final Predicate<String> trained;
    private final Operand<TInt32> seed;
    private final Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();
    private final Map<String, Operand<TFloat32>> used = new LinkedHashMap<>();
    private int draws;

    /**
     * @param tf where to build
     * @param weights where weights and running statistics come from
     * @param trained which layers are trained, by name
     * @param seed two numbers that decide all random draws; unused if nothing is trained
     */
    Pass(final Ops tf, final Weights weights, final Predicate<String> trained, final Operand<TInt32> seed) {
        this.tf = tf;
        this.weights = weights;
        this.trained = trained;
        this.seed = seed;
    }

    /** @return a pass that predicts: nothing is trained or random */
    static Pass predicting(final Ops tf, final Weights weights) {
        return new Pass(tf, weights, name -> false, null);
    }

    /**
     * @param changed other values for some weights
     * @return a pass over the same layers with these weights, with fresh random draws, that goes on from the running
     *         statistics that this pass left
     */
    Pass again(final Map<String, Operand<TFloat32>> changed) {
        final Weights overlay = (name, shape, initial) -> changed.containsKey(name) ? changed.get(name)
            : weights.get(name, shape, initial);
        final Pass next = new Pass(tf, overlay, trained, seed);
        next.statistics.putAll(statistics);
        next.draws = draws;
        return next;
    }

    /** @return whether the layer of that name is trained */
    boolean trains(final String layer) {
        return trained.test(layer);
    }

    /** @return whether batch norms have been folded into the convolutions before them */
    boolean folded() {
        return weights.folded();
    }

    /** @return a weight that gradients are taken for, if its layer is trained */
    Operand<TFloat32> weight(final String name, final Shape shape, final Initial initial) {
        return used.computeIfAbsent(name, key -> tf.identity(weights.get(key, shape, initial)));
    }

    /** @return a running statistic as it stands now */
    Operand<TFloat32> statistic(final String name, final Shape shape, final float initial) {
        final Operand<TFloat32> updated = statistics.get(name);
        return updated != null ? updated : weights.get(name, shape, Initial.constant(initial));
    }

    /** Moves a running statistic a tenth of the way to the value of this batch (METHOD 6.6). */
    void moveStatistic(final String name, final Shape shape, final float initial, final Operand<TFloat32> batch) {
        final Operand<TFloat32> kept = tf.math.mul(tf.constant(0.9f), statistic(name, shape, initial));
        statistics.put(name, tf.math.add(kept, tf.math.mul(tf.constant(0.1f), tf.stopGradient(batch))));
    }

    /**
     * Sets each number to zero with probability {@code rate} and scales the rest by 1 / (1 − rate).
     *
     * @param x numbers
     * @param shape shape of the result, to which {@code x} is broadcast before the draw
     * @param rate share of the numbers to drop, in [0, 1)
     */
    Operand<TFloat32> dropout(final Operand<TFloat32> x, final Operand<TInt32> shape, final double rate) {
        final Operand<TInt32> draw = tf.math.add(seed, tf.constant(new int[] { 0, ++draws }));
        final Operand<TFloat32> uniform = tf.random.statelessRandomUniform(shape, draw);
        final Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)),
            TFloat32.class);
        return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
    }

    /** @return the weights used in this pass whose layers are trained, by name */
    Map<String, Operand<TFloat32>> parameters() {
        final Map<String, Operand<TFloat32>> parameters = new LinkedHashMap<>(used);
        parameters.keySet().removeIf(trained.negate());
        return parameters;
    }

    /** @return assignments, built by {@code tf}, that keep the running statistics this pass leaves */
    List<Op> assignments(final VariableWeights variables, final Ops tf) {
        final List<Op> assignments = new ArrayList<>();
        statistics.forEach((name, value) -> assignments.add(tf.assign(variables.variables().get(name), value)));
        return assignments;
    }
}
