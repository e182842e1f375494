package org.affectj.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;

import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.junit.jupiter.api.Test;

/** What follows from expression labels, against METHOD 9's tables by hand. */
class WeakTargetsTest {

    private static final float EXACT = 1e-6f;

    @Test
    void happinessShowsItsActionUnits() {
        final CoAnnotation units = CoAnnotation.of(Labels.certain(Expression.HAPPINESS), 1);
        assertUnit(units, ActionUnit.AU12, 1, 1);
        assertUnit(units, ActionUnit.AU25, 1, 1);
        assertUnit(units, ActionUnit.AU06, 1, 0.51f); // seen in 51 % of people
        assertUnit(units, ActionUnit.AU04, 0, 1); // named by neither table
        assertUnit(units, ActionUnit.AU10, 0, 0); // seen in the wild: neither present nor absent
    }

    @Test
    void tablesOfAllExpressionsSayTheSame() {
        final int happiness = Expression.HAPPINESS.ordinal() * 12;
        final float[] presence = CoAnnotation.presence();
        final float[] absence = CoAnnotation.absence();
        assertEquals(0.51f, presence[happiness + ActionUnit.AU06.ordinal()]);
        assertEquals(0, absence[happiness + ActionUnit.AU06.ordinal()]);
        assertEquals(1, absence[happiness + ActionUnit.AU04.ordinal()]);
        assertEquals(0,
            presence[happiness + ActionUnit.AU10.ordinal()] + absence[happiness + ActionUnit.AU10.ordinal()]);
        assertEquals(1, absence[Expression.NEUTRAL.ordinal() * 12 + ActionUnit.AU26.ordinal()]);
        assertEquals(0, absence[Expression.OTHER.ordinal() * 12 + ActionUnit.AU26.ordinal()]);
    }

    @Test
    void onlyUnknownActionUnitsAreLearntFromAModelThatIsSure() {
        final CoAnnotation weak = CoAnnotation.of(Labels.certain(Expression.HAPPINESS), 1);
        final Labels labels = new Labels(Labels.certain(Expression.HAPPINESS), 1, Optional.of(Expression.HAPPINESS),
            weak.targets(), weak.weights(), 0, 0, 0);
        final float[] said = new float[12];
        Arrays.fill(said, 0.95f);
        said[ActionUnit.AU10.ordinal()] = 0.05f;
        final Labels taught = labels.withSureActionUnits(said, 0.9, 0.5f);
        final CoAnnotation units = new CoAnnotation(taught.actionUnits(), taught.actionUnitWeights());
        assertUnit(units, ActionUnit.AU07, 1, 0.5f); // nothing known of it
        assertUnit(units, ActionUnit.AU10, 0, 0.5f);
        assertUnit(units, ActionUnit.AU04, 0, 1); // known to be absent
        said[ActionUnit.AU07.ordinal()] = 0.85f;
        final Labels unsure = labels.withSureActionUnits(said, 0.9, 0.5f);
        assertEquals(0, unsure.actionUnitWeights()[ActionUnit.AU07.ordinal()]);
        assertEquals(0, labels.actionUnitWeights()[ActionUnit.AU10.ordinal()]); // the labels themselves stay
    }

    @Test
    void neutralFacesShowNothingAndOtherTellsNothing() {
        final CoAnnotation neutral = CoAnnotation.of(Labels.certain(Expression.NEUTRAL), 0.7f);
        final CoAnnotation other = CoAnnotation.of(Labels.certain(Expression.OTHER), 1);
        for (final ActionUnit unit : ActionUnit.values()) {
            assertUnit(neutral, unit, 0, 0.7f);
            assertUnit(other, unit, 0, 0);
        }
    }

    @Test
    void mixedJudgementsMixTargets() {
        final float[] shares = new float[8];
        shares[Expression.SADNESS.ordinal()] = 0.6f;
        shares[Expression.NEUTRAL.ordinal()] = 0.4f;
        final CoAnnotation units = CoAnnotation.of(shares, 1);
        assertUnit(units, ActionUnit.AU15, 0.6f, 1); // 0.6 · 1 present, 0.4 absent
        assertUnit(units, ActionUnit.AU01, 0.36f / 0.76f, 0.76f); // 0.6 · 0.60 present, 0.4 absent
        assertUnit(units, ActionUnit.AU12, 0, 1); // absent in both
        assertUnit(units, ActionUnit.AU07, 0, 0.4f); // nothing from sadness
    }

