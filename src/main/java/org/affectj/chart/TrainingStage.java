package org.affectj.chart;

import java.util.LinkedHashMap;
import java.util.Map;

import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingStep;

/** The curves of one stage of a training. */
final class TrainingStage {

    private final String name;
    private final double begin;
    private final Map<String, DecimatedCurve> losses = new LinkedHashMap<>();
    private final Map<String, DecimatedCurve> meanLosses = new LinkedHashMap<>();
    private final Map<String, DecimatedCurve> scores = new LinkedHashMap<>();
    private double end;
    private int bestEpoch;
    private double bestScore;

    /**
     * @param name of the stage
     * @param begin how many epochs all stages before it took
     */
    TrainingStage(final String name, final double begin) {
        this.name = name;
        this.begin = begin;
        end = begin;
    }

    void add(final TrainingStep step) {
        end = Math.max(end, begin + step.epoch());
        step.losses().forEach((loss, value) -> add(losses, loss, begin + step.epoch(), value));
    }

    void add(final TrainingEpoch epoch) {
        end = begin + epoch.epoch();
        if (epoch.best()) {
            bestEpoch = epoch.epoch();
            bestScore = epoch.figures().values().iterator().next();
        }
        epoch.figures().forEach((figure, value) -> {
            if (figure.startsWith("loss")) add(meanLosses, figure, end - 0.5, value);
            else if (!figure.equals("images_per_second")) add(scores, figure, end, value);
        });
    }

    private static void add(final Map<String, DecimatedCurve> curves, final String name,
        final double x, final double y)
    {
        curves.computeIfAbsent(name, unseen -> new DecimatedCurve()).add(x, y);
    }

    String name() {
        return name;
    }

    double begin() {
        return begin;
    }

    /** @return how many epochs the training took up to the last value of this stage */
    double end() {
        return end;
    }

    /** @return losses of steps, by name */
    Map<String, DecimatedCurve> losses() {
        return losses;
    }

    /** @return mean losses of epochs, by name */
    Map<String, DecimatedCurve> meanLosses() {
        return meanLosses;
    }

    /** @return what validation gave, by name */
    Map<String, DecimatedCurve> scores() {
        return scores;
    }

    /** @return the epoch that validated best, from 1; 0 before the first */
    int bestEpoch() {
        return bestEpoch;
    }

    double bestScore() {
        return bestScore;
    }
}
