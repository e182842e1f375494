package org.affectj.training;

import java.util.Map;

import org.affectj.engine.Network;
import org.affectj.engine.Tensor;

/** What a {@link Trainer} trains: where its batches come from, and how good a network is at it. */
public interface TrainingTask {

    /**
     * @param step number of the batch, from 0; the same step gives the same batch
     * @return the inputs of the network's signature {@code train_joint} but for learning rate, decay and seed; called
     *         from several threads
     */
    Map<String, Tensor> batch(long step);

    /** @return the number of pictures in a batch */
    int batchSize();

    /**
     * @param network in its present state
     * @return figures on the validation data, by name and in order; the first is the one that the best state is chosen by,
     *         larger being better
     */
    Map<String, Double> validate(Network network);
}
