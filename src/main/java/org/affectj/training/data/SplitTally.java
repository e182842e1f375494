package org.affectj.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/** Counts the faces of one split, their people and their labels. */
final class SplitTally {

    private static final int BINS = 10;

    private final Set<String> people = new HashSet<>();
    private final long[] labelled = new long[ActionUnit.values().length];
    private final long[] present = new long[labelled.length];
    private final long[] expressions = new long[Expression.values().length];
    private final Values valence = new Values();
    private final Values arousal = new Values();
    private long faces;
    private long unknownPeople;

    void add(final FaceExample face) {
        faces++;
        if (face.knowsSubject()) people.add(face.subject());
        else unknownPeople++;
        final Labels labels = face.labels();
        for (int i = 0; i < labelled.length; i++) {
            if (labels.actionUnitWeights()[i] > 0) labelled[i]++;
            if (labels.actionUnitWeights()[i] > 0 && labels.actionUnits()[i] >= 0.5) present[i]++;
        }
        labels.expression().ifPresent(expression -> expressions[expression.ordinal()]++);
        if (labels.affectWeight() > 0) {
            valence.add(labels.valence());
            arousal.add(labels.arousal());
        }
    }

    DataReport.OfSplit report() {
        final Map<String, DataReport.Occurrence> units = new LinkedHashMap<>();
        for (final ActionUnit unit : ActionUnit.values())
            units.put(unit.name(), new DataReport.Occurrence(labelled[unit.ordinal()], present[unit.ordinal()]));
        final Map<String, Long> shown = new LinkedHashMap<>();
        for (final Expression expression : Expression.values())
            shown.put(expression.label(), expressions[expression.ordinal()]);
        return new DataReport.OfSplit(faces, people.size(), unknownPeople, units, shown, valence.spread(),
            arousal.spread());
    }

    /** Values in [-1, 1]. */
    private static final class Values {

        private final List<Long> bins = new ArrayList<>(Collections.nCopies(BINS, 0L));
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private double sum;
        private long count;

        void add(final double value) {
            count++;
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
            final int bin = Math.min(BINS - 1, (int) ((value + 1) / 2 * BINS));
            bins.set(bin, bins.get(bin) + 1);
        }

        DataReport.Spread spread() {
            return count == 0 ? new DataReport.Spread(0, 0, 0, 0, bins)
                : new DataReport.Spread(count, least, most, sum / count, bins);
        }
    }
}
