package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed at random moments ends with the same model as one that never was. */
class KilledTrainingTest {

    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void endsEqualHoweverOftenItIsKilled() throws Exception {
        writeFaces();
        final long start = System.nanoTime();
        assertEquals(0, train("whole").waitFor(), () -> log("whole"));
        final long milliseconds = (System.nanoTime() - start) / 1_000_000;
        final Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            final Process killed = train("killed", "--resume");
            if (!killed.waitFor(milliseconds / 4 + random.nextInt((int) milliseconds / 2), TimeUnit.MILLISECONDS))
                killed.destroyForcibly().waitFor();
        }
        assertEquals(0, train("killed", "--resume").waitFor(), () -> log("killed"));
        assertEquals(epochs("whole"), epochs("killed"));
        assertArrayEquals(weights("whole"), weights("killed"));
    }

    private Process train(final String name, final String... more) throws IOException {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), AffectJ.class.getName(), "train", "joint", "--data",
            "csv:" + folder.resolve("faces.csv"), "--work", folder.resolve("work-" + name).toString(), "--output",
            folder.resolve("models/" + name).toString(), "--image-size", "32", "--stem", "16", "--widths", "16,16",
            "--features", "16", "--epochs", "6", "--steps", "40", "--batch", "8", "--precision", "float32", "--threads",
            "1"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile()).start();
    }

    private String log(final String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFaces() throws IOException {
        final List<String> rows = new ArrayList<>(List.of("image,split,AU12,expression"));
        final Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 112 * 112; pixel++)
                face.setRGB(pixel % 112, pixel / 112, random.nextInt(1 << 24));
            ImageIO.write(face, "png", folder.resolve(i + ".png").toFile());
            rows.add(i + ".png," + (i % 4 == 3 ? "validation" : i == 0 ? "test" : "train") + "," + i % 2 + "," + i % 3);
        }
        Files.write(folder.resolve("faces.csv"), rows);
    }

    private byte[] weights(final String name) throws IOException {
        return Files.readAllBytes(folder.resolve("work-" + name + "/runs/" + name
            + "/checkpoints/step-000000240/weights.data-00000-of-00001"));
    }

    /** @return the log without what depends on the clock: the seconds and the speed */
    private List<String> epochs(final String name) throws IOException {
        return Files.readAllLines(folder.resolve("work-" + name + "/runs/" + name + "/log.csv")).stream()
            .map(line -> line.replaceFirst("^(\\w+),[^,]*", "$1").replaceFirst(",[^,]*$", "")).toList();
    }
}
