package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;

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
