package org.affectj.training;

import java.nio.file.Path;
import java.util.Optional;

import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

/** One training from end to end, from data sets to a model folder. It can be stopped and resumed at any moment. */
public final class JointRun implements TrainingRun {

    private final JointSettings settings;
    private final EngineOptions options;
    private final Path run;
    private final Path output;
    private final Optional<ModelFolder> teacher;

    /** As the full constructor, without a teacher. */
    public JointRun(final JointSettings settings, final EngineOptions options, final Path work, final Path output) {
        this(settings, options, work, output, Optional.empty());
    }

    /**
     * @param settings what to train, and how
     * @param options device, precision and threads
     * @param work folder for runs; this one goes into a folder with the model's name
     * @param output model folder to make
     * @param teacher an affect model whose probabilities of expressions are mixed half and half into the labels
     */
    public JointRun(final JointSettings settings, final EngineOptions options, final Path work, final Path output,
        final Optional<ModelFolder> teacher)
    {
        this.settings = teacher.map(model -> settings.taughtBy(model.description())).orElse(settings);
        this.teacher = teacher;
        this.options = options;
        this.run = RunFolder.of(work, output);
        this.output = output;
    }

    @Override
    public Path folder() {
        return run;
    }

    @Override
    public ModelFolder run(final TrainingData data, final boolean resume, final TrainingListener listener) {
        final ModelExport export = new ModelExport(options, settings.network(), output);
        export.check();
        final JointTask task = new JointTask(settings, data,
            pools -> teacher.map(model -> new Teacher(model, options, pools)));
        data.begin(run);
        new SettingsFile(run).keep(settings);
        final Path weights = new Trainer(options, settings.network(), run, Optional.empty()).train(task,
            settings.schedule(task.faces()), resume, listener);
        return export.affect(weights, data, settings);
    }
}
