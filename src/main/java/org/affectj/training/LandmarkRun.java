package org.affectj.training;

import java.nio.file.Path;
import java.util.Optional;

import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

/** One training of the network that finds 68 points, from data sets to a model folder. */
public final class LandmarkRun {

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
        this.run = work.resolve("runs").resolve(output.getFileName());
        this.output = output;
    }

    /**
     * Trains, and makes a model of the best state.
     *
     * @param data what to learn from; stays open
     * @param resume whether to go on from the last state in the run's folder
     * @param listener is told about every step and epoch
     * @return the model
     */
    public ModelFolder run(final TrainingData data, final boolean resume, final TrainingListener listener) {
        final ModelExport export = new ModelExport(options, LandmarkTask.NETWORK, output);
        export.check();
        data.begin(run);
        new SettingsFile(run).keep(schedule);
        final Path weights = new Trainer(options, LandmarkTask.NETWORK, run, Optional.empty()).train(
            new LandmarkTask(LandmarkTask.NETWORK.imageSize(), schedule.seed(), data), schedule, resume, listener);
        return export.landmarks(weights, data);
    }
}
