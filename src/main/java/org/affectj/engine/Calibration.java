package org.affectj.engine;

import java.util.List;
import java.util.Objects;

import org.affectj.AffectException;

/**
 * What makes the probabilities of a network honest, in predictions only: chosen on validation faces when a model is
 * made. Written into model.json.
 *
 * @param temperature of expressions: p^(1 / temperature), made to sum to 1 (Guo et al. 2017); above 0, more careful
 *            above 1
 * @param scales of action units, above 0: p becomes σ(scale · logit p + shift) (Platt 1999); empty where they stay as
 *            they are
 * @param shifts as many as scales
 */
public record Calibration(double temperature, List<Double> scales, List<Double> shifts) {

    /** Leaves all as it is. */
    public static final Calibration NONE = new Calibration(1, List.of(), List.of());
    /** Probabilities count as no nearer to 0 and 1 than this: these have no logit. */
    public static final double NEAREST = 1e-6;

    public Calibration {
        scales = List.copyOf(Objects.requireNonNullElse(scales, List.of()));
        shifts = List.copyOf(Objects.requireNonNullElse(shifts, List.of()));
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY))
            throw new AffectException("The temperature can't be " + temperature + ": use a number above 0, such as 1.");
        if (scales.size() != shifts.size() || !scales.stream().allMatch(scale -> scale > 0 && Double.isFinite(scale))
            || !shifts.stream().allMatch(Double::isFinite))
            throw new AffectException("Action units can't be calibrated with the scales " + scales + " and the shifts "
                + shifts + ": give as many of both, and scales above 0.");
    }
}
