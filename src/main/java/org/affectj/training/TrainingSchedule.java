package org.affectj.training;

import org.affectj.AffectException;

/**
 * How long and how fast to learn.
 *
 * @param epochs how often validation and a checkpoint follow, 1 or more
 * @param stepsPerEpoch batches between them, 1 or more
 * @param learningRate at its highest, above 0
 * @param weightDecay 0 or more: decoupled for AdamW, in the gradient for SGD (METHOD 4)
 * @param warmUp share of all steps in which the learning rate rises from 0, in [0, 1)
 * @param curve what the learning rate does after that
 * @param seed of all chance
 */
public record TrainingSchedule(int epochs, int stepsPerEpoch, double learningRate, double weightDecay, double warmUp,
    Curve curve, int seed) {

    /** What a learning rate does over time. */
    public enum Curve {
        /** Falls to 0 as half a cosine. */
        COSINE,
        /** Stays. */
        CONSTANT;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public TrainingSchedule {
        if (epochs < 1 || stepsPerEpoch < 1) throw new AffectException("Training needs at least one epoch and step.");
        if (!(learningRate > 0)) throw new AffectException("The learning rate must be above 0.");
        if (!(weightDecay >= 0)) throw new AffectException("The weight decay can't be below 0.");
        if (!(warmUp >= 0 && warmUp < 1)) throw new AffectException("The warm-up must be from 0 to below 1.");
    }

    /** @return the number of batches in all */
    public long steps() {
        return (long) epochs * stepsPerEpoch;
    }

    /** @return the learning rate of a step, counted from 0: a linear rise, then the curve */
    public double learningRate(final long step) {
        final double rise = warmUp * steps();
        if (step < rise) return learningRate * (step + 1) / (rise + 1);
        if (curve == Curve.CONSTANT) return learningRate;
        return learningRate * (1 + Math.cos(Math.PI * (step - rise) / (steps() - rise))) / 2;
    }
}
