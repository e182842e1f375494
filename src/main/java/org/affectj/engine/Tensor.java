package org.affectj.engine;

import java.util.Arrays;

/**
 * A dense array of numbers on its way into or out of an engine, row-major. Plain Java, so that it passes between class
 * loaders.
 *
 * @param values a {@code float[]}, {@code int[]}, or a {@code byte[]} of unsigned bytes
 * @param shape sizes by dimension; empty for a single number
 */
public record Tensor(Object values, long... shape) {

    public Tensor {
        final long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        final int length = java.lang.reflect.Array.getLength(values);
        if (size != length)
            throw new IllegalArgumentException(length + " values don't fill a shape of " + Arrays.toString(shape));
    }

    /** @return a single 32-bit number */
    public static Tensor of(final float value) {
        return new Tensor(new float[] { value });
    }

    /** @return 32-bit floating-point numbers of the given shape */
    public static Tensor of(final float[] values, final long... shape) {
        return new Tensor(values, shape);
    }

    /** @return unsigned bytes of the given shape */
    public static Tensor of(final byte[] values, final long... shape) {
        return new Tensor(values, shape);
    }

    /** @return the numbers of a floating-point tensor, not a copy */
    public float[] floats() {
        return (float[]) values;
    }
}
