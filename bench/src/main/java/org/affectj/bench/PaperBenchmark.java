package org.affectj.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import org.affectj.Progress;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.PaperSettings;
import org.affectj.training.PaperStages;
import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingListener;
import org.affectj.training.data.BlankCrops;
import org.affectj.training.data.DataSet;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.TrainingData;

/**
 * How long an epoch of each of the paper's stages takes, and how much memory that needs, for 90,000 faces with labels
 * in s-Aff-Wild2's format and features drawn by chance, with both optimisers.
 */
public final class PaperBenchmark {

    /** 90,000 in all, divided as the real set is (METHOD 7.3). */
    private static final int TRAINING = 75_700;
    private static final int VALIDATION = 14_300;
    private static final int EPOCHS = 1;

    private final TemporaryFolder folder;
    private final ModelFolder backbone = new ModelStore().open(ModelStore.FAST, ModelDescription.Kind.AFFECT);
    private final PrintStream out = System.out;

    private PaperBenchmark(final TemporaryFolder folder) {
        this.folder = folder;
    }

    /** @param args length of the feature vectors; none for that of the shipped model */
    public static void main(final String... args) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            new PaperBenchmark(folder).run(args);
        }
    }

    private void run(final String... args) throws IOException {
        final int length = args.length > 0 ? Integer.parseInt(args[0])
            : backbone.network().features();
        final List<String> faces = List.of(SyntheticFaces.write(folder.path("faces"), TRAINING, VALIDATION));
        for (final DataSet set : DataSets.open(faces))
            BlankCrops.write(set, folder.path("work"));
        try (TrainingData data = TrainingData.open(DataSets.open(faces), folder.path("work"), Progress.NONE)) {
            final PaperStages stages = new PaperStages(data, backbone, length, folder.path("features"));
            for (final Optimizer optimizer : List.of(Optimizer.SAM_SGD, Optimizer.ADAMW)) {
                final PaperSettings settings = settings(optimizer);
                out.printf(Locale.ROOT, "%s, batch %d, %,d + %,d faces, %d features:%n", optimizer, settings.batch(),
                    TRAINING, VALIDATION, length);
                stages.train(settings, folder.path(optimizer.name()), new Epochs());
            }
        }
        out.printf(Locale.ROOT, "Peak memory: %s MB resident, %d MB of Java heap%n",
            Memory.resident().isPresent() ? Memory.resident().getAsLong() : "unknown", Memory.heap());
    }

    private static PaperSettings settings(final Optimizer optimizer) {
        final PaperSettings p = PaperSettings.PAPER;
        return new PaperSettings(p.fineTune(), p.head(), p.neighbours(), p.attention(), p.dropout(), p.options(),
            optimizer, p.curve(), p.learningRate(), p.weightDecay(), EPOCHS, p.batch(), p.draws(), p.seed());
    }

    /** Prints each epoch. */
    private final class Epochs implements TrainingListener {

        private double before = ProcessorTime.seconds();

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void update(final long done, final long total, final String message) {
            // epochs are enough
        }

        @Override
        public void validated(final TrainingEpoch epoch) {
            final double now = ProcessorTime.seconds();
            out.printf(Locale.ROOT, "  %s: %.1f s, %,.0f faces/s; %.1f s of a core, loading and validation included%n",
                epoch.stage(), epoch.seconds(), epoch.figures().get("images_per_second"), now - before);
            before = now;
        }
    }
}
