package org.affectj.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The value that a weight has before training. Random ones depend on a seed and the weight's name only, so that builds
 * repeat.
 */
interface Initial {

    /**
     * @param tf where to build
     * @param seed of random values
     * @param name name of the weight
     * @param shape shape of the weight
     * @return its first value
     */
    Operand<TFloat32> value(Ops tf, int seed, String name, Shape shape);

    /** @return the same number everywhere */
    static Initial constant(final float value) {
        return (tf, seed, name, shape) -> tf.fill(tf.constant(shape.asArray()), tf.constant(value));
    }

    /** @return normally distributed numbers around zero */
    static Initial normal(final double deviation) {
        return (tf, seed, name, shape) -> tf.math.mul(tf.constant((float) deviation),
            tf.random.statelessRandomNormal(tf.constant(shape.asArray()), both(tf, seed, name)));
    }

    /** @return numbers spread evenly over ±{@code bound} */
    static Initial uniform(final double bound) {
        return (tf, seed, name, shape) -> tf.math.mul(tf.constant((float) (2 * bound)), tf.math.sub(
            tf.random.statelessRandomUniform(tf.constant(shape.asArray()), both(tf, seed, name)), tf.constant(0.5f)));
    }

    private static Operand<org.tensorflow.types.TInt32> both(final Ops tf, final int seed, final String name) {
        return tf.constant(new int[] { seed, name.hashCode() });
    }
}
