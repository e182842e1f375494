package org.affectj.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

import org.affectj.engine.NetworkSpecification;
import org.affectj.training.AffectTask;
import org.affectj.training.LandmarkTask;
import org.affectj.training.ModelExport;
import org.affectj.training.Trainer;
import org.affectj.training.TrainingListener;
import org.affectj.training.TrainingSchedule;
import org.affectj.training.TrainingSchedule.Curve;
import org.affectj.training.TrainingTask;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code affectj train}: trains a network and makes a model folder of its best state. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a network on data sets.",
    synopsisSubcommandLabel = "COMMAND", subcommands = { Train.Landmarks.class, Train.Affect.class })
final class Train implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: landmarks or affect.");
    }

    /** How long and how fast, and where the model goes. */
    abstract static class Training implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private TrainingParameters data;

        @Mixin
        private EngineParameters engine;

        @Option(names = "--output", required = true, paramLabel = "DIR",
            description = "Model folder to make; its last part is the model's name.")
        private Path output;

        @Option(names = "--epochs", paramLabel = "N", defaultValue = "10",
            description = "Epochs; validation and a checkpoint follow each. Default: ${DEFAULT-VALUE}.")
        private int epochs;

        @Option(names = "--steps", paramLabel = "N", defaultValue = "300",
            description = "Batches of 128 faces in an epoch. Default: ${DEFAULT-VALUE}.")
        private int steps;

        @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "0.002",
            description = "Learning rate at its highest. Default: ${DEFAULT-VALUE}.")
        private double learningRate;

        @Option(names = "--weight-decay", paramLabel = "D", defaultValue = "0.02",
            description = "Decoupled weight decay. Default: ${DEFAULT-VALUE}.")
        private double weightDecay;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
        private int seed;

        @Option(names = "--resume", description = "Go on from the last checkpoint in the work folder.")
        private boolean resume;

        @Override
        public void run() {
            final PrintWriter err = spec.commandLine().getErr();
            try (TerminalProgress progress = TerminalProgress.of(err); TrainingData sets = data.open(progress)) {
                final TrainingSchedule schedule =
                    new TrainingSchedule(epochs, steps, learningRate, weightDecay, 0.05, Curve.COSINE, seed);
                final Trainer trainer =
                    new Trainer(engine.options(), network(), data.work().resolve(output.getFileName()),
                        Optional.empty());
                final Path weights = trainer.train(task(sets, seed), schedule, resume,
                    TrainingListener.of(progress));
                export(new ModelExport(engine.options(), network(), weights, output), sets);
                spec.commandLine().getOut().println("The model is in " + output);
            }
        }

        abstract NetworkSpecification network();

        abstract TrainingTask task(TrainingData sets, int chance);

        abstract void export(ModelExport export, TrainingData sets);
    }

    /** {@code affectj train landmarks}. */
    @Command(name = "landmarks", mixinStandardHelpOptions = true,
        description = "Trains the network that finds 68 points.")
    static final class Landmarks extends Training {

        @Override
        NetworkSpecification network() {
            return LandmarkTask.NETWORK;
        }

        @Override
        TrainingTask task(final TrainingData sets, final int chance) {
            return new LandmarkTask(network().imageSize(), chance, sets);
        }

        @Override
        void export(final ModelExport export, final TrainingData sets) {
            export.landmarks(sets);
        }
    }

    /** {@code affectj train affect}. */
    @Command(name = "affect", mixinStandardHelpOptions = true,
        description = "Trains the network that reads action units, expression, valence and arousal.")
    static final class Affect extends Training {

        @Override
        NetworkSpecification network() {
            return AffectTask.NETWORK;
        }

        @Override
        TrainingTask task(final TrainingData sets, final int chance) {
            return new AffectTask(network().imageSize(), chance, sets);
        }

        @Override
        void export(final ModelExport export, final TrainingData sets) {
            export.affect(sets);
        }
    }
}
