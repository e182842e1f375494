package org.affectj.training;

import java.nio.file.Path;

import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

/** One training, from data sets to a model folder. It can be stopped and resumed at any moment. */
public interface TrainingRun {

    /** @return the run's folder: settings, checkpoints, logs and curves */
    Path folder();

    /**
     * Trains, and makes a model of the best state.
     *
     * @param data what to learn from; stays open
     * @param resume whether to go on from the last state in the run's folder
     * @param listener is told about every step and epoch
     * @return the model
     * @throws org.affectj.AffectException if there is a run already and {@code resume} is false, if it began with other
     *             settings, if nothing is labelled, or the model can't be made there
     * @throws java.util.concurrent.CancellationException if cancelled; the last and the best state are saved
     */
    ModelFolder run(TrainingData data, boolean resume, TrainingListener listener);
}
