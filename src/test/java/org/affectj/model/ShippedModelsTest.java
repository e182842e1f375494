package org.affectj.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Precision;
import org.affectj.engine.Processor;
import org.affectj.engine.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every model in the folder {@code models} promises. */
class ShippedModelsTest {

    private static final Set<String> PROMISED =
        Set.of("action_units", "expressions", "valence_arousal", "landmarks", "face");
    private static final int FACES = 8;

    @TempDir
    Path temporary;

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("models"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void areAllThere() throws IOException {
        assertEquals(List.of(ModelStore.AFFECT, ModelStore.FAST, ModelStore.LANDMARKS),
            shipped().stream().map(folder -> folder.getFileName().toString()).toList());
    }

    @Test
    void areIntactSmallAndHaveACard() throws IOException {
        for (final Path folder : shipped()) {
            final ModelDescription description = ModelFolder.open(folder).description();
            assertEquals(folder.getFileName().toString(), description.name());
            assertTrue(Files.isRegularFile(folder.resolve("README.md")), folder + " has no card");
            try (Stream<Path> files = Files.walk(folder)) {
                final long size = files.mapToLong(file -> file.toFile().length()).sum();
                assertTrue(size < 30 << 20, folder + " has " + size + " bytes");
            }
        }
    }

    @Test
    void areUnpackedFromTheJarAndRepaired() throws IOException {
        final ModelStore store = new ModelStore(temporary.resolve("models"), temporary.resolve("cache"));
        for (final Path folder : shipped()) {
            final String name = folder.getFileName().toString();
            assertEquals("comes with AffectJ", store.list().get(name));
            final Path unpacked = store.open(name).path();
            Files.writeString(unpacked.resolve("saved_model.pb"), "half of");
            assertEquals(unpacked, store.open(name).path());
            assertEquals(-1, Files.mismatch(folder.resolve("saved_model.pb"), unpacked.resolve("saved_model.pb")));
        }
    }

    /** On crops around the sample portrait's face. */
    @Test
    void agreeInBothPrecisionsWithinTheirTolerance() throws IOException {
        assumeTrue(Processor.detect().bfloat16(), "this processor doesn't compute bfloat16");
        for (final Path folder : shipped()) {
            final ModelDescription description = ModelFolder.open(folder).description();
            final Tensor faces = faces(description.inputSize());
            final Map<String, float[]> exact = call(folder, Precision.FLOAT32, faces);
            final Map<String, float[]> reduced = call(folder, Precision.BFLOAT16, faces);
            exact.forEach((output, values) -> assertArrayEquals(values, reduced.get(output),
                (float) description.tolerance(), folder + " " + output));
        }
    }

    /** Numbers don't depend on what a processor can do unless a user asks for it; bfloat16 differs by about 0.01. */
    @Test
    void predictInFloat32UnlessToldOtherwise() throws IOException {
        for (final Path folder : shipped()) {
            final Tensor faces = faces(ModelFolder.open(folder).description().inputSize());
            final Map<String, float[]> exact = call(folder, Precision.FLOAT32, faces);
            final Map<String, float[]> usual = call(folder, Precision.AUTO, faces);
            exact.forEach((output, values) -> assertArrayEquals(values, usual.get(output), 1e-5f,
                folder + " " + output));
        }
    }

    /** Outputs that users see; bfloat16 is run twice, as a kernel that reads foreign memory shows in differences. */
    private static Map<String, float[]> call(final Path folder, final Precision precision, final Tensor faces) {
        try (Network network = EngineLoader.open(folder, new EngineOptions("cpu", precision, 0))) {
            final Map<String, Tensor> first = network.call(Network.SERVE, Map.of("image", faces));
            final Map<String, Tensor> second = network.call(Network.SERVE, Map.of("image", faces));
            return first.keySet().stream().filter(PROMISED::contains).collect(Collectors.toMap(name -> name, name -> {
                assertArrayEquals(first.get(name).floats(), second.get(name).floats(), 1e-4f, folder + " " + name);
                return first.get(name).floats();
            }));
        }
    }

    private static Tensor faces(final int size) throws IOException {
        final BufferedImage picture = ImageIO.read(Path.of("samples", "astronaut.png").toFile());
        final byte[] rgb = new byte[FACES * size * size * 3];
        int at = 0;
        for (int face = 0; face < FACES; face++) {
            final BufferedImage crop = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
            final Graphics2D graphics = crop.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            final int x = 160 + 3 * face;
            final int y = 70 - 2 * face;
            graphics.drawImage(picture, 0, 0, size, size, x, y, x + 130, y + 130, null);
            graphics.dispose();
            for (int i = 0; i < size * size; i++) {
                final int pixel = crop.getRGB(i % size, i / size);
                rgb[at++] = (byte) (pixel >> 16);
                rgb[at++] = (byte) (pixel >> 8);
                rgb[at++] = (byte) pixel;
            }
        }
        return Tensor.of(rgb, FACES, size, size, 3);
    }
}
