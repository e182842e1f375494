package org.affectj.tensorflow;

import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * A convolution without bias, followed by batch norm: kernels [size, size, in, out], He initialisation, padding SAME.
 */
final class Convolution {

    private Convolution() {}

    /**
     * @param pass the run
     * @param name of the layer
     * @param x pictures [B, height, width, in]
     * @param size width and height of the kernels
     * @param in channels of the pictures
     * @param out channels of the result
     * @param stride step between places
     * @return [B, height / stride, width / stride, out]
     */
    static Operand<TFloat32> apply(final Pass pass, final String name, final Operand<TFloat32> x, final int size,
        final int in, final int out, final long stride)
    {
        final double deviation = Math.sqrt(2.0 / (size * size * in));
        final Operand<TFloat32> kernel = pass.weight(name + "/kernel", Shape.of(size, size, in, out),
            Initial.normal(deviation));
        final Operand<TFloat32> y = pass.tf.nn.conv2d(x, kernel, List.of(1L, stride, stride, 1L), "SAME");
        if (pass.folded())
            return pass.tf.nn.biasAdd(y, pass.weight(name + "/beta", Shape.of(out), Initial.constant(0)));
        return BatchNorm.spatial(pass, name, y, out);
    }
}
