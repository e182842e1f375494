package org.affectj.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training leaves behind: states that go on exactly, weights for heads to start from, joined models. */
class TrainingStateTest {

    private static final String JOINT = "train_joint";

    @TempDir
    Path folder;

    private Network open(final String name, final NetworkSpecification specification) {
        final Path model = folder.resolve(name);
        EngineLoader.load(SmallTraining.EXACT).create(specification, model);
        return EngineLoader.open(model, SmallTraining.EXACT.with(Operations.TRAINING));
    }

    private static Map<String, Tensor> predict(final Network network) {
        return network.call(Network.SERVE, Map.of("image", SmallTraining.pictures(-1)));
    }

    private static void assertSame(final Map<String, Tensor> expected, final Map<String, Tensor> actual) {
        expected.forEach((name, tensor) -> assertArrayEquals(tensor.floats(), actual.get(name).floats(), name));
    }

    private static byte[] weights(final Path prefix) throws IOException {
        return Files.readAllBytes(prefix.resolveSibling(prefix.getFileName() + ".data-00000-of-00001"));
    }

    @Test
    void anotherProcessGoesOnExactly() throws Exception {
        try (Network network = open("network", SmallTraining.PICTURES)) {
            SmallTraining.train(network, JOINT, 0, 3);
            network.save(folder.resolve("half"));
            SmallTraining.train(network, JOINT, 3, 8);
            network.save(folder.resolve("whole"));
        }
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"), SmallTraining.class.getName(),
            folder.resolve("network").toString(), folder.resolve("half").toString(), "3", "8",
            folder.resolve("continued").toString()).redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile()).start();
        assertEquals(0, process.waitFor(), () -> read(folder.resolve("output")));
        assertArrayEquals(weights(folder.resolve("whole")), weights(folder.resolve("continued")));
        assertFalse(Arrays.equals(weights(folder.resolve("half")), weights(folder.resolve("whole"))));
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.getMessage();
        }
    }

    @Test
    void onlyChosenVariablesAreRestored() {
        try (Network network = open("network", SmallTraining.PICTURES)) {
            final Map<String, Tensor> fresh = predict(network);
            network.save(folder.resolve("fresh"));
            SmallTraining.train(network, JOINT, 0, 2);
            final Map<String, Tensor> trained = predict(network);
            network.restore(folder.resolve("fresh"),
                name -> name.startsWith("backbone/") || name.startsWith("valence_arousal/"));
            final Map<String, Tensor> mixed = predict(network);
            assertArrayEquals(fresh.get("valence_arousal").floats(), mixed.get("valence_arousal").floats());
            assertFalse(Arrays.equals(fresh.get("action_units").floats(), mixed.get("action_units").floats()));
            assertFalse(Arrays.equals(trained.get("action_units").floats(), mixed.get("action_units").floats()));
            network.restore(folder.resolve("fresh"), name -> true);
            assertSame(fresh, predict(network));
        }
    }

    @Test
    void averagesAreExchangedExactly() {
        try (Network network = open("network", SmallTraining.PICTURES)) {
            SmallTraining.train(network, JOINT, 0, 3);
            final Map<String, Tensor> trained = predict(network);
            network.call(Network.SWAP_AVERAGE, Map.of());
            assertFalse(Arrays.equals(trained.get("expressions").floats(),
                predict(network).get("expressions").floats()));
            network.call(Network.SWAP_AVERAGE, Map.of());
            assertSame(trained, predict(network));
            network.call(Network.START_AVERAGE, Map.of());
            network.call(Network.SWAP_AVERAGE, Map.of());
            assertSame(trained, predict(network));
        }
    }

    private static Map<String, Tensor> features(final int seed) {
        return Map.of("features", SmallTraining.random(new Random(seed), SmallTraining.ROWS, 16));
    }

    @Test
    void headsGoOnFromAnExportedModel() {
        final Engine engine = EngineLoader.load(SmallTraining.EXACT);
        final Map<String, Tensor> expected;
        try (Network network = open("network", SmallTraining.PICTURES)) {
            SmallTraining.train(network, JOINT, 0, 4);
            network.save(folder.resolve("weights"));
            expected = predict(network);
        }
        engine.export(SmallTraining.PICTURES, folder.resolve("weights"), folder.resolve("exported"));
        final NetworkSpecification heads = SmallTraining.PICTURES.onFeatures();
        engine.create(heads, folder.resolve("heads"), folder.resolve("exported"));
        try (Network network = EngineLoader.open(folder.resolve("heads"),
            SmallTraining.EXACT.with(Operations.TRAINING))) {
            final Map<String, Tensor> before =
                network.call(Network.SERVE, Map.of("features", expected.get("embedding")));
            for (final String output : List.of("action_units", "expressions", "valence_arousal", "graph"))
                assertArrayEquals(expected.get(output).floats(), before.get(output).floats(), 1e-5f, output);
            for (int step = 0; step < 3; step++)
                network.call(JOINT, SmallTraining.batch(step, Map.of("features", expected.get("embedding"))));
            network.save(folder.resolve("tuned"));
            final Map<String, Tensor> tuned =
                network.call(Network.SERVE, Map.of("features", expected.get("embedding")));
            assertFalse(Arrays.equals(before.get("expressions").floats(), tuned.get("expressions").floats()));
            assertJoined(engine, heads, tuned, "exported", "joined");
            assertJoined(engine, heads, tuned, "joined", "joined again");
        }
    }

    private void assertJoined(final Engine engine, final NetworkSpecification heads, final Map<String, Tensor> expected,
        final String backbone, final String name)
    {
        engine.export(heads, folder.resolve("tuned"), folder.resolve(backbone), folder.resolve(name));
        try (Network joined = EngineLoader.open(folder.resolve(name), SmallTraining.EXACT)) {
            final Map<String, Tensor> actual = predict(joined);
            assertEquals(expected.keySet(), actual.keySet());
            expected.forEach((output, tensor) -> assertArrayEquals(tensor.floats(), actual.get(output).floats(), 1e-5f,
                output));
        }
    }

    @Test
    void headsThatDontFitAreRefused() {
        final Engine engine = EngineLoader.load(SmallTraining.EXACT);
        try (Network network = open("network", SmallTraining.PICTURES)) {
            network.save(folder.resolve("weights"));
        }
        final Path exported = folder.resolve("exported");
        engine.export(SmallTraining.PICTURES, folder.resolve("weights"), exported);
        final NetworkSpecification plain = new NetworkSpecification(Head.MULTI_HEAD, 0, false, 16, List.of(16), 1, 16,
            4, 8, 0, Optimizer.ADAMW);
        assertEquals("The model in " + exported + " has other heads, without the weights au/plain/weight: choose heads "
            + "of the same kind, or another model.",
            message(() -> engine.create(plain, folder.resolve("a"), exported)));
        final NetworkSpecification long24 = new NetworkSpecification(Head.AMTL, 0, false, 16, List.of(16), 1, 24, 4, 8,
            0, Optimizer.ADAMW);
        assertEquals("The model in " + exported + " has heads of other sizes: au/blocks/weight is [12, 16, 16] instead "
            + "of [12, 24, 24]. Choose heads of the same sizes, or another model.",
            message(() -> engine.create(long24, folder.resolve("b"), exported)));
        engine.create(long24, folder.resolve("c"));
        try (Network network = EngineLoader.open(folder.resolve("c"), SmallTraining.EXACT.with(Operations.TRAINING))) {
            network.save(folder.resolve("long"));
        }
        assertEquals("The model in " + exported + " makes embeddings of length 16, the heads take 24: choose the model "
            + "that the heads were trained on.", message(
                () -> engine.export(long24, folder.resolve("long"), exported, folder.resolve("d"))));
    }

    private static String message(final org.junit.jupiter.api.function.Executable call) {
        return assertThrows(AffectException.class, call).getMessage();
    }

    @Test
    void seedsDecideOnTheFirstWeights() {
        final NetworkSpecification heads = SmallTraining.PICTURES.onFeatures();
        try (Network first = open("first", heads); Network same = open("same", heads.withSeed(2022));
                Network other = open("other", heads.withSeed(5))) {
            final float[] expected = first.call(Network.SERVE, features(1)).get("expressions").floats();
            assertArrayEquals(expected, same.call(Network.SERVE, features(1)).get("expressions").floats());
            assertFalse(Arrays.equals(expected, other.call(Network.SERVE, features(1)).get("expressions").floats()));
        }
    }
}
