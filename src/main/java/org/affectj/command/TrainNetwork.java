package org.affectj.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.AffectFolders;
import org.affectj.Progress;
import org.affectj.chart.CurvesFile;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;
import org.affectj.imagej.training.TrainingWindow;
import org.affectj.imagej.training.WatchedTraining;
import org.affectj.model.ModelDescription.Kind;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.JointRun;
import org.affectj.training.JointSettings;
import org.affectj.training.PaperRun;
import org.affectj.training.PaperSettings;
import org.affectj.training.TrainingListener;
import org.affectj.training.TrainingRun;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.TrainingData;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a network on labelled faces, shows how it learns, and makes a model that Analyze Faces finds by its name. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Train Network...")
public final class TrainNetwork extends AffectCommand {

    /** What is trained. */
    enum Method {
        NEW_NETWORK("new network"), NEW_HEADS("new heads"), OWN_HEADS("own heads");

        private final String label;

        Method(final String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Parameter(label = "What to train", choices = { "new network", "new heads", "own heads" },
        description = "new network: everything from the beginning, for thousands of faces; new heads: on "
            + "a model's features, as the paper does; own heads: a model's own ones go on with your faces, for "
            + "few of them.")
    private String method = Method.NEW_NETWORK.toString();

    @Parameter(label = "Model to start from",
        description = "For heads: name of the model whose features they stand on, or the path of its folder.")
    private String start = ModelStore.FAST;

    @Parameter(label = "Format of the data",
        choices = { "saffwild2", "affwild2", "csv", "folders", "ferplus", "photographs", "rendered" },
        description = "How the labelled faces are kept: csv is a table of your own, folders one folder "
            + "for each expression.")
    private String format = "csv";

    @Parameter(label = "Data", required = false, style = "both",
        description = "The table (csv) or the folder (all others) to learn from.")
    private File data;

    @Parameter(label = "Name of the model", description = "What to call it: letters, digits, '-' and '_'.")
    private String name = "my-model";

    @Parameter(label = "Work folder", style = "directory",
        description = "Where crops, checkpoints, curves and the model go; may take some gigabytes.")
    private File work = AffectFolders.training().toFile();

    @Parameter(label = "Epochs", min = "0", max = "10000",
        description = "How often each face is shown, about; 0 for what suits: 20 for a new network, 100 "
            + "for new heads, 10 for a model's own.")
    private int epochs;

    @Parameter(label = "Learning rate", min = "0", max = "1", stepSize = "0.0001",
        description = "How far a step goes; 0 for what suits: 0.002 for a new network, 0.001 for new "
            + "heads, 0.0003 for a model's own.")
    private double learningRate;

    @Parameter(label = "Batch", min = "0", max = "4096",
        description = "Faces in a step; 0 for what suits: 128 for a new network, 256 for heads.")
    private int batch;

    @Parameter(label = "Channels of a new network", min = "16", max = "128", stepSize = "16",
        description = "Its size, a multiple of 16: 32 in the model that comes with AffectJ; twice as "
            + "many take about four times as long.")
    private int channels = 32;

    @Parameter(label = "Resume",
        description = "Goes on with the training of this name in the work folder, with the same values.")
    private boolean resume;

    @Parameter(label = "Install",
        description = "Copies the model to your models at the end, where Analyze Faces finds its name.")
    private boolean install = true;

    @Parameter(label = "Device",
        description = "Where networks run: auto (a GPU if there is one), cpu, gpu, or gpu:1 for the second GPU.")
    private String device = EngineOptions.DEFAULT.device();

    @Parameter(label = "Precision", choices = { "auto", "float32", "bfloat16" },
        description = "Arithmetic of networks: auto trains in bfloat16 where the processor computes it natively.")
    private String precision = EngineOptions.DEFAULT.precision().toString();

    @Parameter(label = "Threads", min = "0", max = "1024",
        description = "Threads for one network operation on the CPU; 0 for as many as there are cores.")
    private int threads = EngineOptions.DEFAULT.threads();

    @Parameter(type = ItemIO.OUTPUT, label = "Trained model")
    private String report;

    @Override
    void perform(final Progress progress) {
        if (data == null)
            throw new AffectException("There is no data: name the table or the folder of labelled "
                + "faces to learn from.");
        ModelStore.checkName(name);
        if (install) new ModelStore().checkFree(name);
        final TrainingRun run = run(work.toPath().resolve("models").resolve(name));
        try (WatchedTraining watched = new WatchedTraining()) {
            TrainingWindow.open(name, watched);
            final TrainingListener listener = TrainingListener.of(progress).and(new CurvesFile(run)).and(watched);
            try (TrainingData faces = TrainingData.open(DataSets.open(List.of(format + ":" + data)),
                work.toPath(), listener)) {
                report(run.run(faces, resume, listener));
            }
        }
    }

    private TrainingRun run(final Path output) {
        final EngineOptions engine =
            new EngineOptions(device, named(Precision.values(), precision, "precision"), threads);
        return switch (named(Method.values(), method, "training")) {
            case NEW_NETWORK -> new JointRun(settings(), engine, work.toPath(), output);
            case NEW_HEADS -> heads(PaperSettings.PAPER, engine, output);
            case OWN_HEADS -> heads(PaperSettings.FINE_TUNE, engine, output);
        };
    }

    private JointSettings settings() {
        final JointSettings suits = JointSettings.DEFAULT;
        return suits.with(JointSettings.network(channels), or(epochs, suits.epochs()), or(batch, suits.batch()),
            or(learningRate, suits.learningRate()));
    }

    private PaperRun heads(final PaperSettings suits, final EngineOptions engine, final Path output) {
        return new PaperRun(suits.with(or(epochs, suits.epochs()), or(batch, suits.batch()),
            or(learningRate, suits.learningRate())), new ModelStore().open(start, Kind.AFFECT), engine,
            work.toPath(), output);
    }

    private static int or(final int given, final int suits) {
        return given == 0 ? suits : given;
    }

    private static double or(final double given, final double suits) {
        return given == 0 ? suits : given;
    }

    private void report(final ModelFolder model) {
        final Path found = install ? new ModelStore().install(model.path()).path() : model.path();
        report = "The model is in " + found + "\n\n" + model.card();
    }
}
