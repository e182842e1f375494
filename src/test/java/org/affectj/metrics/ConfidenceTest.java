package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Honest probabilities: temperatures by hand and against a plain search, answers to trust by hand. */
class ConfidenceTest {

    @Test
    void aClassThatIsTooSureIsMadeAsSureAsItIsRight() {
        final TemperatureScaling scaling = new TemperatureScaling();
        for (int i = 0; i < 10; i++)
            scaling.add(new float[] { 0.9f, 0.1f }, i < 8 ? 0 : 1); // right in 8 of 10
        // 0.9 must become 0.8: (0.9 / 0.1)^(1/T) = 0.8 / 0.2
        assertEquals(Math.log(9) / Math.log(4), scaling.best(), 1e-6);
    }

    @Test
    void nothingIsChangedWithoutAnswersAndBoundsHold() {
        assertEquals(1, new TemperatureScaling().best());
        final TemperatureScaling right = new TemperatureScaling();
        right.add(new float[] { 0.6f, 0.4f }, 0);
        assertEquals(0.2, right.best(), 1e-6); // always right: the surest
        final TemperatureScaling wrong = new TemperatureScaling();
        wrong.add(new float[] { 1, 0 }, 1);
        assertEquals(5, wrong.best(), 1e-6);
    }

    @Test
    void theTemperatureIsThatOfAPlainSearch() {
        final Random random = new Random(4);
        for (int input = 0; input < 20; input++) {
            final int n = 40;
            final float[][] answers = new float[n][8];
            final int[] actual = new int[n];
            final TemperatureScaling scaling = new TemperatureScaling();
            for (int i = 0; i < n; i++) {
                float sum = 0;
                for (int k = 0; k < 8; k++)
                    sum += answers[i][k] = (float) Math.exp(2 * random.nextGaussian());
                int best = 0;
                for (int k = 0; k < 8; k++)
                    if ((answers[i][k] /= sum) > answers[i][best]) best = k;
                actual[i] = random.nextInt(3) > 0 ? best : random.nextInt(8);
                scaling.add(answers[i], actual[i]);
            }
            double best = 0;
            for (int step = 200; step <= 5000; step++)
                if (best == 0 || loss(answers, actual, step / 1000.0) < loss(answers, actual, best))
                    best = step / 1000.0;
            assertEquals(best, scaling.best(), 1.1e-3, "input " + input);
        }
    }

    private static double loss(final float[][] answers, final int[] actual, final double temperature) {
        double loss = 0;
        for (int i = 0; i < answers.length; i++) {
            double sum = 0;
            for (final float p : answers[i])
                sum += Math.pow(p, 1 / temperature);
            loss -= Math.log(Math.pow(answers[i][actual[i]], 1 / temperature) / sum);
        }
        return loss;
    }

    @Test
    void answersAreCertainFromWhereNineInTenAreRight() {
        final ConfidenceCurve curve = new ConfidenceCurve();
        for (int i = 0; i < 9; i++)
            curve.add(0.8f, true);
        curve.add(0.7f, false); // 9 of 10 from 0.7 on
        curve.add(0.6f, false); // 9 of 11
        curve.add(0.3f, true); // 10 of 12
        assertEquals(0.7, curve.certainFrom(0.9));
        assertEquals(0.8, curve.certainFrom(1));
        assertEquals(0.3, curve.certainFrom(0.5));
        assertEquals(1, new ConfidenceCurve().certainFrom(0.9));
        assertEquals(9 / 11.0, curve.accuracyFrom(0.6), 1e-12);
        assertEquals(10 / 12.0, curve.shareFrom(0.7), 1e-12);
        final ConfidenceCurve twice = new ConfidenceCurve();
        twice.merge(curve, 2);
        twice.add(0.9, false);
        assertEquals(18 / 21.0, twice.accuracyFrom(0.7), 1e-12);
    }
}
