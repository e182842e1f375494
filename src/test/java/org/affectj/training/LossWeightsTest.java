package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Weights from the counts of s-Aff-Wild2's training set, as METHOD 3 and 7.3 give both. */
class LossWeightsTest {

    private static final long[] POSITIVES =
        { 18713, 8745, 20342, 30605, 41337, 38286, 26783, 2460, 2980, 5003, 70584, 10756 };
    private static final long[] EXPRESSIONS = { 23976, 4555, 3168, 3122, 18135, 7609, 5228, 24852 };

    @Test
    void areThoseOfTheChallenge() {
        final LossWeights weights = LossWeights.of(POSITIVES, EXPRESSIONS);
        assertArrayEquals(new float[] { 0.4626f, 0.9898f, 0.4255f, 0.2828f, 0.2094f, 0.2261f, 0.3232f, 3.5186f, 2.9046f,
            1.7301f, 0.1226f, 0.8047f }, weights.actionUnits(), 1e-4f);
        assertArrayEquals(new float[] { 0.4726f, 2.4875f, 3.5766f, 3.6293f, 0.6248f, 1.4891f, 2.1673f, 0.4559f },
            weights.expressions(), 1e-4f);
    }

    @Test
    void areFiniteWhereSomethingNeverOccurs() {
        final LossWeights weights = LossWeights.of(new long[] { 0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 },
            new long[] { 8, 0, 0, 0, 0, 0, 0, 0 });
        assertEquals(12.0 / 7, weights.actionUnits()[0], 1e-6); // 1/1 of 1/1 + 1/1 + 10 · 1/2
        assertEquals(0.125f, weights.expressions()[0]);
        assertEquals(1, weights.expressions()[1]);
    }
}
