package org.affectj.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.Sha256;
import org.affectj.WholeFile;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.model.ModelFolder;
import org.affectj.training.FeatureCache.Index;

import com.google.gson.Gson;

/**
 * Makes a {@link FeatureCache}: shows a frozen model each face once a draw and keeps its {@code embedding}. It goes in
 * batches of {@value #BATCH} faces, which are numbered draw after draw; they may be made in parts, in any order and
 * anywhere, and joined.
 */
public final class FeatureExtraction {

    private static final int BATCH = 64;
    private static final int PREFETCHED = 4;
    private static final int THREADS = 2;
    /**
     * Always the same pictures, whatever the heads' seed, so that trainings share features and differ in nothing else.
     */
    private static final long SEED = 1;
    /** Milder than for networks that learn from pictures: each is seen once, as in the paper (METHOD 1.1). */
    private static final double DEGRADATION = 0.3;
    private static final double JITTER = 0.25;

    private final ModelFolder backbone;
    private final EngineOptions options;
    private final AffectCrops crops;
    private final int draws;
    private final double strength;

    /**
     * @param backbone an affect model, whose embedding is wanted
     * @param options where and how it runs
     * @param draws how many augmented pictures of each training face, 1 or more
     * @param strength of spoiling and moving them, 1 for as much as new heads want; at 0 they are only mirrored
     *            at times
     */
    public FeatureExtraction(final ModelFolder backbone, final EngineOptions options, final int draws,
        final double strength)
    {
        this.backbone = backbone;
        this.options = options;
        this.crops = new AffectCrops(backbone.description().inputSize(), SEED, strength * DEGRADATION,
            strength * JITTER);
        this.draws = draws;
        this.strength = strength;
    }

    /** @return a hash of all files of a model */
    static String hash(final ModelFolder model) {
        return hash(new TreeMap<>(model.description().files()).toString());
    }

    private static String hash(final String text) {
        try {
            return Sha256.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the features in a folder, making them first if they are missing or were made of something else. What was
     * there before goes only when the new features are whole.
     *
     * @param rows the faces
     * @param folder for the features
     * @param progress is told how many faces are done, and why features are made again
     * @return the features, to be closed
     * @throws AffectException if they are damaged or can't be written, or the model makes no embedding
     * @throws CancellationException if cancelled; nothing is left that could be taken for features
     */
    FeatureCache open(final FaceRows rows, final Path folder, final Progress progress) {
        if (!isCurrent(rows, folder, progress)) finish(rows, folder, part -> {
            try (Network network = openBackbone()) {
                write(network, rows, 0, batches(rows), part, progress);
            }
        });
        return new FeatureCache(folder);
    }

    /**
     * @param rows the faces
     * @param folder of the features
     * @param progress is told why features that are there have to be made again
     * @return whether the features of these faces are there
     * @throws AffectException if what is there is damaged
     */
    public boolean isCurrent(final FaceRows rows, final Path folder, final Progress progress) {
        if (!Files.exists(folder.resolve(FeatureCache.INDEX))) return false;
        final Index old = FeatureCache.readIndex(folder);
        final String changed = old.version() != Index.VERSION ? "they are of another AffectJ"
            : !old.backbone().equals(hash(backbone)) ? "the backbone is another"
            : !old.data().equals(rows.fingerprint()) ? "the data have changed"
            : old.draws() != draws || old.strength() != strength ? "other draws are wanted" : "";
        if (changed.isEmpty()) new FeatureCache(folder).close(); // sees damage
        else progress.update(0, rows.count(), "features are made again: " + changed);
        return changed.isEmpty();
    }

    /** @return 64 hexadecimal digits that are others where the features of these faces would be others */
    public String fingerprint(final FaceRows rows) {
        return hash(new Gson().toJson(index(rows)) + options.device() + options.precision() + options.safe());
    }

    /** @return how many batches there are in all draws */
    public long batches(final FaceRows rows) {
        return (long) draws * batchesOfDraw(rows);
    }

    /**
     * @return the backbone, to be closed
     * @throws AffectException if it can't be run
     */
    public Network openBackbone() {
        return EngineLoader.open(backbone.path(), options);
    }

    /**
     * Writes the features of some batches.
     *
     * @param network the opened backbone
     * @param rows the faces
     * @param from number of the first batch
     * @param to number after the last batch
     * @param file to write; mustn't exist
     * @param progress is told how many faces are done
     * @throws IOException if the file can't be written
     * @throws AffectException if the model makes no embedding
     * @throws CancellationException if cancelled
     */
    public void write(final Network network, final FaceRows rows, final long from, final long to, final Path file,
        final Progress progress) throws IOException
    {
        final long faces = (long) rows.count() * draws;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Prefetch<Tensor> pictures =
                    new Prefetch<>(number -> pictures(rows, number), from, to, PREFETCHED, THREADS)) {
            for (long number = from; number < to; number++) {
                if (progress.isCancelled()) throw new CancellationException("Making the features was stopped.");
                append(embedding(network.call(Network.SERVE, Map.of("image", pictures.next()))), out);
                progress.update(Math.min((number + 1) * BATCH, faces), faces, "features of faces");
            }
        }
    }

    /**
     * Puts features in their folder. What was there before goes only when they are whole.
     *
     * @param rows the faces
     * @param folder for the features
     * @param features writes those of all batches, in order
     * @throws AffectException if they can't be written, or not all are there
     */
    public void finish(final FaceRows rows, final Path folder, final WholeFile.Contents features) {
        final Index ofOneNumber = index(rows);
        final int[] length = new int[1];
        WholeFile.write(folder.resolve(FeatureCache.FEATURES), part -> {
            features.writeTo(part);
            if (Files.size(part) == 0 || Files.size(part) % ofOneNumber.bytes() != 0)
                throw FeatureCache.damaged(folder, null);
            length[0] = (int) (Files.size(part) / ofOneNumber.bytes());
            Files.deleteIfExists(folder.resolve(FeatureCache.INDEX)); // comes last: without it there are no features
        });
        final Index index = ofOneNumber.withLength(length[0]);
        WholeFile.write(folder.resolve(FeatureCache.INDEX), part -> Files.writeString(part, new Gson().toJson(index)));
    }

    /** @return what features of these faces are made of, as if each vector were of one number */
    private Index index(final FaceRows rows) {
        return new Index(Index.VERSION, hash(backbone), rows.fingerprint(), draws, strength, rows.count(), 1);
    }

    private static int batchesOfDraw(final FaceRows rows) {
        return (rows.count() + BATCH - 1) / BATCH;
    }

    private Tensor pictures(final FaceRows rows, final long number) {
        final int from = (int) (number % batchesOfDraw(rows)) * BATCH;
        return crops.drawn(rows, from, Math.min(from + BATCH, rows.count()), (int) (number / batchesOfDraw(rows)));
    }

    private float[] embedding(final Map<String, Tensor> outputs) {
        final Tensor embedding = outputs.get("embedding");
        if (embedding == null)
            throw new AffectException("The model " + backbone.path()
                + " makes no embedding to train heads on: choose another backbone.");
        return embedding.floats();
    }

    private static void append(final float[] features, final FileChannel out) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(features.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(features);
        while (bytes.hasRemaining())
            out.write(bytes);
    }
}
