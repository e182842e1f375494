package org.affectj.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.affectj.AffectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engine, on real SavedModels. */
class EngineTest {

    private static final EngineOptions FLOAT32 = new EngineOptions("cpu", Precision.FLOAT32, 0)
        .with(Operations.TRAINING);

    @TempDir
    Path folder;

    private static float[] y(final Network network, final float... x) {
        return network.call(Network.SERVE, Map.of("x", Tensor.of(x, x.length))).get("y").floats();
    }

    @Test
    void isLoadedOnceAndIsolated() throws ReflectiveOperationException {
        final Engine engine = EngineLoader.load();
        assertSame(engine, EngineLoader.load());
        assertEquals("TensorFlow 2.16.1", engine.name());
        assertTrue(engine.devices().contains("cpu"));
        final Class<?> inside = engine.getClass().getClassLoader().loadClass("org.tensorflow.Graph");
        assertNotSame(Class.forName("org.tensorflow.Graph", false, getClass().getClassLoader()), inside);
    }

    @Test
    void leavesSystemPropertiesAsTheyWere() {
        EngineLoader.load();
        for (final String name : new String[] { "org.bytedeco.javacpp.cachedir", "ai.djl.offline",
            "org.bytedeco.javacpp.maxBytes", "org.bytedeco.javacpp.platform.preloadpath", "TENSORFLOW_LIBRARY_PATH" })
            assertEquals(null, System.getProperty(name), name);
    }

    @Test
    void runsSeveralFunctionsOverTheSameVariables() throws ReflectiveOperationException {
        try (Network network = EngineLoader.load().load(SavedModels.write("line", folder), FLOAT32)) {
            assertArrayEquals(new float[] { 2, 6 }, y(network, 1, 3));
            // loss (2·1 - 4)² = 4, slope 2·(2 - 4)·1 = -4, so a = 2 + 0.25·4 = 3
            final Map<String, Tensor> step = network.call("train", Map.of("x", Tensor.of(new float[] { 1 }, 1),
                "target", Tensor.of(new float[] { 4 }, 1), "learning_rate", Tensor.of(0.25f)));
            assertEquals(4, step.get("loss").floats()[0]);
            assertArrayEquals(new float[] { 3, 9 }, y(network, 1, 3));
        }
    }

    @Test
    void passesBytesAndIntegers() throws ReflectiveOperationException {
        try (Network network = EngineLoader.load().load(SavedModels.write("line", folder), FLOAT32)) {
            final Map<String, Tensor> out = network.call("types",
                Map.of("bytes", Tensor.of(new byte[] { (byte) 200, 3 }, 2), "integers",
                    new Tensor(new int[] { 100, -5 }, 2)));
            assertArrayEquals(new int[] { 300, -2 }, (int[]) out.get("sum").values());
            assertArrayEquals(new byte[] { (byte) 200, 3 }, (byte[]) out.get("bytes").values());
            assertArrayEquals(new long[] { 2 }, out.get("sum").shape());
        }
    }

    @Test
    void savesAndRestoresVariables() throws ReflectiveOperationException {
        final Path savedModel = SavedModels.write("line", folder);
        final Path checkpoint = folder.resolve("checkpoint");
        final Map<String, Tensor> step = Map.of("x", Tensor.of(new float[] { 1 }, 1), "target",
            Tensor.of(new float[] { 4 }, 1), "learning_rate", Tensor.of(0.25f));
        try (Network network = EngineLoader.load().load(savedModel, FLOAT32)) {
            network.call("train", step);
            network.save(checkpoint);
            network.call("train", step);
            assertEquals(3.5f, y(network, 1)[0]);
            network.restore(checkpoint);
            assertEquals(3, y(network, 1)[0]);
        }
        try (Network other = EngineLoader.load().load(savedModel, FLOAT32)) {
            other.restore(checkpoint);
            assertEquals(3, y(other, 1)[0]);
        }
    }

