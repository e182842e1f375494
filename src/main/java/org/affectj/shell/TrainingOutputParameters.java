package org.affectj.shell;

import org.affectj.chart.CurvesFile;
import org.affectj.training.TrainingListener;
import org.affectj.training.TrainingRun;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options on where a trained model goes, and the way there. */
final class TrainingOutputParameters extends OutputParameters {

    @Option(names = "--resume", description = "Go on from the last checkpoint in the work folder.")
    private boolean resume;

    /** Trains, and shows in the terminal how far it is. */
    void train(final TrainingRun run, final TrainingParameters data, final CommandSpec spec) {
        check();
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr());
                TrainingData sets = data.openToTrain(progress)) {
            run.run(sets, resume, TrainingListener.of(progress).and(new CurvesFile(run)));
        }
    }
}
