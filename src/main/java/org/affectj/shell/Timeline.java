package org.affectj.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code affectj timeline}: what faces do along time. */
@Command(name = "timeline",
    description = "Takes tables of videos as time series: smooths them, finds events, cuts epochs.",
    synopsisSubcommandLabel = "COMMAND", subcommands = { SmoothTimeline.class, FindEvents.class, CutEpochs.class })
final class Timeline implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: smooth, events or epochs.");
    }
}
