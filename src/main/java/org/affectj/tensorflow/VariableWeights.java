package org.affectj.tensorflow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Weights as variables of a graph, each made when first asked for. They are reference variables: those are what a
 * SavedModel exporter keeps.
 */
final class VariableWeights implements Weights {

    private final Ops tf;
    private final int seed;
    private final FrozenModel start;
    private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
    private final Map<String, Operand<TFloat32>> firsts = new HashMap<>();

    /**
     * @param tf where to put the variables
     * @param seed of their random first values
     */
    VariableWeights(final Ops tf, final int seed) {
        this(tf, seed, FrozenModel.NONE);
    }

    /**
     * @param tf where to put the variables
     * @param seed of their random first values
     * @param start a model whose heads take the place of first values
     */
    VariableWeights(final Ops tf, final int seed, final FrozenModel start) {
        this.tf = tf;
        this.seed = seed;
        this.start = start;
    }

    @Override
    public Variable<TFloat32> get(final String name, final Shape shape, final Initial initial) {
        if (!variables.containsKey(name)) {
            firsts.put(name, first(name, shape, initial));
            variables.put(name, tf.withName(nodeName(name)).variable(firsts.get(name)));
        }
        return variables.get(name);
    }

    private Operand<TFloat32> first(final String name, final Shape shape, final Initial initial) {
        final Ops scope = tf.withSubScope("initial");
        if (!start.holds(name)) return initial.value(scope, seed, name, shape);
        return scope.constant(shape, DataBuffers.of(start.values(name, shape)));
    }

    /** @return what a variable holds before training */
    Operand<TFloat32> first(final String name) {
        return firsts.get(name);
    }

    /** @return the name of a weight's node in a graph */
    static String nodeName(final String name) {
        return name.replace('/', '.');
    }

    /** @return the name of the weight that a node of a graph holds */
    static String name(final String nodeName) {
        return nodeName.replace('.', '/');
    }

    /** @return all variables by name, in the order in which they were made */
    Map<String, Variable<TFloat32>> variables() {
        return variables;
    }

    /** @return what all variables hold in a session, row-major, by name */
    Map<String, float[]> values(final Session session) {
        final Map<String, float[]> values = new LinkedHashMap<>();
        variables.forEach((name, variable) -> {
            try (Result result = session.runner().fetch(variable).run()) {
                final TFloat32 tensor = (TFloat32) result.get(0);
                final float[] array = new float[(int) tensor.size()];
                tensor.copyTo(DataBuffers.of(array));
                values.put(name, array);
            }
        });
        return values;
    }
}
