package org.affectj.tensorflow;

import java.util.HashMap;
import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Weights as constants, with the batch norms of convolutions folded in: a kernel is multiplied with γ / √(variance + ε)
 * for each of its output channels, and β − mean · γ / √(variance + ε) is added behind it.
 */
final class FrozenWeights implements Weights {

    /** Names of convolutions' kernels end in this. */
    static final String KERNEL = "/kernel";

    private final Ops tf;
    private final double epsilon;
    private final Map<String, float[]> values;
    private final Map<String, Operand<TFloat32>> constants = new HashMap<>();

    /**
     * @param tf where to put the constants
     * @param trained values of all weights by name
     * @param epsilon ε of the batch norms
     */
    FrozenWeights(final Ops tf, final Map<String, float[]> trained, final double epsilon) {
        this.tf = tf;
        this.epsilon = epsilon;
        this.values = new HashMap<>(trained);
        trained.keySet().stream().filter(name -> name.endsWith(KERNEL))
            .forEach(name -> fold(name.substring(0, name.length() - KERNEL.length()), trained));
    }

    private void fold(final String layer, final Map<String, float[]> trained) {
        final float[] gamma = trained.get(layer + "/gamma");
        final float[] variance = trained.get(layer + "/variance");
        final float[] mean = trained.get(layer + "/mean");
        final float[] kernel = trained.get(layer + KERNEL).clone();
        final float[] beta = trained.get(layer + "/beta").clone();
        final int channels = beta.length;
        for (int i = 0; i < kernel.length; i++)
            kernel[i] *= (float) BatchNorm.scale(gamma[i % channels], variance[i % channels], epsilon);
        for (int c = 0; c < channels; c++)
            beta[c] -= (float) (mean[c] * BatchNorm.scale(gamma[c], variance[c], epsilon));
        values.put(layer + KERNEL, kernel);
        values.put(layer + "/beta", beta);
    }

    @Override
    public Operand<TFloat32> get(final String name, final Shape shape, final Initial initial) {
        return constants.computeIfAbsent(name,
            key -> tf.withName(VariableWeights.nodeName(key)).constant(shape, DataBuffers.of(values.get(key))));
    }

    @Override
    public boolean folded() {
        return true;
    }
}
