package org.affectj.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import javax.imageio.ImageIO;

import org.affectj.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crops that are kept are those of the pictures and labels as they are. */
class CropCacheTest {

    @TempDir
    private Path folder;

    @Test
    void cropsAreCutAgainWhenAPictureChanges() throws IOException {
        final Path face = folder.resolve("a.png");
        write(face, 0);
        Files.writeString(folder.resolve("mine.csv"), "image,expression\na.png,happy\n");
        assertEquals(0, grey());
        final FileTime before = Files.getLastModifiedTime(face);
        write(face, 200);
        Files.setLastModifiedTime(face, FileTime.fromMillis(before.toMillis() + 1000));
        assertEquals(200, grey());
    }

    @Test
    void aSetThatIsCalledAsAnotherIsWhatItsFormatSays() throws IOException {
        write(folder.resolve("a.png"), 0);
        Files.writeString(folder.resolve("ferplus.csv"), "image,expression\na.png,happy\n");
        try (TrainingData data = open("ferplus")) {
            assertEquals("ferplus", data.caches().get(0).name());
            assertEquals(DataFormat.CSV, data.caches().get(0).format());
        }
    }

    @Test
    void aFingerprintIsTheSameUntilAFileChanges() throws IOException {
        write(folder.resolve("a.png"), 0);
        Files.writeString(folder.resolve("mine.csv"), "image,expression\na.png,happy\n");
        final String before = fingerprint();
        assertEquals(before, fingerprint());
        Files.writeString(folder.resolve("mine.csv"), "image,expression\na.png,neutral\n");
        assertNotEquals(before, fingerprint());
    }

    private String fingerprint() {
        try (TrainingData data = open("mine")) {
            return data.caches().get(0).fingerprint();
        }
    }

    private int grey() {
        final byte[] crop = new byte[CropCache.SIZE * CropCache.SIZE];
        try (TrainingData data = open("mine")) {
            data.caches().get(0).crop(0, crop);
        }
        return crop[crop.length / 2 + CropCache.SIZE / 2] & 0xff;
    }

    private TrainingData open(final String name) {
        return TrainingData.open(DataSets.open(List.of("csv:" + folder.resolve(name + ".csv"))), folder.resolve("work"),
            Progress.NONE);
    }

    private static void write(final Path file, final int grey) throws IOException {
        final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 112 * 112; i++)
            face.getRaster().setSample(i % 112, i / 112, 0, grey);
        ImageIO.write(face, "png", file.toFile());
    }
}
