package org.affectj.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.AffectException;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

/**
 * What a frozen backbone makes of each face, in one file: numbers of 32 bits, little-endian, [draws, rows, C]. Made in
 * one pass by {@link FeatureExtraction}, read in place, so memory stays small and the operating system keeps what is
 * used often. Safe for use by several threads.
 */
final class FeatureCache implements AutoCloseable {

    static final String FEATURES = "features.bin";
    static final String INDEX = "features.json";

    private final Index index;
    private final FileChannel features;

    /**
     * What a cache was made from and of.
     *
     * @param version changes with the layout of the files
     * @param backbone hash of the model's files
     * @param data {@link FaceRows#fingerprint()}
     * @param draws how many augmented crops there are of each training face
     * @param strength of the augmentation
     * @param rows number of faces
     * @param length C, numbers in a feature vector
     */
    record Index(int version, String backbone, String data, int draws, double strength, int rows, int length) {

        static final int VERSION = 2;

        Index withLength(final int number) {
            return new Index(version, backbone, data, draws, strength, rows, number);
        }

        long bytes() {
            return (long) draws * rows * length * Float.BYTES;
        }
    }

    /**
     * @param folder of a cache
     * @throws AffectException if it is damaged
     */
    FeatureCache(final Path folder) {
        index = readIndex(folder);
        final Path file = folder.resolve(FEATURES);
        try {
            if (!Files.exists(file) || Files.size(file) != index.bytes()) throw damaged(folder, null);
            features = FileChannel.open(file);
        } catch (final IOException e) {
            throw new AffectException("The features in " + folder + " can't be read: check the folder's permissions.",
                e);
        }
    }

    static Index readIndex(final Path folder) {
        try {
            return new Gson().fromJson(Files.readString(folder.resolve(INDEX)), Index.class);
        } catch (final IOException | JsonParseException e) {
            throw damaged(folder, e);
        }
    }

    static AffectException damaged(final Path folder, final Exception cause) {
        return new AffectException("The features in " + folder
            + " are damaged: delete that folder, they are made again.", cause);
    }

    int draws() {
        return index.draws;
    }

    /** @return C */
    int length() {
        return index.length;
    }

    /**
     * Reads one feature vector.
     *
     * @param draw which augmented crop, from 0
     * @param row number of the face
     * @param into takes C numbers
     * @param offset of the first of them
     */
    void read(final int draw, final int row, final float[] into, final int offset) {
        final ByteBuffer bytes = ByteBuffer.allocate(index.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        final long start = ((long) draw * index.rows + row) * index.length * Float.BYTES;
        try {
            while (bytes.hasRemaining())
                if (features.read(bytes, start + bytes.position()) < 0) throw new IOException("the file ends early");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip().asFloatBuffer().get(into, offset, index.length);
    }

    @Override
    public void close() {
        try {
            features.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
