package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Changes weights so that a loss gets smaller. What it remembers between steps are variables, its slots. */
interface Optimizer {

    /**
     * Adds one step to the graph. No variable changes before all losses and gradients are there.
     *
     * @param slots a prefix for the names of the slots, so that stages don't share them
     * @param pass the run that led to {@code losses}
     * @param losses by name; {@link Trainable#LOSS} is made small
     * @param lossOf that loss after another run
     * @return the assignments that make up the step, running statistics included
     */
    List<Op> step(String slots, Pass pass, Map<String, Operand<TFloat32>> losses,
        Function<Pass, Operand<TFloat32>> lossOf);

    /** @return where to build what must wait for all of these */
    static Ops after(final Ops tf, final Map<String, Operand<TFloat32>> losses,
        final Map<String, Operand<TFloat32>> gradients)
    {
        final List<Op> first = new ArrayList<>(losses.values());
        first.addAll(gradients.values());
        return tf.withControlDependencies(first);
    }

    /** @return the gradient of {@code loss} for each of the weights, by name */
    @SuppressWarnings("unchecked")
    static Map<String, Operand<TFloat32>> gradients(final Ops tf, final Operand<TFloat32> loss,
        final Map<String, Operand<TFloat32>> weights)
    {
        final Output<?>[] of = weights.values().stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        final Output<?>[] gradients = ((Graph) tf.scope().env()).addGradients(loss.asOutput(), of);
        final Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
        int next = 0;
        for (final String name : weights.keySet()) byName.put(name, (Operand<TFloat32>) gradients[next++]);
        return byName;
    }
}
