package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One run forward through a network while its graph is built. Layers ask it for their weights and tell it the running
 * statistics they leave behind; nothing is assigned here. The stage says which layers work in training mode (batch
 * statistics, dropout).
 */
final class Pass {

    /** Keeps the draws of a step apart from those of the next steps, whose seeds are the next numbers. */
    private static final int SPREAD = 0x9E3779B9;

    final Ops tf;
    private final Weights weights;
    private final Trainable.Stage stage;
    private final Operand<TInt32> seed;
    private final HeadOptions options;
    private final Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();
    private final Map<String, Operand<TFloat32>> used = new LinkedHashMap<>();
    private int draws;

    /**
     * @param tf where to build
     * @param weights where weights and running statistics come from
     * @param stage which weights are trained, and which layers are in training mode
     * @param seed two numbers that decide all random draws; unused if no layer is in training mode
     * @param options constants of batch norms
     */
    Pass(final Ops tf, final Weights weights, final Trainable.Stage stage, final Operand<TInt32> seed,
        final HeadOptions options)
    {
        this.tf = tf;
        this.weights = weights;
        this.stage = stage;
        this.seed = seed;
        this.options = options;
    }

    /** @return a pass that trains everything, with default options */
    static Pass training(final Ops tf, final Weights weights, final Operand<TInt32> seed) {
        return new Pass(tf, weights, new Trainable.Stage("train", name -> true, name -> true), seed,
            HeadOptions.DEFAULT);
    }

    /** @return a pass that predicts: nothing is trained or random */
    static Pass predicting(final Ops tf, final Weights weights, final HeadOptions options) {
        return new Pass(tf, weights, new Trainable.Stage(Network.SERVE, name -> false, name -> false), null, options);
    }

    /**
     * @param changed other values for some weights
     * @return a pass over the same layers with these weights, with fresh random draws, that goes on from the running
     *         statistics that this pass left
     */
    Pass again(final Map<String, Operand<TFloat32>> changed) {
        final Weights overlay = (name, shape, initial) -> changed.containsKey(name) ? changed.get(name)
            : weights.get(name, shape, initial);
        final Pass next = new Pass(tf, overlay, stage, seed, options);
        next.statistics.putAll(statistics);
        next.draws = draws;
        return next;
    }

    /** @return whether the layer of that name is in training mode */
    boolean moves(final String layer) {
        return options.batchNormDecay() < 1 && stage.moving().test(layer);
    }

    /** @return what batch norms add to the variance */
    float epsilon() {
        return (float) options.batchNormEpsilon();
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

    /** Moves a running statistic to the value of this batch, by default a tenth of the way (METHOD 6.6). */
    void moveStatistic(final String name, final Shape shape, final float initial, final Operand<TFloat32> batch) {
        final double decay = options.batchNormDecay();
        final Operand<TFloat32> kept = tf.math.mul(tf.constant((float) decay), statistic(name, shape, initial));
        statistics.put(name,
            tf.math.add(kept, tf.math.mul(tf.constant((float) (1 - decay)), tf.stopGradient(batch))));
    }

    /**
     * Sets each number to zero with probability {@code rate} and scales the rest by 1 / (1 − rate).
     *
     * @param x numbers
     * @param shape shape of the result, to which {@code x} is broadcast before the draw
     * @param rate share of the numbers to drop, in [0, 1)
     */
    Operand<TFloat32> dropout(final Operand<TFloat32> x, final Operand<TInt32> shape, final double rate) {
        final Operand<TInt32> draw = tf.math.add(seed, tf.constant(new int[] { 0, ++draws * SPREAD }));
        final Operand<TFloat32> uniform = tf.random.statelessRandomUniform(shape, draw);
        final Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)),
            TFloat32.class);
        return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
    }

    /** @return the weights used in this pass that are trained, by name */
    Map<String, Operand<TFloat32>> parameters() {
        final Map<String, Operand<TFloat32>> parameters = new LinkedHashMap<>(used);
        parameters.keySet().removeIf(stage.trained().negate());
        return parameters;
    }

    /** @return assignments, built by {@code tf}, that keep the running statistics this pass leaves */
    List<Op> assignments(final VariableWeights variables, final Ops tf) {
        final List<Op> assignments = new ArrayList<>();
        statistics.forEach((name, value) -> assignments.add(tf.assign(variables.variables().get(name), value)));
        return assignments;
    }
}
