package org.affectj.training;

import java.util.List;
import java.util.Map;

import org.affectj.engine.Network;
import org.affectj.engine.Tensor;

/** What a {@link Trainer} trains: where its batches come from, and how good a network is at it. */
public interface TrainingTask {

    /** @return what is trained, for people: {@code joint}, {@code action units} */
    default String stage() {
        return "joint";
    }

    /** @return the network's signature that makes a step: {@code train_joint} */
    default String signature() {
        return "train_joint";
    }

    /**
     * @param step number of the batch, from 0; the same step gives the same batch
     * @return the inputs of the signature but for learning rate, decay and seed; called from several threads
     */
    Map<String, Tensor> batch(long step);

    /** @return the number of pictures in a batch, but for a last one that may be smaller */
    int batchSize();

    /**
     * @param network in its present state
     * @return how good it is on the validation data
     */
    Validation validate(Network network);

    /**
     * What a validation finds.
     *
     * @param figures by name and in order; the first is the one that the best state is chosen by, larger being better
     * @param worst faces that the network is most wrong about, the worst first; few or none
     */
    record Validation(Map<String, Double> figures, List<WorstFace> worst) {

        /** @return the figure that states are compared by */
        double score() {
            return figures.values().iterator().next();
        }
    }
}
