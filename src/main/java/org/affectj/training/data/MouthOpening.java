package org.affectj.training.data;

import java.util.Optional;

import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;

/**
 * Weak targets of lips part (AU25) and jaw drop (AU26) from the gap between the lips: the mean height of the three gaps
 * between inner upper and lower lip (iBUG points 62–64 and 66–68), divided by the distance of the eyes. On rendered
 * faces turned by less than 30°, whose action units are known, with points moved at random by 2 % of the distance of
 * the eyes, 99.5 % of the gaps below 0.02 had no AU25, 95 % of those above 0.15 had it; 99.9 % of those below 0.1 had
 * no AU26, 95 % of those above 0.2 had it. Between these nothing is said. No other action unit follows surely from 68
 * points without the same person's neutral face.
 *
 * @param gap in distances of the eyes; below 0 where the points of the lips cross
 */
public record MouthOpening(double gap) {

    private static final double CLOSED = 0.02;
    private static final double PARTED = 0.15;
    private static final double NOT_DROPPED = 0.1;
    private static final double DROPPED = 0.2;

    /**
     * @param points of a face, upright
     * @return how far its mouth is open
     */
    public static MouthOpening of(final Landmarks points) {
        final double[][] five = points.fivePoints();
        final double eyes = Math.hypot(five[1][0] - five[0][0], five[1][1] - five[0][1]);
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += points.y()[67 - i] - points.y()[61 + i];
        return new MouthOpening(sum / 3 / eyes);
    }

    /** @return whether the lips are parted; empty where the gap doesn't tell */
    public Optional<Boolean> lipsPart() {
        return decide(CLOSED, PARTED);
    }

    /** @return whether the jaw has dropped; empty where the gap doesn't tell */
    public Optional<Boolean> jawDrop() {
        return decide(NOT_DROPPED, DROPPED);
    }

    private Optional<Boolean> decide(final double below, final double above) {
        if (gap < below) return Optional.of(false);
        return gap > above ? Optional.of(true) : Optional.empty();
    }

    /**
     * @param targets 12 targets, whose lips part and jaw drop are set
     * @param weights 12 weights: 1 where the gap tells, 0 where it doesn't
     */
    void set(final float[] targets, final float[] weights) {
        set(ActionUnit.AU25, lipsPart(), targets, weights);
        set(ActionUnit.AU26, jawDrop(), targets, weights);
    }

    private static void set(final ActionUnit unit, final Optional<Boolean> present, final float[] targets,
        final float[] weights)
    {
        targets[unit.ordinal()] = present.orElse(false) ? 1 : 0;
        weights[unit.ordinal()] = present.isPresent() ? 1 : 0;
    }
}
