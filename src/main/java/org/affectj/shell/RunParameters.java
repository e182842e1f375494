package org.affectj.shell;

import org.affectj.training.TrainingSchedule.Curve;

import picocli.CommandLine.Option;

/** Options of one training: how long and how fast. */
final class RunParameters {

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "20",
        description = "Epochs; validation and a checkpoint follow each. Default: ${DEFAULT-VALUE}.")
    int epochs;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "0",
        description = "Batches in an epoch; 0 for as many as show each face once, on average. Default: "
            + "${DEFAULT-VALUE}.")
    int steps;

    @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "0.002",
        description = "Learning rate at its highest. Default: ${DEFAULT-VALUE}.")
    double learningRate;

    @Option(names = "--curve", paramLabel = "CURVE", defaultValue = "cosine",
        description = "What the learning rate does after the warm-up: ${COMPLETION-CANDIDATES}. Default: "
            + "${DEFAULT-VALUE}.")
    Curve curve;

    @Option(names = "--warm-up", paramLabel = "S", defaultValue = "0.05",
        description = "Share of the training in which the learning rate rises. Default: ${DEFAULT-VALUE}.")
    double warmUp;

    @Option(names = "--weight-decay", paramLabel = "D", defaultValue = "0.02",
        description = "Weight decay. Default: ${DEFAULT-VALUE}.")
    double weightDecay;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
        description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    int seed;
}
