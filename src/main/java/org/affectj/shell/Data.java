package org.affectj.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code affectj data}: looks through data sets and divides them before a training. */
@Command(name = "data", description = "Looks through data sets and divides them before a training.",
    synopsisSubcommandLabel = "COMMAND", subcommands = { ReportData.class, SplitData.class })
final class Data implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: report or split.");
    }
}
