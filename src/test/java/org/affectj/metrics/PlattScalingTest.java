package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Honest answers to yes-no questions: by hand, and against other curves. */
class PlattScalingTest {

    @Test
    void makesProbabilitiesWhatTheyTurnOutToBe() {
        final PlattScaling scaling = new PlattScaling();
        add(scaling, 0.9, 80, 20);
        add(scaling, 0.3, 20, 80);
        // yes counts 101/102 and no 1/102, so 0.9 must become (80 · 101/102 + 20 · 1/102) / 100 = 27/34, and 0.3
        // become 7/34
        final double scale = 2 * Math.log(27 / 7.0) / (Math.log(9) - Math.log(3 / 7.0));
        assertEquals(scale, scaling.best().scale(), 1e-6);
        assertEquals(Math.log(27 / 7.0) - scale * Math.log(9), scaling.best().shift(), 1e-6);
    }

    @Test
    void changesNothingWhereNothingIsToBeLearnt() {
        assertEquals(PlattScaling.Curve.NONE, new PlattScaling().best());
        final PlattScaling always = new PlattScaling();
        add(always, 0.4, 50, 0);
        assertEquals(PlattScaling.Curve.NONE, always.best());
        final PlattScaling wrong = new PlattScaling(); // its curve would fall
        add(wrong, 0.9, 10, 90);
        add(wrong, 0.1, 90, 10);
        assertEquals(PlattScaling.Curve.NONE, wrong.best());
    }

    @Test
    void fewAnswersOfAKindAreTooFew() {
        final PlattScaling scaling = new PlattScaling();
        add(scaling, 0.8, 19, 10);
        add(scaling, 0.2, 0, 90);
        assertEquals(PlattScaling.Curve.NONE, scaling.best());
        scaling.add(0.8, true);
        assertTrue(scaling.best().scale() > 1, scaling.best().toString());
    }

    @Test
    void staysFiniteWhereAnswersAreToldApartOrSure() {
        final PlattScaling scaling = new PlattScaling();
        add(scaling, 1, 50, 0);
        add(scaling, 0, 0, 50);
        final PlattScaling.Curve curve = scaling.best();
        assertEquals(51 / 52.0, 1 / (1 + Math.exp(-curve.scale() * Math.log(999999) - curve.shift())), 1e-6);
        assertEquals(1 / 52.0, 1 / (1 + Math.exp(curve.scale() * Math.log(999999) - curve.shift())), 1e-6);
    }

    @Test
    void noCurveNearbyIsMoreLikely() {
        final Random random = new Random(3);
        for (int input = 0; input < 20; input++) {
            final double[] p = new double[200];
            final boolean[] shown = new boolean[p.length];
            final PlattScaling scaling = new PlattScaling();
            for (int i = 0; i < p.length; i++) {
                p[i] = random.nextDouble();
                shown[i] = random.nextDouble() < Math.pow(p[i], 1 + input / 5.0); // too sure of itself
                scaling.add(p[i], shown[i]);
            }
            final PlattScaling.Curve best = scaling.best();
            assertTrue(best.scale() > 0, "input " + input);
            final double loss = loss(p, shown, best.scale(), best.shift());
            for (int direction = 0; direction < 8; direction++)
                assertTrue(loss < loss(p, shown, best.scale() + 1e-3 * Math.cos(direction * Math.PI / 4),
                    best.shift() + 1e-3 * Math.sin(direction * Math.PI / 4)), "input " + input);
        }
    }

    /** Platt's loss, written down without care for speed. */
    private static double loss(final double[] p, final boolean[] shown, final double scale, final double shift) {
        int yes = 0;
        for (final boolean is : shown) if (is) yes++;
        double loss = 0;
        for (int i = 0; i < p.length; i++) {
            final double q = 1 / (1 + Math.exp(-scale * Math.log(p[i] / (1 - p[i])) - shift));
            final double target = shown[i] ? (yes + 1.0) / (yes + 2) : 1.0 / (p.length - yes + 2);
            loss -= target * Math.log(q) + (1 - target) * Math.log(1 - q);
        }
        return loss;
    }

    private static void add(final PlattScaling scaling, final double probability, final int yes, final int no) {
        for (int i = 0; i < yes; i++) scaling.add(probability, true);
        for (int i = 0; i < no; i++) scaling.add(probability, false);
    }
}
