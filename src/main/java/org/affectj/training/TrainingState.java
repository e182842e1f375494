package org.affectj.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run stands: all that it needs besides the weights to go on as if it had never stopped.
 *
 * @param step number of steps done
 * @param bestStep the state that validated best, by its number of steps; 0 before the first validation
 * @param bestScore its score
 * @param sums of the losses since the epoch began, by name
 * @param seconds spent in the epoch
 * @param epochs what each finished epoch gave
 */
record TrainingState(long step, long bestStep, double bestScore, Map<String, Double> sums, double seconds,
    List<Epoch> epochs) {

    /** Nothing done yet. JSON has no infinity, so the first score is compared with the smallest number instead. */
    static final TrainingState START = new TrainingState(0, 0, -Double.MAX_VALUE, Map.of(), 0, List.of());

    /**
     * A finished epoch.
     *
     * @param seconds that it took
     * @param figures mean losses and validation scores, by name and in order
     */
    record Epoch(double seconds, Map<String, Double> figures) {
    }

    /** @return this state after steps within an epoch */
    TrainingState stepped(final long steps, final Map<String, Double> losses, final double time) {
        return new TrainingState(steps, bestStep, bestScore, new LinkedHashMap<>(losses), time, epochs);
    }

    /** @return what listeners were told of the finished epochs, but for faces */
    List<TrainingEpoch> toldAgain(final String stage, final int ofEpochs) {
        final List<TrainingEpoch> told = new ArrayList<>();
        double best = START.bestScore;
        for (final Epoch epoch : epochs) {
            final double score = epoch.figures.values().iterator().next();
            told.add(new TrainingEpoch(stage, told.size() + 1, ofEpochs, epoch.seconds, epoch.figures, score > best,
                List.of()));
            best = Math.max(best, score);
        }
        return told;
    }

    /** @return this state after an epoch that validated with a score */
    TrainingState validated(final double score, final Map<String, Double> figures) {
        final List<Epoch> all = new ArrayList<>(epochs);
        all.add(new Epoch(seconds, figures));
        final boolean better = score > bestScore;
        return new TrainingState(step, better ? step : bestStep, better ? score : bestScore, Map.of(), 0, all);
    }
}
