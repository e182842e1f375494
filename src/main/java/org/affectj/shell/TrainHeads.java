package org.affectj.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.training.PaperRun;
import org.affectj.training.PaperSettings;
import org.affectj.training.TrainingSchedule.Curve;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code affectj train paper} and {@code affectj train heads} share. */
abstract class TrainHeads implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FeatureParameters features;

    @Mixin
    private TrainingOutputParameters output;

    @Option(names = "--epochs", paramLabel = "N",
        description = "Epochs of each stage. Default: 100 (paper), 10 (heads).")
    private Integer epochs;

    @Option(names = "--batch", paramLabel = "N", description = "Faces in a step. Default: 256.")
    private Integer batch;

    @Option(names = "--optimizer", paramLabel = "O",
        description = "SAM_SGD or ADAMW. Default: SAM_SGD (paper), ADAMW (heads).")
    private Optimizer optimizer;

    @Option(names = "--curve", paramLabel = "CURVE",
        description = "What the learning rate does: ${COMPLETION-CANDIDATES}. Default: constant "
            + "(paper), cosine (heads).")
    private Curve curve;

    @Option(names = "--learning-rate", paramLabel = "R", description = "Default: 0.001 (paper), 0.0003 (heads).")
    private Double learningRate;

    @Option(names = "--weight-decay", paramLabel = "D", description = "Default: 1/256.")
    private Double weightDecay;

    @Option(names = "--seed", paramLabel = "N",
        description = "Seed of fresh heads and of the order of faces. Default: 1.")
    private Integer seed;

    /** @return the settings where nothing is asked for */
    abstract PaperSettings defaults();

    @Override
    public void run() {
        final PaperSettings settings = settings(); // mistakes are named before anything is made
        output.train(new PaperRun(settings, features.backbone(), features.engine(), features.work(), output.folder()),
            features.data(), spec);
        try {
            spec.commandLine().getOut().println(Files.readString(output.folder().resolve("README.md")));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        output.finish(spec.commandLine().getOut());
    }

    private PaperSettings settings() {
        final PaperSettings d = defaults();
        return new PaperSettings(d.fineTune(), d.head(), d.neighbours(), d.attention(), d.dropout(), d.options(),
            or(optimizer, d.optimizer()), or(curve, d.curve()), or(learningRate, d.learningRate()),
            or(weightDecay, d.weightDecay()), or(epochs, d.epochs()), or(batch, d.batch()), features.draws(),
            or(seed, d.seed()));
    }

    private static <T> T or(final T given, final T otherwise) {
        return given == null ? otherwise : given;
    }

    /** {@code affectj train paper}. */
    @Command(name = "paper", mixinStandardHelpOptions = true,
        description = "Trains new heads on a frozen model's features, stage by stage, as the paper does.")
    static final class Paper extends TrainHeads {

        @Mixin
        private HeadParameters heads;

        @Option(names = "--dropout", paramLabel = "R", defaultValue = "0.5",
            description = "Share of the features dropped before each action unit's block. Default: ${DEFAULT-VALUE}.")
        private double dropout;

        @Override
        PaperSettings defaults() {
            final PaperSettings p = PaperSettings.PAPER;
            return new PaperSettings(false, heads.head, heads.neighbours, heads.attention, dropout, heads.options(),
                p.optimizer(), p.curve(), p.learningRate(), p.weightDecay(), p.epochs(), p.batch(),
                p.draws(), p.seed());
        }
    }

    /** {@code affectj train heads}. */
    @Command(name = "heads", mixinStandardHelpOptions = true,
        description = "Trains a model's own heads on with your faces, in seconds to minutes.")
    static final class FineTune extends TrainHeads {

        @Override
        PaperSettings defaults() {
            return PaperSettings.FINE_TUNE;
        }
    }
}
