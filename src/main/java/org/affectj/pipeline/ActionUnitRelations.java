package org.affectj.pipeline;

import org.affectj.model.ActionUnit;
import org.affectj.model.Prediction;

/**
 * Which action units a model reads together: its graph of relations, over all faces. The graph of a face joins each
 * action unit to the few whose features are most like its own; that of an ensemble holds what any of its members joins.
 */
public final class ActionUnitRelations {

    private static final int UNITS = ActionUnit.values().length;

    private final int[] related = new int[UNITS * UNITS];
    private final double[] sums = new double[UNITS];
    private int faces;

    /** Adds a face, if the model told its graph. */
    public void add(final FaceRecord face) {
        face.prediction().filter(read -> read.relations().isPresent()).ifPresent(this::add);
    }

    private void add(final Prediction read) {
        faces++;
        final float[] weights = read.relations().get();
        for (int i = 0; i < weights.length; i++)
            if (weights[i] > 0) related[i]++;
        for (final ActionUnit unit : ActionUnit.values()) sums[unit.ordinal()] += read.value(unit);
    }

    /** @return how many faces there are */
    public int faces() {
        return faces;
    }

    /**
     * @param unit that was read
     * @param other that may have been taken into account
     * @return in which share of the faces it was, from 0 to 1; NaN without faces
     */
    public double share(final ActionUnit unit, final ActionUnit other) {
        return (double) related[unit.ordinal() * UNITS + other.ordinal()] / faces;
    }

    /** @return the mean value of an action unit, from 0 to 1; NaN without faces */
    public double mean(final ActionUnit unit) {
        return sums[unit.ordinal()] / faces;
    }
}
