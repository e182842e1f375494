package org.affectj.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Fully connected layers over row vectors: y = x W + b (METHOD 1.2). Weights are stored [in, out]. */
final class Dense {

    private Dense() {}

    /**
     * @param pass the run
     * @param name of the layer
     * @param x vectors [rows, in]
     * @param in length of the vectors
     * @param out length of the results
     * @param deviation of the weights before training
     * @return results [rows, out]
     */
    static Operand<TFloat32> apply(final Pass pass, final String name, final Operand<TFloat32> x, final int in,
        final int out, final double deviation)
    {
        final Ops tf = pass.tf;
        final Operand<TFloat32> weight = pass.weight(name + "/weight", Shape.of(in, out), Initial.normal(deviation));
        final Operand<TFloat32> bias = pass.weight(name + "/bias", Shape.of(out), bias(in));
        return tf.math.add(tf.linalg.matMul(x, weight), bias);
    }

    /** As {@link #apply} with METHOD 1.2's weights, N(0, 1 / out). */
    static Operand<TFloat32> apply(final Pass pass, final String name, final Operand<TFloat32> x, final int in,
        final int out)
    {
        return apply(pass, name, x, in, out, Math.sqrt(1.0 / out));
    }

    /** Linear, batch norm over the rows, ReLU: METHOD 2's LinearBlock, with weights N(0, 2 / out). */
    static Operand<TFloat32> block(final Pass pass, final String name, final Operand<TFloat32> x, final int in,
        final int out)
    {
        return pass.tf.nn.relu(normalised(pass, name, apply(pass, name, x, in, out, Math.sqrt(2.0 / out)), out));
    }

    /** Batch norm of vectors [rows, size]. */
    static Operand<TFloat32> normalised(final Pass pass, final String name, final Operand<TFloat32> x, final int size) {
        return BatchNorm.apply(pass, name, x, Shape.of(size), Shape.of(1, size), 0);
    }

    /** @return PyTorch's default for a bias behind {@code in} inputs: U(±1/√in) */
    static Initial bias(final int in) {
        return Initial.uniform(1 / Math.sqrt(in));
    }
}
