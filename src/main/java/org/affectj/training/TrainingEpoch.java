package org.affectj.training;

import java.util.List;
import java.util.Map;

/**
 * One epoch and the validation after it.
 *
 * @param stage what is trained, as in {@link TrainingStep}
 * @param epoch its number in the stage, from 1
 * @param epochs how many the stage has
 * @param seconds that it took
 * @param figures mean losses of the epoch and scores on validation data, by name and in order; the first is the score
 *            that the best state is chosen by
 * @param best whether this is the best state so far
 * @param worst validation faces that the network is most wrong about, the worst first; few
 */
public record TrainingEpoch(String stage, int epoch, int epochs, double seconds, Map<String, Double> figures,
    boolean best, List<WorstFace> worst) {
}
