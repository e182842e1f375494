package org.affectj.tensorflow;

import java.util.function.Function;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Builds a small graph and reads a result from it. */
final class Evaluation {

    private Evaluation() {}

    /** @return the numbers, row-major, of what {@code build} puts into a graph */
    static float[] of(final Function<Ops, Operand<TFloat32>> build) {
        try (Graph graph = new Graph(); Session session = new Session(graph);
            Result result = session.runner().fetch(build.apply(Ops.create(graph))).run())
        {
            return floats((TFloat32) result.get(0));
        }
    }

    static float[] floats(final TFloat32 tensor) {
        final float[] values = new float[(int) tensor.size()];
        tensor.copyTo(DataBuffers.of(values));
        return values;
    }

    static Operand<TFloat32> constant(final Ops tf, final float[] values, final long... shape) {
        return tf.constant(Shape.of(shape), DataBuffers.of(values));
    }

    /** @return the gradient of a loss of one tensor */
    static float[] gradient(final float[] at, final long[] shape,
        final java.util.function.BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> loss)
    {
        return of(tf -> {
            final Operand<TFloat32> x = constant(tf, at, shape);
            return Optimizer.gradients(tf, loss.apply(tf, x), java.util.Map.of("x", x)).get("x");
        });
    }
}
