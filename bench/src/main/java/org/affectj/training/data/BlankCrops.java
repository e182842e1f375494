package org.affectj.training.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.affectj.align.FaceTemplate;

import com.google.gson.Gson;

/**
 * Makes a {@link CropCache} with a data set's labels and no pictures, for trainings that look at features only: its
 * crops are black, and take no space where files may have holes. In this package, to reach the layout of the files.
 */
public final class BlankCrops {

    private BlankCrops() {
    }

    /**
     * @param set whose labels are wanted; its pictures aren't read
     * @param work folder in which {@link TrainingData#open} then finds the cache
     */
    public static void write(final DataSet set, final Path work) throws IOException {
        final Path folder = Files.createDirectories(work.resolve("cache").resolve(set.name()));
        final int[] count = new int[1];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(CropCache.FACES)))) {
            set.forEach(face -> {
                write(face, out);
                count[0]++;
            });
        }
        try (RandomAccessFile crops = new RandomAccessFile(folder.resolve(CropCache.CROPS).toFile(), "rw")) {
            crops.setLength((long) count[0] * CropCache.SIZE * CropCache.SIZE);
        }
        Files.writeString(folder.resolve(CropCache.INDEX), new Gson().toJson(new CropCache.Index(
            CropCache.Index.VERSION, set.format(), set.name(), Fingerprint.of(set), count[0])));
    }

    private static void write(final FaceExample face, final OutputStream out) {
        final ByteBuffer numbers =
            ByteBuffer.allocate(CachedFace.NUMBERS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        new CachedFace(face.split(), face.labels(), CropCache.FROM_TEMPLATE, FaceTemplate.ARCFACE.size(),
            FaceTemplate.ARCFACE.size(), Optional.empty(), 0).write(numbers.asFloatBuffer());
        try {
            out.write(numbers.array());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
