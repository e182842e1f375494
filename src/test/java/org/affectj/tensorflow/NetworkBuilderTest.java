package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.affectj.AffectException;
import org.affectj.engine.Calibration;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.NetworkSpecification.Query;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** Networks that are built, written and read back learn what a batch tells them, and predict in the promised ranges. */
class NetworkBuilderTest {

    private static final int ROWS = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "AMTL,ADAMW", "AMTL,SAM_SGD", "MTL,ADAMW", "MULTI_HEAD,ADAMW", "FMTL,ADAMW", "TOKEN_GRAPH,ADAMW",
        "LANDMARKS,ADAMW", "LANDMARKS,SAM_SGD" })
    void everyNetworkLearnsABatch(final Head head, final Optimizer optimizer) {
        final Path model = folder.resolve("model");
        NetworkBuilder.create(Batches.small(head, optimizer), model);
        final Map<String, Tensor> batch = new HashMap<>(
            head == Head.LANDMARKS ? Batches.landmarkTargets(ROWS) : Batches.affectTargets(ROWS));
        batch.put("image", Batches.pictures(1, ROWS, 32));
        try (SavedModelBundle bundle = SavedModelBundle.load(model.toString())) {
            final float before = loss(bundle, batch);
            for (int step = 0; step < 60; step++) loss(bundle, batch);
            final float after = loss(bundle, batch);
            assertTrue(after < 0.85 * before, before + " went to " + after);
        }
    }

    @Test
    void mirrorImagesGetTheSameNumbersWhereSidesCountAlike() {
        final NetworkSpecification plain = Batches.small(Head.AMTL, Optimizer.ADAMW);
        final HeadOptions options = new HeadOptions(false, false, Attention.REWEIGHT, false, Query.PROBABILITIES, false,
            true, false, Similarity.DOTS, 1e-5, 0.9, ExpressionMean.ROWS, true);
        final Tensor pictures = Batches.pictures(2, 5, 32);
        final Tensor mirrored = Batches.mirrored(2, 5, 32);
        final float[] one = embeddings(plain, pictures);
        final float[] other = embeddings(plain, mirrored);
        final float[] mean = embeddings(plain.with(options), pictures);
        assertArrayEquals(mean, embeddings(plain.with(options), mirrored), 1e-5f);
        for (int i = 0; i < mean.length; i++) assertEquals((one[i] + other[i]) / 2, mean[i], 1e-5);
    }

    @ParameterizedTest
    @EnumSource(value = Head.class, names = { "AMTL", "MULTI_HEAD" })
    void temperaturesTakeRootsOfProbabilities(final Head head) {
        final NetworkSpecification plain = Batches.small(head, Optimizer.ADAMW);
        final Tensor pictures = Batches.pictures(2, 5, 32);
        final float[] one = output("expressions", plain, pictures);
        final float[] other =
            output("expressions", plain.with(new Calibration(2, List.of(), List.of())), pictures);
        for (int face = 0; face < 5; face++) {
            double sum = 0;
            for (int i = 0; i < 8; i++) sum += Math.sqrt(one[8 * face + i]);
            for (int i = 0; i < 8; i++) assertEquals(Math.sqrt(one[8 * face + i]) / sum, other[8 * face + i], 1e-5);
        }
    }

    /** σ(scale · logit p + shift) by hand, a scale and a shift of its own for each action unit. */
    @Test
    void calibratedActionUnitsMoveAlongLogisticCurves() {
        final NetworkSpecification plain = Batches.small(Head.AMTL, Optimizer.ADAMW);
        final List<Double> scales = IntStream.range(0, 12).mapToObj(unit -> 0.5 + unit / 4.0).toList();
        final List<Double> shifts = IntStream.range(0, 12).mapToObj(unit -> (unit - 6) / 3.0).toList();
        final Tensor pictures = Batches.pictures(2, 5, 32);
        final float[] p = output("action_units", plain, pictures);
        final float[] calibrated = output("action_units", plain.with(new Calibration(1, scales, shifts)), pictures);
        for (int i = 0; i < p.length; i++) {
            final double odds = Math.pow(p[i] / (1 - p[i]), scales.get(i % 12)) * Math.exp(shifts.get(i % 12));
            assertEquals(odds / (1 + odds), calibrated[i], 1e-5);
        }
    }

    private float[] embeddings(final NetworkSpecification network, final Tensor pictures) {
        return output("embedding", network, pictures);
    }

    private float[] output(final String name, final NetworkSpecification network, final Tensor pictures) {
        final Path model = folder.resolve("model" + network.hashCode());
        if (!Files.exists(model)) NetworkBuilder.create(network, model);
        try (SavedModelBundle bundle = SavedModelBundle.load(model.toString());
            Result answer = bundle.function(Network.SERVE).call(Map.of("image", pictures)))
        {
            return Evaluation.floats((TFloat32) answer.get(name).orElseThrow());
        }
    }

    @Test
    void affectIsPredictedInItsRanges() {
        NetworkBuilder.create(Batches.small(Head.AMTL, Optimizer.ADAMW), folder.resolve("model"));
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.resolve("model").toString());
            Result answer = bundle.function(Network.SERVE).call(Map.of("image", Batches.pictures(2, 3, 32))))
        {
            assertShape(answer, "action_units", 3, 12);
            assertShape(answer, "expressions", 3, 8);
            assertShape(answer, "valence_arousal", 3, 2);
            assertShape(answer, "embedding", 3, 32);
            assertShape(answer, "graph", 3, 12, 12);
            values(answer, "action_units").scalars().forEach(p -> assertEquals(0.5, p.getFloat(), 0.5));
            values(answer, "valence_arousal").scalars().forEach(v -> assertEquals(0, v.getFloat(), 1));
            double sum = 0;
            for (int i = 0; i < 8; i++) sum += values(answer, "expressions").getFloat(0, i);
            assertEquals(1, sum, 1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource(Head.class)
    void frozenNetworksPredictAsTrainedOnes(final Head head) {
        final NetworkSpecification specification = Batches.small(head, Optimizer.ADAMW);
        NetworkBuilder.create(specification, folder.resolve("model"));
        final Map<String, Tensor> batch = new HashMap<>(
            head == Head.LANDMARKS ? Batches.landmarkTargets(ROWS) : Batches.affectTargets(ROWS));
        batch.put("image", Batches.pictures(1, ROWS, 32));
        final Path prefix = folder.resolve("weights");
        final Map<String, Tensor> input = Map.of("image", Batches.pictures(3, 5, 32));
        try (SavedModelBundle trained = SavedModelBundle.load(folder.resolve("model").toString())) {
            for (int step = 0; step < 20; step++) loss(trained, batch);
            trained.session().save(prefix.toString());
            NetworkBuilder.export(specification, prefix, folder.resolve("frozen"));
            try (SavedModelBundle frozen = SavedModelBundle.load(folder.resolve("frozen").toString());
                Result expected = trained.function(Network.SERVE).call(input);
                Result actual = frozen.function(Network.SERVE).call(input))
            {
                assertEquals(expected.size(), actual.size());
                expected.forEach(entry -> assertClose(entry.getKey(), (TFloat32) entry.getValue(),
                    values(actual, entry.getKey())));
            }
        }
    }

    private static void assertClose(final String name, final TFloat32 expected, final TFloat32 actual) {
        assertEquals(expected.shape(), actual.shape(), name);
        expected.scalars().forEachIndexed((index, cell) -> assertEquals(cell.getFloat(), actual.getFloat(index), 1e-5f,
            name));
    }

    @Test
    void channelsThatWouldDamageMemoryAreRefused() {
        final NetworkSpecification odd = new NetworkSpecification(Head.MTL, 32, true, 16, List.of(16, 24), 1, 24, 4, 8,
            0, Optimizer.ADAMW);
        assertEquals("A backbone can't have 24 channels: use multiples of 16.",
            assertThrows(AffectException.class, () -> NetworkBuilder.create(odd, folder.resolve("model")))
                .getMessage());
    }

    @Test
    void picturesThatVanishInTheBackboneAreRefused() {
        final NetworkSpecification small = new NetworkSpecification(Head.MTL, 7, true, 16, List.of(16, 16), 1, 16, 4, 8,
            0, Optimizer.ADAMW);
        assertEquals("Pictures of 7 pixels are too small for 2 stages: use 8 or more.",
            assertThrows(AffectException.class, () -> NetworkBuilder.create(small, folder.resolve("model")))
                .getMessage());
    }

    @Test
    void missingWeightsAreReported() {
        final Path prefix = folder.resolve("nothing");
        assertEquals("The weights " + prefix + " can't be read or belong to another network: give the prefix that "
            + "training wrote, and its specification.", assertThrows(AffectException.class, () -> NetworkBuilder.export(
                Batches.small(Head.MTL, Optimizer.ADAMW), prefix, folder.resolve("frozen"))).getMessage());
    }

    private static float loss(final SavedModelBundle bundle, final Map<String, Tensor> batch) {
        try (Result result = bundle.function("train_joint").call(batch)) {
            return values(result, "loss").getFloat();
        }
    }

    private static TFloat32 values(final Result result, final String name) {
        return (TFloat32) result.get(name).orElseThrow();
    }

    private static void assertShape(final Result result, final String name, final long... shape) {
        assertArrayEquals(shape, result.get(name).orElseThrow().shape().asArray(), name);
    }
}
