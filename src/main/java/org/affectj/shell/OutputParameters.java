package org.affectj.shell;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.affectj.chart.CurvesFile;
import org.affectj.model.ModelStore;
import org.affectj.training.TrainingListener;
import org.affectj.training.TrainingRun;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options on where a trained model goes, and the way there. */
final class OutputParameters {

    @Option(names = "--output", required = true, paramLabel = "DIR",
        description = "Model folder to make; its last part is the model's name.")
    private Path output;

    @Option(names = "--install", description = "Copy the model to your models as well, where it is found by its name.")
    private boolean install;

    @Option(names = "--resume", description = "Go on from the last checkpoint in the work folder.")
    private boolean resume;

    /** @return the model folder to make */
    Path folder() {
        return output;
    }

    /** Trains, and shows in the terminal how far it is. */
    void train(final TrainingRun run, final TrainingParameters data, final CommandSpec spec) {
        if (install) new ModelStore().checkFree(output.getFileName().toString());
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr());
                TrainingData sets = data.openToTrain(progress)) {
            run.run(sets, resume, TrainingListener.of(progress).and(new CurvesFile(run)));
        }
    }

    /** Says where the model is, after installing it if that was asked for. */
    void finish(final PrintWriter out) {
        out.println("The model is in " + output);
        if (install) out.println("It is installed in " + new ModelStore().install(output).path());
    }
}
