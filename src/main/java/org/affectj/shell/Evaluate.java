package org.affectj.shell;

import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.WholeFile;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.Network;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.AffectEvaluation;
import org.affectj.training.LandmarkEvaluation;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj evaluate}: figures of a model on data that it wasn't trained on, as JSON. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
    description = "Measures a model on the test sets, by each set's own protocol, and prints a report as JSON.")
final class Evaluate implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainingParameters data;

    @Mixin
    private EngineParameters engine;

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = ModelStore.AFFECT,
        description = "A model's name or the path of its folder. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--split", paramLabel = "SPLIT", defaultValue = "test",
        description = "Which part of the sets: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Split split;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report to a file as well.")
    private Path file;

    @Override
    public void run() {
        final ModelFolder folder = new ModelStore().open(model);
        final JsonObject report = new JsonObject();
        report.addProperty("model", folder.description().name() + " " + folder.description().version());
        report.addProperty("split", split.toString());
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr());
                TrainingData sets = data.open(progress);
                Network network = EngineLoader.open(folder.path(), engine.options()))
        {
            report.add("sets", measure(folder.description(), network, sets));
        }
        final Gson gson = new GsonBuilder().setPrettyPrinting().create();
        spec.commandLine().getOut().println(gson.toJson(report));
        if (file != null) WholeFile.write(file, part -> Files.writeString(part, gson.toJson(report) + "\n"));
    }

    private JsonObject measure(final ModelDescription about, final Network network, final TrainingData sets) {
        return switch (about.kind()) {
            case AFFECT -> new AffectEvaluation(network, about.inputSize(), about.thresholds()).report(sets, split);
            case LANDMARKS -> new LandmarkEvaluation(network, about.inputSize()).report(sets, split);
        };
    }
}
