package org.affectj.tensorflow;

import java.util.List;

import org.affectj.engine.Calibration;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Probabilities as a {@link Calibration} makes them honest. */
final class Calibrated {

    private Calibrated() {}

    /**
     * @param p probabilities of expressions [B, E]
     * @param calibration its temperature is taken
     * @return p^(1 / temperature) made to sum to 1: softmax(scores / temperature) where p is softmax(scores)
     */
    static Operand<TFloat32> expressions(final Ops tf, final Operand<TFloat32> p, final Calibration calibration) {
        if (calibration.temperature() == 1) return p;
        return tf.nn.softmax(tf.math.div(tf.math.log(tf.math.add(p, tf.constant(1e-30f))),
            tf.constant((float) calibration.temperature())));
    }

    /**
     * @param p probabilities of action units [B, N]
     * @param calibration its scales and shifts are taken
     * @return σ(scale · logit p + shift) [B, N]
     */
    static Operand<TFloat32> actionUnits(final Ops tf, final Operand<TFloat32> p, final Calibration calibration) {
        if (calibration.scales().isEmpty()) return p;
        final float nearest = (float) Calibration.NEAREST;
        final Operand<TFloat32> inside =
            tf.math.minimum(tf.math.maximum(p, tf.constant(nearest)), tf.constant(1 - nearest));
        final Operand<TFloat32> logit =
            tf.math.log(tf.math.div(inside, tf.math.sub(tf.constant(1f), inside)));
        return tf.math.sigmoid(tf.math.add(tf.math.mul(logit, numbers(tf, calibration.scales())),
            numbers(tf, calibration.shifts())));
    }

    private static Operand<TFloat32> numbers(final Ops tf, final List<Double> values) {
        final float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = values.get(i).floatValue();
        return tf.constant(numbers);
    }
}
