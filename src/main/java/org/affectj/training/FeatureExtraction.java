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

/** Makes a {@link FeatureCache}: shows a frozen model each face once a draw and keeps its {@code embedding}. */
final class FeatureExtraction {

    private static final int BATCH = 64;
    private static final int PREFETCHED = 4;
    private static final int THREADS = 2;
    /** Always the same pictures, whatever the heads' seed, so that trainings share features and differ in nothing else. */
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
     * @param strength of spoiling and moving them, 1 for as much as new heads want; at 0 they are only mirrored at times
     */
    FeatureExtraction(final ModelFolder backbone, final EngineOptions options, final int draws,
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
        try {
            return Sha256.of(new ByteArrayInputStream(
                new TreeMap<>(model.description().files()).toString().getBytes(StandardCharsets.UTF_8)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the features in a folder, making them first if they are missing or were made of something else. What was there
     * before goes only when the new features are whole.
     *
     * @param rows the faces
     * @param folder for the features
     * @param progress is told how many faces are done, and why features are made again
     * @return the features, to be closed
     * @throws AffectException if they are damaged or can't be written, or the model makes no embedding
     * @throws CancellationException if cancelled; nothing is left that could be taken for features
     */
    FeatureCache open(final FaceRows rows, final Path folder, final Progress progress) {
        final String data = rows.fingerprint();
        if (!isCurrent(folder, data, rows.count(), progress)) extract(rows, data, folder, progress);
        return new FeatureCache(folder);
    }

    private boolean isCurrent(final Path folder, final String data, final int total, final Progress progress) {
        if (!Files.exists(folder.resolve(FeatureCache.INDEX))) return false;
        final Index old = FeatureCache.readIndex(folder);
        final String changed = old.version() != Index.VERSION ? "they are of another AffectJ"
            : !old.backbone().equals(hash(backbone)) ? "the backbone is another"
            : !old.data().equals(data) ? "the data have changed"
            : old.draws() != draws || old.strength() != strength ? "other draws are wanted" : "";
        if (!changed.isEmpty()) progress.update(0, total, "features are made again: " + changed);
        return changed.isEmpty();
    }

    private void extract(final FaceRows rows, final String data, final Path folder, final Progress progress) {
        final int[] length = new int[1];
        WholeFile.write(folder.resolve(FeatureCache.FEATURES), part -> {
            try (Network network = EngineLoader.open(backbone.path(), options);
                    FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                length[0] = write(network, rows, out, progress);
            }
            Files.deleteIfExists(folder.resolve(FeatureCache.INDEX)); // comes last: without it there are no features
        });
        final Index index = new Index(Index.VERSION, hash(backbone), data, draws, strength, rows.count(), length[0]);
        WholeFile.write(folder.resolve(FeatureCache.INDEX), part -> Files.writeString(part, new Gson().toJson(index)));
    }

    /** @return the length of a feature vector */
    private int write(final Network network, final FaceRows rows, final FileChannel out, final Progress progress)
        throws IOException
    {
        final int batches = (rows.count() + BATCH - 1) / BATCH;
        final long all = (long) batches * draws;
        int length = 0;
        try (Prefetch<Tensor> pictures = new Prefetch<>(number -> pictures(rows, (int) (number % batches),
            (int) (number / batches)), 0, all, PREFETCHED, THREADS)) {
            for (long number = 0; number < all; number++) {
                if (progress.isCancelled()) throw new CancellationException("Making the features was stopped.");
                final float[] features = embedding(network.call(Network.SERVE, Map.of("image", pictures.next())));
                append(features, out);
                length = features.length / size(rows, (int) (number % batches));
                progress.update(Math.min((number + 1) * BATCH, (long) rows.count() * draws),
                    (long) rows.count() * draws, "features of faces");
            }
        }
        return length;
    }

    private Tensor pictures(final FaceRows rows, final int batch, final int draw) {
        return crops.drawn(rows, batch * BATCH, batch * BATCH + size(rows, batch), draw);
    }

    private static int size(final FaceRows rows, final int batch) {
        return Math.min(BATCH, rows.count() - batch * BATCH);
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
