package org.affectj.training;

import java.nio.file.Path;
import java.util.Optional;

import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

/** One training of the network that finds 68 points, from data sets to a model folder. */
public final class LandmarkRun implements TrainingRun {

    private final TrainingSchedule schedule;
    private final EngineOptions options;
    private final Path run;
    private final Path output;

    /**
     * @param schedule how long and how fast
     * @param options device, precision and threads
     * @param work folder for runs; this one goes into a folder with the model's name
     * @param output model folder to make
     */
    public LandmarkRun(final TrainingSchedule schedule, final EngineOptions options, final Path work,
        final Path output)
    {
        this.schedule = schedule;
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
        data.begin(run);
        new SettingsFile(run).keep(schedule);
        final Path weights = new Trainer(options, LandmarkTask.NETWORK, run, Optional.empty()).train(
            new LandmarkTask(LandmarkTask.NETWORK.imageSize(), schedule.seed(), data), schedule, resume, listener);
        return export.landmarks(weights, data);
    }
}
