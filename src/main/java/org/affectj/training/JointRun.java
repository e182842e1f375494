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
    private final Optional<ModelFolder> start;

    /** As the full constructor, from fresh weights, without a teacher. */
    public JointRun(final JointSettings settings, final EngineOptions options, final Path work, final Path output) {
        this(settings, options, work, output, Optional.empty(), Optional.empty());
    }

    /**
     * @param settings what to train, and how
     * @param options device, precision and threads
     * @param work folder for runs; this one goes into a folder with the model's name
     * @param output model folder to make
     * @param teacher an affect model whose word is mixed into the labels, see {@link Teacher}
     * @param start an affect model that is trained on; its network has the sizes of the settings'
     */
    public JointRun(final JointSettings settings, final EngineOptions options, final Path work, final Path output,
        final Optional<ModelFolder> teacher, final Optional<ModelFolder> start)
    {
        final JointSettings begun = start.map(model -> settings.startingFrom(model.description())).orElse(settings);
        this.settings = teacher.map(model -> begun.taughtBy(model.description())).orElse(begun);
        this.teacher = teacher;
        this.start = start;
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
        final ModelExport export = new ModelExport(options, output);
        export.check();
        final JointTask task = new JointTask(settings, data,
            pools -> teacher.map(model -> new Teacher(model, options, pools)));
        data.begin(run);
        new SettingsFile(run).keep(settings);
        final Trainer trainer = new Trainer(options, settings.network(), run, Optional.empty());
        start.ifPresent(model -> trainer.begin(model.path()));
        final Path weights = trainer.train(task, settings.schedule(task.faces()), resume, listener);
        return export.affect(weights, data, settings);
    }
}
