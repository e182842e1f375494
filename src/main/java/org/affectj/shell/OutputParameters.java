package org.affectj.shell;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.affectj.model.ModelStore;

import picocli.CommandLine.Option;

/** Options on where a new model goes. */
class OutputParameters {

    @Option(names = "--output", required = true, paramLabel = "DIR",
        description = "Model folder to make; its last part is the model's name.")
    private Path output;

    @Option(names = "--install", description = "Copy the model to your models as well, where it is found by its name.")
    private boolean install;

    /** @return the model folder to make */
    final Path folder() {
        return output;
    }

    /** Sees before long work that its model can be installed, if that was asked for. */
    final void check() {
        if (install) new ModelStore().checkFree(output.getFileName().toString());
    }

    /** Says where the model is, after installing it if that was asked for. */
    final void finish(final PrintWriter out) {
        out.println("The model is in " + output);
        if (install) out.println("It is installed in " + new ModelStore().install(output).path());
    }
}
