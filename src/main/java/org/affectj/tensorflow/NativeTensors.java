package org.affectj.tensorflow;

import org.affectj.engine.Tensor;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.internal.c_api.AbstractTF_Tensor;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;

/** Copies tensors between Java's memory and TensorFlow's. */
final class NativeTensors {

    private NativeTensors() {
        // only static functions
    }

    /** @return a copy that belongs to the innermost open {@link org.bytedeco.javacpp.PointerScope} */
    static TF_Tensor toNative(final Tensor tensor) {
        if (tensor.values() instanceof float[] floats) {
            final TF_Tensor copy = allocate(tensorflow.TF_FLOAT, tensor.shape(), 4L * floats.length);
            new FloatPointer(tensorflow.TF_TensorData(copy)).put(floats);
            return copy;
        }
        if (tensor.values() instanceof int[] integers) {
            final TF_Tensor copy = allocate(tensorflow.TF_INT32, tensor.shape(), 4L * integers.length);
            new IntPointer(tensorflow.TF_TensorData(copy)).put(integers);
            return copy;
        }
        final byte[] bytes = (byte[]) tensor.values();
        final TF_Tensor copy = allocate(tensorflow.TF_UINT8, tensor.shape(), bytes.length);
        new BytePointer(tensorflow.TF_TensorData(copy)).put(bytes);
        return copy;
    }

    private static TF_Tensor allocate(final int type, final long[] shape, final long bytes) {
        final TF_Tensor tensor = AbstractTF_Tensor.allocateTensor(type, shape, bytes);
        if (tensor == null || tensor.isNull())
            throw new OutOfMemoryError("TensorFlow has no memory for a tensor of " + bytes + " bytes");
        return tensor;
    }

    /** @return a copy in Java's memory */
    static Tensor toJava(final TF_Tensor tensor) {
        final long[] shape = new long[tensorflow.TF_NumDims(tensor)];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = tensorflow.TF_Dim(tensor, i);
            size = Math.multiplyExact(size, Math.toIntExact(shape[i]));
        }
        return new Tensor(values(tensor, size), shape);
    }

    private static Object values(final TF_Tensor tensor, final int size) {
        final Pointer data = tensorflow.TF_TensorData(tensor);
        final int type = tensorflow.TF_TensorType(tensor);
        if (type == tensorflow.TF_FLOAT) {
            final float[] floats = new float[size];
            new FloatPointer(data).get(floats);
            return floats;
        }
        if (type == tensorflow.TF_INT32) {
            final int[] integers = new int[size];
            new IntPointer(data).get(integers);
            return integers;
        }
        if (type == tensorflow.TF_UINT8) {
            final byte[] bytes = new byte[size];
            new BytePointer(data).get(bytes);
            return bytes;
        }
        throw new IllegalStateException("an output is of TensorFlow's type " + type + ", not float32, int32 or uint8");
    }
}
