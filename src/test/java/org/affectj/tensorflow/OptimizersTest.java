package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Optimisers on L = (w₁² + 4 w₂²) / 2 at w = (1, 1) with learning rate 1e-3 and weight decay 1 / 256. */
class OptimizersTest {

    /** @return w after some steps */
    private static float[] steps(final boolean sharpnessAware, final int count) {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops tf = Ops.create(graph);
            final VariableWeights weights = new VariableWeights(tf, 1);
            final Operand<TFloat32> rate = tf.constant(1e-3f);
            final Operand<TFloat32> decay = tf.constant(1 / 256f);
            final Optimizer optimizer = sharpnessAware ? new SharpnessAwareSgd(weights, rate, decay)
                : new AdamW(weights, rate, decay);
            final Function<Pass, Operand<TFloat32>> loss = pass -> {
                final Operand<TFloat32> w = pass.weight("w", Shape.of(2), Initial.constant(1));
                final Operand<TFloat32> halves = tf.constant(new float[] { .5f, 2 });
                return tf.reduceSum(tf.math.mul(halves, tf.math.square(w)), tf.constant(0));
            };
            final Pass pass = Pass.training(tf, weights, null);
            final List<Op> step = optimizer.step("toy", pass, Map.of(Trainable.LOSS, loss.apply(pass)), loss);
            session.initialize();
            for (int i = 0; i < count; i++) {
                final Session.Runner runner = session.runner();
                step.forEach(runner::addTarget);
                runner.run().close();
            }
            return weights.values(session).get("w");
        }
    }

    @Test
    void sharpnessAwareStep() {
        assertArrayEquals(new float[] { 0.99898397f, 0.99580207f }, steps(true, 1), 1e-7f);
    }

    @Test
    void adamStepsAreAsLongAsTheRateWhateverTheGradient() {
        // w (1 − lr wd) − lr in the first step; the second step's averages are those of nearly equal gradients
        assertArrayEquals(new float[] { 0.99899609f, 0.99899609f }, steps(false, 1), 1e-7f);
        assertArrayEquals(new float[] { 0.9979922f, 0.9979922f }, steps(false, 2), 1e-6f);
    }
}
