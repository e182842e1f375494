package org.affectj.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.chart.EvaluationFolder;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.Network;
import org.affectj.metrics.SubjectBootstrap;
import org.affectj.model.ActionUnit;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.AffectEvaluation;
import org.affectj.training.EvaluatedSet;
import org.affectj.training.EvaluationReport;
import org.affectj.training.LandmarkEvaluation;
import org.affectj.training.data.PredictionWriter;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj evaluate}: figures of a model, or of predictions in a file, on data that it wasn't trained on. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
    description = "Measures a model, or predictions in a file, on the test sets, by each set's own "
        + "protocol, and prints a report as JSON.")
final class Evaluate implements Runnable {

    private final JsonObject report = new JsonObject();

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Mixin
    private TrustParameters engine;

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = ModelStore.AFFECT,
        description = "A model's name or the path of its folder. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--split", paramLabel = "SPLIT", defaultValue = "test",
        description = "Which part of the sets: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Split split;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report to a file as well.")
    private Path file;

    @Option(names = "--output", paramLabel = "DIR",
        description = "Writes the report, tables, charts and the prediction for each face to a folder; for models of "
            + "affect.")
    private Path output;

    @Option(names = "--replicates", paramLabel = "N", defaultValue = "1000",
        description = "How often subjects are drawn for the 95 %% intervals. Default: ${DEFAULT-VALUE}.")
    private int replicates;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
        description = "Of these draws. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** Where predictions come from. */
    private static final class Source {

        @ArgGroup(exclusive = false, heading = "A model on data:%n")
        private TrainingParameters data;

        @ArgGroup(exclusive = false, heading = "Predictions in a file:%n")
        private PredictionParameters predictions;
    }

    @Override
    public void run() {
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            if (output == null) report(progress, AffectEvaluation.Visitor.NONE);
            else WholeFile.write(output.resolve("predictions.csv"), part -> {
                try (PredictionWriter writer = new PredictionWriter(part)) {
                    report(progress, writer::write);
                }
            });
        }
        final Gson gson = new GsonBuilder().setPrettyPrinting().create();
        spec.commandLine().getOut().println(gson.toJson(report));
        if (file != null) write(file, gson);
        if (output != null) write(output.resolve("report.json"), gson);
    }

    private void write(final Path path, final Gson gson) {
        WholeFile.write(path, part -> Files.writeString(part, gson.toJson(report) + "\n"));
    }

    private void report(final Progress progress, final AffectEvaluation.Visitor visitor) {
        if (source.predictions == null) measureModel(progress, visitor);
        else {
            report.addProperty("predictions", source.predictions.file().toString());
            report.addProperty("split", split.toString());
            report.add("sets", figures(source.predictions.evaluate(split, visitor), progress));
        }
    }

    private void measureModel(final Progress progress, final AffectEvaluation.Visitor visitor) {
        final ModelFolder folder = new ModelStore().open(model);
        report.addProperty("model", folder.description().nameAndVersion());
        final ModelDescription about = folder.description();
        if (about.kind() == ModelDescription.Kind.LANDMARKS && output != null)
            throw new AffectException("The model " + about.name()
                + " finds landmarks, and --output is for models of affect: use --report.");
        report.add("sha256", new Gson().toJsonTree(about.files()));
        if (about.kind() == ModelDescription.Kind.AFFECT) report.add("thresholds", thresholds(about));
        report.addProperty("split", split.toString());
        report.add("data", new Gson().toJsonTree(source.data.sources()));
        try (TrainingData sets = source.data.open(progress);
                Network network = EngineLoader.open(folder.path(), engine.options())) {
            report.add("sets", switch (about.kind()) {
                case AFFECT -> figures(new AffectEvaluation(network, about.inputSize(), about.thresholds())
                    .evaluate(sets, split, visitor), progress);
                case LANDMARKS -> new LandmarkEvaluation(network, about.inputSize()).report(sets, split);
            });
        }
    }

    private static JsonObject thresholds(final ModelDescription about) {
        final JsonObject thresholds = new JsonObject();
        for (final ActionUnit unit : ActionUnit.values())
            thresholds.addProperty(unit.name(), about.thresholds().get(unit.ordinal()));
        return thresholds;
    }

    private JsonObject figures(final List<EvaluatedSet> sets, final Progress progress) {
        final JsonObject intervals = new JsonObject();
        intervals.addProperty("level", SubjectBootstrap.LEVEL);
        intervals.addProperty("replicates", replicates);
        intervals.addProperty("seed", seed);
        report.add("intervals", intervals);
        final JsonObject figures = new JsonObject();
        for (final EvaluatedSet set : sets) {
            final JsonObject one = EvaluationReport.of(set, new SubjectBootstrap(replicates, seed), progress);
            figures.add(set.name(), one);
            if (output != null) new EvaluationFolder(output, set, one).write();
        }
        return figures;
    }
}