    /** Each call moves 10 MB through native memory; a leak of any tensor would show as a gigabyte or more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void freesNativeMemory() throws Exception {
        final int size = 1 << 20;
        final Map<String, Tensor> inputs =
            Map.of("bytes", Tensor.of(new byte[size], size), "integers", new Tensor(new int[size], size));
        try (Network network = EngineLoader.open(SavedModels.write("line", folder), FLOAT32)) {
            for (int i = 0; i < 50; i++)
                network.call("types", inputs);
            final long before = nativeMegabytes();
            for (int i = 0; i < 1000; i++)
                network.call("types", inputs);
            final long grown = nativeMegabytes() - before;
            assertTrue(grown < 800, "native memory grew by " + grown + " MB");
        }
    }

    /** The process's memory without Java's heap; blurred by what Java has reserved and not yet touched. */
    private static long nativeMegabytes() throws IOException {
        final long resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS")).findFirst()
            .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).orElseThrow();
        return resident - Runtime.getRuntime().totalMemory() / (1 << 20);
    }

    @Test
    void saysWhatIsWrongWithACall() throws ReflectiveOperationException {
        try (Network network = EngineLoader.load().load(SavedModels.write("line", folder), FLOAT32)) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> network.call("fly", Map.of())).getMessage()
                .startsWith("The network has no function fly, only "));
            assertEquals("The input x is missing",
                assertThrows(IllegalArgumentException.class, () -> network.call(Network.SERVE, Map.of())).getMessage());
        }
    }

    @Test
    void bfloat16AgreesWithFloat32() throws ReflectiveOperationException {
        final Path savedModel = SavedModels.write("convolutions", folder);
        final byte[] pixels = new byte[4 * 56 * 56];
        new Random(2).nextBytes(pixels);
        final float[] exact = features(savedModel, FLOAT32, pixels);
        final float[] fast = features(savedModel, EngineOptions.DEFAULT.with(Operations.TRAINING), pixels);
        double worst = 0;
        double scale = 0;
        for (int i = 0; i < exact.length; i++) {
            worst = Math.max(worst, Math.abs(exact[i] - fast[i]));
            scale = Math.max(scale, Math.abs(exact[i]));
        }
        assertTrue(worst < 0.005 * scale, "relative difference " + worst / scale);
        assertEquals(Processor.detect().bfloat16(), !Arrays.equals(exact, fast), "whether auto chose bfloat16");
    }

    private static float[] features(final Path savedModel, final EngineOptions options, final byte[] pixels) {
        try (Network network = EngineLoader.load().load(savedModel, options)) {
            final Map<String, Tensor> inputs = Map.of("image", Tensor.of(pixels, 4, 56, 56, 1));
            return network.call(Network.SERVE, inputs).get("features").floats();
        }
    }

    @Test
    void neverFallsBackFromAMissingDevice() throws ReflectiveOperationException {
        final Path savedModel = SavedModels.write("line", folder);
        final EngineOptions options = new EngineOptions("gpu:7", Precision.AUTO, 0).with(Operations.TRAINING);
        final String devices = String.join(", ", EngineLoader.load().devices());
        assertEquals("The device 'gpu:7' isn't there: this machine has " + devices + ".",
            assertThrows(AffectException.class, () -> EngineLoader.load().load(savedModel, options)).getMessage());
    }

    @Test
    void namesABatchThatTheMemoryHolds() throws ReflectiveOperationException {
        try (Network network = EngineLoader.load().load(SavedModels.write("hungry", folder), FLOAT32)) {
            assertEquals("The device hasn't enough memory for a batch of 6: use a batch of 3, which takes about half, "
                + "or another device.", assertThrows(AffectException.class, () -> network.call(Network.SERVE,
                    Map.of("x", Tensor.of(new float[6], 6, 1)))).getMessage());
        }
    }

    @Test
    void neverIgnoresTheNumberOfThreads() throws ReflectiveOperationException {
        final Path savedModel = SavedModels.write("line", folder);
        final EngineOptions three = new EngineOptions("cpu", Precision.AUTO, 3).with(Operations.TRAINING);
        assertEquals("The number of threads can't change to 3, this process computes with one for each core: "
            + "start it again to use another number.", assertThrows(AffectException.class,
                () -> EngineLoader.open(savedModel, three)).getMessage());
    }

    @Test
    void namesAFolderWithoutNetwork() {
        assertEquals("The folder " + folder + " holds no network (saved_model.pb): choose another.",
            assertThrows(AffectException.class, () -> EngineLoader.load().load(folder, FLOAT32)).getMessage());
    }

    @Test
    void namesADamagedNetwork() throws Exception {
        Files.write(folder.resolve("saved_model.pb"), new byte[] { 1, 2, 3 });
        final String message =
            assertThrows(AffectException.class, () -> EngineLoader.load().load(folder, FLOAT32)).getMessage();
        assertTrue(message.startsWith("The network in " + folder + " can't be read ("), message);
        assertTrue(message.endsWith("): install it again."), message);
    }
}
