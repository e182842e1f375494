package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.affectj.Progress;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.Prediction;
import org.junit.jupiter.api.Test;

/** Tests scores by subject, and which labels of a face count. */
class SubjectAgreementTest {

    /** More subjects than are kept apart: intervals are as wide as theory says all the same. */
    @Test
    void manySubjectsInFewGroupsGiveTheSameIntervals() {
        final SubjectAgreement scores = new SubjectAgreement();
        final Random random = new Random(11);
        for (int i = 0; i < 1000; i++)
            scores.add(face("person " + i, truth(Expression.FEAR, 0.1),
                random.nextInt(10) < 6 ? Expression.FEAR : Expression.SURPRISE, 0.3f));
        assertEquals(1000, scores.subjects());
        assertEquals(1000, scores.all().faces());
        final List<Figure> figures = Figures.of(scores.all());
        final int accuracy = figures.stream().map(Figure::path).toList().indexOf("expressions.accuracy");
        final Interval interval =
            scores.intervals(figures, new SubjectBootstrap(1000, 1), Progress.NONE).get(accuracy).orElseThrow();
        // 2 · 1.96 · √(0.6 · 0.4 / 1000) = 0.061
        assertEquals(0.061, interval.high() - interval.low(), 0.01);
        final double value = scores.all().tasks().expressions().accuracy();
        assertTrue(interval.low() < value && value < interval.high(), interval.toString());
    }

    @Test
    void squaresHoldPairsUpToTheEnds() {
        final PairCounts counts = new PairCounts();
        counts.add(-1, 1);
        counts.add(1, -1);
        counts.add(0, -0.01);
        assertEquals(1, counts.count(0, PairCounts.BINS - 1));
        assertEquals(1, counts.count(PairCounts.BINS - 1, 0));
        assertEquals(1, counts.count(PairCounts.BINS / 2, PairCounts.BINS / 2 - 1));
        assertEquals(0.025, PairCounts.middle(PairCounts.BINS / 2), 1e-12);
    }

    @Test
    void figuresAreOfWhatIsLabelled() {
        final SubjectAgreement scores = new SubjectAgreement();
        scores.add(face("a", truth(Expression.FEAR, 0.1), Expression.FEAR, 0.3f));
        final List<String> paths = Figures.of(scores.all()).stream().map(Figure::path).toList();
        assertTrue(paths.containsAll(List.of("expressions.Fear.f1", "valence_ccc", "action_units.AU12.f1",
            "action_units.AU12.brier")), paths.toString());
        assertFalse(paths.contains("action_units.AU01.f1"), "not labelled");
        assertFalse(paths.contains("action_units.AU12.roc_auc"), "no face lacks it");
        assertFalse(paths.contains("p_mtl"), "eleven action units are missing");
    }

    @Test
    void aLabelWithoutAPredictionDoesNotCount() {
        final float[] units = new float[12];
        units[ActionUnit.AU12.ordinal()] = Float.NaN;
        final float[] none = new float[8];
        Arrays.fill(none, Float.NaN);
        final JudgedFace face = new JudgedFace("a.png", "a", truth(Expression.FEAR, 0.1), 0.5, 0.5,
            new Prediction(units, none, 0.2f, Float.NaN), new boolean[12]);
        final Truth left = face.comparable().truth();
        assertFalse(left.knows(ActionUnit.AU12));
        assertFalse(left.knowsAffect());
        assertEquals(Optional.empty(), left.expression());
        assertEquals(Double.NaN, face.comparable().weakValence());
    }

    private static Truth truth(final Expression expression, final double valence) {
        final double[] units = Truth.unknown().actionUnits();
        units[ActionUnit.AU12.ordinal()] = 1;
        return new Truth(Optional.of(expression), units, valence, 0);
    }

    private static JudgedFace face(final String subject, final Truth truth, final Expression answer,
        final float valence)
    {
        final float[] probabilities = new float[8];
        probabilities[answer.ordinal()] = 1;
        return new JudgedFace(subject + ".png", subject, truth, Double.NaN, Double.NaN,
            new Prediction(new float[12], probabilities, valence, 0), new boolean[12]);
    }
}