    @Test
    void valenceAndArousalAreMeansOfCoordinates() {
        final float[] shares = new float[8];
        shares[Expression.HAPPINESS.ordinal()] = 0.5f;
        shares[Expression.SURPRISE.ordinal()] = 0.25f;
        shares[Expression.OTHER.ordinal()] = 0.25f;
        final CircumplexTargets targets = CircumplexTargets.of(shares, 1);
        assertEquals((0.5f * 0.81f + 0.25f * 0.40f) / 0.75f, targets.valence(), EXACT);
        assertEquals((0.5f * 0.51f + 0.25f * 0.67f) / 0.75f, targets.arousal(), EXACT);
        assertEquals(1, targets.weight());
        assertEquals(0, CircumplexTargets.of(shares, 0.6f).weight()); // 0.6 · 0.75 < half
        assertEquals(0, CircumplexTargets.of(Labels.certain(Expression.OTHER), 1).weight());
    }

    @Test
    void aClosedSmileHasNoLipsPartAndAnOpenMouthHasWhateverIsFelt() {
        final Labels smile = Labels.fromExpressions(Labels.certain(Expression.HAPPINESS), 1,
            Optional.of(Expression.HAPPINESS));
        // eyes 40 pixels apart: gaps of 0, 4, 7 and 10 pixels are 0, 0.1, 0.175 and 0.25
        assertMouth(smile.withWeakTargets(Optional.of(MouthOpening.of(face(0)))), 0, 1, 0, 1);
        assertMouth(smile.withWeakTargets(Optional.of(MouthOpening.of(face(4.1)))), 0, 0, 0, 0);
        assertMouth(smile.withWeakTargets(Optional.of(MouthOpening.of(face(7)))), 1, 1, 0, 0);
        final Labels stern = Labels.fromExpressions(Labels.certain(Expression.NEUTRAL), 1,
            Optional.of(Expression.NEUTRAL));
        assertMouth(stern.withWeakTargets(Optional.of(MouthOpening.of(face(10)))), 1, 1, 1, 1);
        assertEquals(0, stern.withWeakTargets(Optional.of(MouthOpening.of(face(10)))).actionUnits()[6],
            "only the mouth");
    }

    private static void assertMouth(final Labels labels, final float lips, final float lipsWeight, final float jaw,
        final float jawWeight)
    {
        assertArrayEquals(new float[] { lips, jaw },
            new float[] { labels.actionUnits()[10], labels.actionUnits()[11] });
        assertArrayEquals(new float[] { lipsWeight, jawWeight },
            new float[] { labels.actionUnitWeights()[10], labels.actionUnitWeights()[11] });
    }

    /** A face with eyes 40 pixels apart, whose inner lips (points 62–64 above 68–66) are this many pixels apart. */
    private static Landmarks face(final double gap) {
        final double[] x = new double[68];
        final double[] y = new double[68];
        for (int i = 42; i < 48; i++)
            x[i] = 40;
        for (int i = 0; i < 3; i++) {
            y[61 + i] = 50;
            y[65 + i] = 50 + gap;
        }
        return new Landmarks(x, y);
    }

    @Test
    void exactActionUnitsCountFully() {
        final boolean[] present = new boolean[12];
        present[3] = true;
        final Labels labels = Labels.ofActionUnits(present, Optional.of(Expression.FEAR), 0.5f);
        assertArrayEquals(new float[] { 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 }, labels.actionUnits());
        assertEquals(1, labels.actionUnitWeights()[11]);
        assertEquals(0.5f, labels.expressionWeight());
        assertEquals(1, labels.expressions()[Expression.FEAR.ordinal()]);
    }

    private static void assertUnit(final CoAnnotation units, final ActionUnit unit, final float target,
        final float weight)
    {
        assertEquals(target, units.targets()[unit.ordinal()], EXACT, unit + " target");
        assertEquals(weight, units.weights()[unit.ordinal()], EXACT, unit + " weight");
    }
}
