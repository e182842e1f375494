package org.affectj.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code affectj train}: trains a network and makes a model folder of its best state. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a network on data sets.",
    synopsisSubcommandLabel = "COMMAND", subcommands = { TrainJoint.class, TrainHeads.Paper.class,
        TrainHeads.FineTune.class, TrainEnsemble.class, TrainLandmarks.class })
final class Train implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
            "A command is missing: joint, paper, heads, ensemble or landmarks.");
    }
}
