package org.affectj.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.align.SimilarityTransform;

import com.google.gson.Gson;

/**
 * A data set's faces as grey crops of {@value #SIZE}×{@value #SIZE} pixels in one file: the 112 template with a margin
 * of {@value #MARGIN} pixels on each side, so that augmentation can turn, shift and scale them. Made in one pass by
 * {@link CropCacheWriter}; read in place, crop by crop, from any number of threads, so memory stays small and the
 * operating system keeps what is used often.
 */
public final class CropCache implements AutoCloseable {

    /** Width and height of a crop. */
    public static final int SIZE = 192;
    /** Pixels around the 112 template. */
    public static final int MARGIN = 40;
    /** From pixels of the template to pixels of a crop. */
    public static final SimilarityTransform FROM_TEMPLATE = new SimilarityTransform(1, 0, MARGIN, MARGIN);

    static final String CROPS = "crops.bin";
    static final String FACES = "faces.bin";
    static final String NAMES = "names.bin";
    static final String INDEX = "cache.json";
    static final String REPORT = "report.json";
    private static final int CROP_BYTES = SIZE * SIZE;
    private static final int FACE_BYTES = CachedFace.NUMBERS * Float.BYTES;

    /** What the cache was made from. */
    record Index(int version, DataFormat format, String name, String fingerprint, int count) {

        /** Changes with the layout of the files. */
        static final int VERSION = 5;
    }

    private final Path folder;
    private final Index index;
    private final FileChannel crops;
    private final FileChannel faces;

    private CropCache(final Path folder, final Index index) throws IOException {
        this.folder = folder;
        this.index = index;
        crops = FileChannel.open(folder.resolve(CROPS));
        faces = FileChannel.open(folder.resolve(FACES));
        if (crops.size() != (long) index.count * CROP_BYTES || faces.size() != (long) index.count * FACE_BYTES)
            throw new AffectException("The cache " + folder + " is damaged: delete it, it is made again.");
    }

    /**
     * Opens a data set's cache, making it first if it is missing or the data set's labels or pictures have changed.
     *
     * @param data what to cache
     * @param work a folder for such files; the cache goes into a folder with the set's name
     * @param progress is told how many faces are done
     * @return the cache
     */
    static CropCache of(final DataSet data, final Path work, final Progress progress) {
        final Path folder = folder(data.name(), work);
        try {
            final String fingerprint = Fingerprint.of(data);
            if (!isCurrent(folder, fingerprint)) new CropCacheWriter(data).write(folder, fingerprint, progress);
            return new CropCache(folder, readIndex(folder));
        } catch (final IOException e) {
            throw new AffectException("The cache " + folder
                + " can't be written or read: see that the work folder is writable and the disk isn't full.", e);
        }
    }

    /**
     * Opens a cache that was made before.
     *
     * @param name of the data set
     * @param work the folder that the cache was made in
     * @throws AffectException if it isn't there, or is damaged
     */
    static CropCache cut(final String name, final Path work) {
        final Path folder = folder(name, work);
        try {
            return new CropCache(folder, readIndex(folder));
        } catch (final IOException e) {
            throw new AffectException("The cache " + folder + " can't be read: see that it is there.", e);
        }
    }

    private static Path folder(final String name, final Path work) {
        return work.resolve("cache").resolve(name);
    }

    private static boolean isCurrent(final Path folder, final String fingerprint) throws IOException {
        if (!Files.exists(folder.resolve(INDEX))) return false;
        final Index index = readIndex(folder);
        return index.version == Index.VERSION && index.fingerprint.equals(fingerprint);
    }

    private static Index readIndex(final Path folder) throws IOException {
        return new Gson().fromJson(Files.readString(folder.resolve(INDEX)), Index.class);
    }

    /** @return the format of the data set */
    public DataFormat format() {
        return index.format;
    }

    public String name() {
        return index.name;
    }

    /** @return what was in the data set when the crops were cut */
    public DataReport report() {
        try {
            return new Gson().fromJson(Files.readString(folder.resolve(REPORT)), DataReport[].class)[0];
        } catch (final IOException e) {
            throw new AffectException("The cache " + folder + " is damaged: delete it, it is made again.", e);
        }
    }

    /** @return a text that changes when the data set's files do */
    public String fingerprint() {
        return index.fingerprint;
    }

    public int count() {
        return index.count;
    }

    /** Reads one crop: {@value #SIZE}×{@value #SIZE} grey values, rows from the top. */
    public void crop(final int number, final byte[] into) {
        read(crops, (long) number * CROP_BYTES, ByteBuffer.wrap(into, 0, CROP_BYTES));
    }

    public CachedFace face(final int number) {
        final ByteBuffer bytes = ByteBuffer.allocate(FACE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        read(faces, (long) number * FACE_BYTES, bytes);
        return CachedFace.read(bytes.flip().asFloatBuffer());
    }

    /** @return which picture and person each face is, from the first on; to be closed */
    public FaceNames names() {
        return new FaceNames(folder.resolve(NAMES));
    }

    private static void read(final FileChannel channel, final long position, final ByteBuffer into) {
        try {
            while (into.hasRemaining())
                if (channel.read(into, position + into.position()) < 0) throw new IOException("the file ends early");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (crops; faces) {
            // closes both
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
