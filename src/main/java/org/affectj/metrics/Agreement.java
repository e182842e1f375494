package org.affectj.metrics;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;

/** All scores of the faces of one subject, or of all subjects. In one pass and fixed memory. */
public final class Agreement implements Mergeable<Agreement> {

    private static final int UNITS = ActionUnit.values().length;

    private final MultiTaskScore tasks = new MultiTaskScore();
    private final Concordance weakValence = new Concordance();
    private final Concordance weakArousal = new Concordance();
    private final IntraclassCorrelation valence = new IntraclassCorrelation(2);
    private final IntraclassCorrelation arousal = new IntraclassCorrelation(2);
    private final ThresholdCurve[] curves = each(i -> new ThresholdCurve(), new ThresholdCurve[UNITS]);
    private final Calibration[] units = each(i -> new Calibration(), new Calibration[UNITS]);
    private final Calibration expressions = new Calibration();
    private final ConfidenceCurve confidence = new ConfidenceCurve();
    private long faces;

    private static <T> T[] each(final IntFunction<T> make, final T[] into) {
        IntStream.range(0, UNITS).forEach(i -> into[i] = make.apply(i));
        return into;
    }

    /** Takes one face in. */
    public void add(final JudgedFace face) {
        final Truth truth = face.truth();
        final Prediction said = face.prediction();
        faces++;
        tasks.add(truth, said, face.present());
        if (truth.knowsAffect()) {
            valence.add(truth.valence(), said.valence());
            arousal.add(truth.arousal(), said.arousal());
        }
        if (!Double.isNaN(face.weakValence())) {
            weakValence.add(face.weakValence(), said.valence());
            weakArousal.add(face.weakArousal(), said.arousal());
        }
        truth.expression().ifPresent(actual -> {
            final Expression answer = said.expression();
            expressions.add(said.probability(answer), answer == actual);
            confidence.add(said.probability(answer), answer == actual);
        });
        for (final ActionUnit unit : ActionUnit.values())
            if (truth.knows(unit)) {
                curves[unit.ordinal()].add(said.value(unit), truth.shows(unit));
                units[unit.ordinal()].add(said.value(unit), truth.shows(unit));
            }
    }

    @Override
    public void merge(final Agreement other, final int times) {
        faces += times * other.faces;
        tasks.merge(other.tasks, times);
        weakValence.merge(other.weakValence, times);
        weakArousal.merge(other.weakArousal, times);
        valence.merge(other.valence, times);
        arousal.merge(other.arousal, times);
        expressions.merge(other.expressions, times);
        confidence.merge(other.confidence, times);
        for (int i = 0; i < UNITS; i++) {
            if (other.units[i].count() == 0) continue;
            curves[i].merge(other.curves[i], times);
            units[i].merge(other.units[i], times);
        }
    }

    /** @return the number of faces, labelled or not */
    public long faces() {
        return faces;
    }

    /** @return whether any face had a label */
    public boolean isAnythingKnown() {
        return expressions.count() > 0 || valence.targets() > 0
            || Arrays.stream(units).anyMatch(unit -> unit.count() > 0);
    }

    /** @return F1, concordance and P_MTL */
    public MultiTaskScore tasks() {
        return tasks;
    }

    /** @return concordance with valence that nobody judged */
    public Concordance weakValence() {
        return weakValence;
    }

    /** @return concordance with arousal that nobody judged */
    public Concordance weakArousal() {
        return weakArousal;
    }

    /** @return truth and model as two judges of valence */
    public IntraclassCorrelation valence() {
        return valence;
    }

    /** @return truth and model as two judges of arousal */
    public IntraclassCorrelation arousal() {
        return arousal;
    }

    /** @return how one action unit's values tell present from absent */
    public ThresholdCurve curve(final ActionUnit unit) {
        return curves[unit.ordinal()];
    }

    /** @return whether one action unit's values are probabilities */
    public Calibration calibration(final ActionUnit unit) {
        return units[unit.ordinal()];
    }

    /** @return whether the probability of the expression that is answered is how often it is right */
    public Calibration expressionCalibration() {
        return expressions;
    }

    /** @return how often the expression that is answered is right, by its probability */
    public ConfidenceCurve confidence() {
        return confidence;
    }
}
