package org.affectj.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.affectj.engine.EngineOptions;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Precision;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

import com.google.gson.Gson;

/**
 * The stages of {@link PaperRun}, on features drawn by chance in place of a backbone's. In this package, to reach the
 * stages' own task.
 */
public final class PaperStages {

    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 0);
    /** Vectors that are drawn; the faces have them in turn. */
    private static final int VECTORS = 1000;

    private final FaceRows rows;
    private final ModelFolder backbone;
    private final Path features;
    private final int length;

    /**
     * @param data the faces
     * @param backbone the model that the features stand for
     * @param length C, numbers in a feature vector
     * @param folder for the features
     */
    public PaperStages(final TrainingData data, final ModelFolder backbone, final int length, final Path folder)
        throws IOException
    {
        rows = new FaceRows(data);
        this.backbone = backbone;
        this.length = length;
        features = Files.createDirectories(folder);
        write();
    }

    private void write() throws IOException {
        final byte[][] vectors = new byte[VECTORS][];
        final Random random = new Random(1);
        for (int i = 0; i < VECTORS; i++) {
            final ByteBuffer numbers = ByteBuffer.allocate(length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int j = 0; j < length; j++)
                numbers.putFloat((float) Math.abs(random.nextGaussian())); // pooled activations aren't negative
            vectors[i] = numbers.array();
        }
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(features.resolve(FeatureCache.FEATURES)))) {
            for (int row = 0; row < rows.count(); row++)
                out.write(vectors[row % VECTORS]);
        }
        Files.writeString(features.resolve(FeatureCache.INDEX), new Gson().toJson(new FeatureCache.Index(
            FeatureCache.Index.VERSION, FeatureExtraction.hash(backbone), rows.fingerprint(), 1, 1,
            rows.count(), length)));
    }

    /**
     * Trains all stages, each from the best state of the one before.
     *
     * @param settings what to train, and how
     * @param run folder for the training
     * @param listener is told about every epoch
     */
    public void train(final PaperSettings settings, final Path run, final TrainingListener listener) {
        try (FeatureCache cache = new FeatureCache(features)) {
            final NetworkSpecification heads = settings.heads(backbone, length);
            Optional<Path> best = Optional.empty();
            for (final HeadStage stage : HeadStage.values()) {
                final HeadTask task = new HeadTask(stage, rows, cache, settings.batch(), settings.seed(),
                    settings.thresholds(backbone), false, backbone.description().inputSize());
                best = Optional.of(new Trainer(EXACT, heads, run.resolve(stage.folder()), best).train(task,
                    settings.schedule(task.steps()), false, listener));
            }
        }
    }
}
