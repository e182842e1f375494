package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.affectj.Progress;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.Operations;
import org.affectj.engine.Precision;
import org.affectj.engine.Tensor;
import org.affectj.metrics.Truth;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;
import org.affectj.training.TrainingSchedule.Curve;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.DrawnFaces;
import org.affectj.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faces that a training shows as those that it is most wrong about. */
class WorstFacesTest {

    private static final NetworkSpecification SMALL =
        new NetworkSpecification(Head.AMTL, 32, true, 16, List.of(16, 16), 1, 16, 4, 8, 0, Optimizer.ADAMW);
    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 1);

    @TempDir
    private Path folder;

    @Test
    void aTrainingShowsTheSixteenWorstOfItsValidationFaces() {
        final List<TrainingEpoch> epochs = new ArrayList<>();
        final Path run = folder.resolve("run");
        try (TrainingData data = TrainingData.open(DataSets.open(List.of("csv:" + DrawnFaces.write(folder, 66))),
                folder.resolve("work"), Progress.NONE)) {
            final Path weights = new Trainer(EXACT, SMALL, run, Optional.empty()).train(TrainerTest.task(data),
                new TrainingSchedule(1, 2, 0.01, 0, 0, Curve.COSINE, 1), false, listener(epochs));
            final List<WorstFace> worst = epochs.get(0).worst();
            assertEquals(16, worst.size(), "of 21");
            try (Network network = EngineLoader.open(run.resolve("network"), EXACT.with(Operations.TRAINING))) {
                network.restore(weights);
                double before = Double.MAX_VALUE;
                for (final WorstFace face : worst) {
                    assertEquals(loss(face, network), face.loss(), 1e-3, face.image());
                    assertTrue(face.loss() <= before, "the worst first");
                    before = face.loss();
                }
            }
        }
    }

    /** What the network says of the crop itself, compared by hand with the words of its labels. */
    private static double loss(final WorstFace face, final Network network) {
        final Map<String, Tensor> said = network.call(Network.SERVE,
            Map.of("image", Tensor.of(face.rgb(), 1, face.size(), face.size(), 3)));
        final boolean happy = face.truth().startsWith("Happiness, AU 12, valence 0.");
        assertTrue(happy || face.truth().startsWith("Sadness, AU 15, valence -0."), face.truth());
        final int number = Integer.parseInt(face.image().substring("faces ".length())) - 1;
        assertEquals(happy, number % 2 == 0, "the number is the row of the table");
        assertTrue(face.prediction().startsWith(
            Expression.values()[best(said.get("expressions").floats())].label() + ", "), face.prediction());
        final float[] units = said.get("action_units").floats();
        final float[] affect = said.get("valence_arousal").floats();
        final double valence = happy ? 0.5 + number % 5 / 10.0 : -0.3 - number % 6 / 10.0;
        final double entropy = -Math.log(said.get("expressions").floats()[happy ? 4 : 5]);
        final double unitEntropy =
            -(Math.log(happy ? units[6] : 1 - units[6]) + Math.log(happy ? 1 - units[7] : units[7])) / 2;
        final double square =
            (Math.pow(affect[0] - valence, 2) + Math.pow(affect[1] - number % 7 / 10.0, 2)) / 2;
        return (entropy + unitEntropy + square) / 3;
    }

    @Test
    void whatIsNotLabelledDoesNotCount() {
        final double[] units = new double[12];
        Arrays.fill(units, Double.NaN);
        final float[] shares = { 0.25f, 0, 0, 0, 0.75f, 0, 0, 0 };
        final Prediction said = new Prediction(new float[12], shares, 0, 0);
        assertEquals(Double.NaN, FaceLoss.of(new Truth(Optional.empty(), units, Double.NaN, Double.NaN), said));
        assertEquals(Math.log(4), FaceLoss.of(new Truth(Optional.of(Expression.NEUTRAL), units, 1, Double.NaN), said),
            1e-9);
        assertEquals(0.5, FaceLoss.of(new Truth(Optional.empty(), units, -1, 0), said), 1e-9);
    }

    private static int best(final float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++)
            if (values[i] > values[best]) best = i;
        return best;
    }

    private static TrainingListener listener(final List<TrainingEpoch> epochs) {
        return new TrainingListener() {

            @Override
            public void update(final long done, final long total, final String message) {
                // only epochs matter here
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void validated(final TrainingEpoch epoch) {
                epochs.add(epoch);
            }
        };
    }
}
