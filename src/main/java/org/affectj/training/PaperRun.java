package org.affectj.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.WholeFolder;
import org.affectj.WholeFile;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Operations;
import org.affectj.engine.Precision;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

import com.google.gson.GsonBuilder;

/**
 * Trains heads on a frozen model's features in the paper's stages, and joins them to the model (METHOD 4): action
 * units, then expressions, then valence and arousal, each from the best state of the one before. It can be stopped and
 * resumed at any moment.
 */
public final class PaperRun implements TrainingRun {

    /** In the folder of a run that trained a model's own heads on: figures before and after. */
    public static final String COMPARISON = "comparison.json";
    /** In the folder of a run that trained new heads: their figures. */
    public static final String FIGURES = "figures.json";

    private final PaperSettings settings;
    private final ModelFolder backbone;
    private final EngineOptions options;
    private final Path work;
    private final Path run;
    private final Path output;

    /** What a run can only be resumed with. */
    private record Kept(PaperSettings settings, String backbone, String data) {
    }

    /**
     * @param settings what to train, and how
     * @param backbone an affect model, whose embedding the heads learn from
     * @param options device, precision and threads
     * @param work folder for features and runs; this run goes into a folder with the model's name
     * @param output model folder to make
     */
    public PaperRun(final PaperSettings settings, final ModelFolder backbone, final EngineOptions options,
        final Path work, final Path output)
    {
        this.settings = settings;
        this.backbone = backbone;
        this.options = options;
        this.work = work;
        this.run = RunFolder.of(work, output);
        this.output = output;
    }

    @Override
    public Path folder() {
        return run;
    }

    @Override
    public ModelFolder run(final TrainingData data, final boolean resume, final TrainingListener listener) {
        final FaceRows rows = new FaceRows(data);
        final HeadExport export = new HeadExport(backbone, output);
        export.check();
        data.begin(run);
        new SettingsFile(run).keep(new Kept(settings, FeatureExtraction.hash(backbone), rows.fingerprint()));
        try (FeatureCache features = new FeatureExtraction(backbone, options, settings.draws(),
            settings.augmentation()).open(rows, settings.features(work, backbone), listener)) {
            final NetworkSpecification heads = settings.heads(backbone, features.length());
            final HeadTrial trial = new HeadTrial(network(heads), rows, features);
            final Optional<HeadState> start = settings.fineTune()
                ? Optional.of(new HeadState(own(heads), settings.thresholds(backbone))) : Optional.empty();
            final HeadState best = stages(heads, rows, features, trial, start, resume, listener);
            final HeadFigures figures = trial.figures(start, best);
            WholeFile.write(run.resolve(settings.fineTune() ? COMPARISON : FIGURES),
                part -> Files.writeString(part, new GsonBuilder().setPrettyPrinting().create().toJson(figures.json())));
            return export.export(heads, best, network(heads), figures, rows, features, data);
        }
    }

    /** @return float32 for the small networks of features, unless another arithmetic is asked for */
    private EngineOptions exact() {
        return options.precision() == Precision.AUTO
            ? new EngineOptions(options.device(), Precision.FLOAT32, options.threads()) : options;
    }

    private HeadState stages(final NetworkSpecification heads, final FaceRows rows, final FeatureCache features,
        final HeadTrial trial, final Optional<HeadState> start, final boolean resume, final TrainingListener listener)
    {
        Optional<HeadState> best = start;
        Optional<Path> units = Optional.empty();
        boolean trained = false;
        for (final HeadStage stage : HeadStage.values()) {
            final HeadTask task = new HeadTask(stage, rows, features, settings.batch(), settings.seed(),
                settings.thresholds(backbone), settings.fineTune() && stage == HeadStage.ACTION_UNITS,
                backbone.description().inputSize());
            if (!task.hasFaces()) {
                listener.update(0, 0, "No training face is labelled for " + stage.label() + ": this stage is skipped.");
                continue;
            }
            final Path after = new Trainer(exact(), heads, run.resolve(stage.folder()), best.map(HeadState::weights))
                .train(task, settings.schedule(task.steps()), resume, listener);
            best = Optional.of(start.isEmpty() ? new HeadState(after, settings.thresholds(backbone))
                : better(trial, stage, best.orElseThrow(), after, listener));
            if (stage == HeadStage.ACTION_UNITS) units = best.map(HeadState::weights);
            trained = true;
        }
        if (!trained) throw new AffectException("No training face has a label: give data with some.");
        return new HeadState(assembled(heads, best.orElseThrow().weights(), units), best.orElseThrow().thresholds());
    }

    private static HeadState better(final HeadTrial trial, final HeadStage stage, final HeadState before,
        final Path after, final TrainingListener listener)
    {
        final HeadState better = trial.better(stage, before, after);
        listener.update(0, 0, better.equals(before)
            ? "The " + stage.label() + " got no better that validation faces make sure of: they stay as they were."
            : better.weights().equals(before.weights()) ? "The action units get other thresholds."
            : "The " + stage.label() + " got better on validation faces.");
        return better;
    }

    /** Takes the action units' layers of their own best state, where later stages moved them (METHOD 12, row 5). */
    private Path assembled(final NetworkSpecification heads, final Path last, final Optional<Path> units) {
        if (!heads.options().replicateTrainModeAu() || units.isEmpty()) return last;
        return saved("assembled", network(heads), network -> {
            network.restore(last);
            network.restore(units.get(), name -> name.startsWith("au/"));
        });
    }

    /** @return weights of the model's own heads */
    private Path own(final NetworkSpecification heads) {
        final Path network = run.resolve("own");
        if (!Files.exists(network))
            WholeFolder.write(network, part -> EngineLoader.load(options).create(heads, part, backbone.path()));
        return saved("start", network, untouched -> { });
    }

    private Path network(final NetworkSpecification heads) {
        final Path network = run.resolve("heads");
        if (!Files.exists(network))
            WholeFolder.write(network, part -> EngineLoader.load(options).create(heads, part));
        return network;
    }

    private Path saved(final String name, final Path savedModel, final java.util.function.Consumer<Network> change) {
        try (Network network = EngineLoader.open(savedModel, exact().with(Operations.TRAINING))) {
            change.accept(network);
            Files.createDirectories(run.resolve(name));
            network.save(run.resolve(name).resolve("weights"));
            return run.resolve(name).resolve("weights");
        } catch (final IOException e) {
            throw new AffectException("The weights in " + run + " can't be written: check the disk.", e);
        }
    }
}
