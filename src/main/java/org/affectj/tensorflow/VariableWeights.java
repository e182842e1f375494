package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Weights as variables of a graph, each made when first asked for. They are reference variables: those are what a
 * SavedModel exporter keeps.
 */
final class VariableWeights implements Weights {

    private final Ops tf;
    private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();

    VariableWeights(final Ops tf) {
        this.tf = tf;
    }

    @Override
    public Variable<TFloat32> get(final String name, final Shape shape, final Initial initial) {
        return variables.computeIfAbsent(name,
            key -> tf.withName(key.replace('/', '.')).variable(initial.value(tf.withSubScope("initial"), key, shape)));
    }

    /** @return all variables by name, in the order in which they were made */
    Map<String, Variable<TFloat32>> variables() {
        return variables;
    }
}
