package org.affectj.shell;

import org.affectj.model.Diagnosis;
import org.affectj.pipeline.SpeedCheck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code affectj diagnose}: what is installed and whether it works, for a bug report. */
@Command(name = "diagnose",
    description = "Prints versions, devices, folders and models, and what is wrong with them: for a "
        + "question or a bug report.")
final class Diagnose implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(Diagnosis.run().with("Speed", SpeedCheck.run()));
    }
}
