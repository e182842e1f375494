package org.affectj.shell;

import java.util.List;

import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.ModelExport;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj train ensemble}. */
@Command(name = "ensemble", mixinStandardHelpOptions = true,
    description = "Joins trained models to one that says the mean of what they say, and chooses its "
        + "thresholds and confidence on validation faces.")
final class TrainEnsemble implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--member", required = true, paramLabel = "MODEL",
        description = "A model to join, a name or a folder; given twice or more. All take faces of the same size.")
    private List<String> members;

    @Mixin
    private TrainingParameters data;

    @Mixin
    private OutputParameters output;

    @Mixin
    private EngineParameters engine;

    @Override
    public void run() {
        final List<ModelFolder> models = members.stream()
            .map(name -> new ModelStore().open(name, ModelDescription.Kind.AFFECT)).toList();
        final ModelExport export = new ModelExport(engine.options(), output.folder());
        export.check();
        output.check();
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr());
                TrainingData sets = data.openToTrain(progress)) {
            export.ensemble(models, sets, data.work());
        }
        output.finish(spec.commandLine().getOut());
    }
}
