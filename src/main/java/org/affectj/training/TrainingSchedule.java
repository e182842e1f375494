package org.affectj.training;

import org.affectj.AffectException;

/**
 * How long and how fast to learn.
 *
 * @param epochs how often validation and a checkpoint follow
 * @param stepsPerEpoch batches between them
 * @param learningRate at its highest
 * @param weightDecay decoupled, as in AdamW
 * @param warmUp share of all steps in which the learning rate rises from 0, in [0, 1)
 * @param seed of all chance
 */
public record TrainingSchedule(int epochs, int stepsPerEpoch, double learningRate, double weightDecay, double warmUp,
    int seed) {

    public TrainingSchedule {
        if (epochs < 1 || stepsPerEpoch < 1) throw new AffectException("Training needs at least one epoch and step.");
        if (!(learningRate > 0)) throw new AffectException("The learning rate must be above 0.");
    }

    /** @return the number of batches in all */
    public long steps() {
        return (long) epochs * stepsPerEpoch;
    }

    /** @return the learning rate of a step: a linear rise, then half a cosine down to 0 */
    public double learningRate(final long step) {
        final double rise = warmUp * steps();
        if (step < rise) return learningRate * (step + 1) / (rise + 1);
        return learningRate * (1 + Math.cos(Math.PI * (step - rise) / (steps() - rise))) / 2;
    }
}
