package org.affectj.training;

import java.nio.file.Path;
import java.util.Optional;

import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

/** One training from end to end, from data sets to a model folder. It can be stopped and resumed at any moment. */
public final class JointRun {

    private final JointSettings settings;
    private final EngineOptions options;
    private final Path run;
    private final Path output;

    /**
     * @param settings what to train, and how
     * @param options device, precision and threads
     * @param work folder for runs; this one goes into a folder with the model's name
     * @param output model folder to make
     */
    public JointRun(final JointSettings settings, final EngineOptions options, final Path work, final Path output) {
        this.settings = settings;
        this.options = options;
        this.run = work.resolve("runs").resolve(output.getFileName());
        this.output = output;
    }

    /** @return the run's folder: settings, checkpoints and log */
    public Path folder() {
        return run;
    }

    /**
     * Trains, and makes a model of the best state.
     *
     * @param data what to learn from; stays open
     * @param resume whether to go on from the last state in the run's folder
     * @param listener is told about every step and epoch
     * @return the model
     * @throws org.affectj.AffectException if there is a run already and {@code resume} is false, if it began with other
     *             settings, or the model can't be made there
     * @throws java.util.concurrent.CancellationException if cancelled; the last and the best state are saved
     */
    public ModelFolder run(final TrainingData data, final boolean resume, final TrainingListener listener) {
        final ModelExport export = new ModelExport(options, settings.network(), output);
        export.check();
        final JointTask task = new JointTask(settings, data);
        data.begin(run);
        new SettingsFile(run).keep(settings);
        final Path weights = new Trainer(options, settings.network(), run, Optional.empty()).train(task,
            settings.schedule(task.faces()), resume, listener);
        return export.affect(weights, data, settings.weakTargets());
    }
}
