package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * The peak flow of 17 people by two meters, from Bland and Altman (The Lancet 1986), with the figures that they give.
 */
class DifferencesTest {

    private static final double[] LARGE =
        { 494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427 };
    private static final double[] MINI =
        { 512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451 };

    @Test
    void blandAndAltmansFigures() {
        final Differences differences = new Differences();
        final Concordance concordance = new Concordance();
        double squares = 0;
        for (int i = 0; i < LARGE.length; i++) {
            differences.add(LARGE[i], MINI[i]);
            concordance.add(LARGE[i], MINI[i]);
            squares += (LARGE[i] - MINI[i]) * (LARGE[i] - MINI[i]);
        }
        assertEquals(-2.1, differences.mean(), 0.05);
        assertEquals(38.8, differences.deviation(), 0.05);
        assertEquals(-2.1 - 1.96 * 38.8, differences.limits().low(), 0.15);
        assertEquals(-2.1 + 1.96 * 38.8, differences.limits().high(), 0.15);
        assertEquals(Math.sqrt(squares / 17), differences.rootMeanSquare(), 1e-9);
        assertEquals(0.94, concordance.correlation(), 0.005);
        assertEquals(-36 / 17.0, concordance.meanX() - concordance.meanY(), 1e-9);
    }

    @Test
    void nothingIsKnownOfNothing() {
        assertTrue(Double.isNaN(new Differences().mean()));
        assertTrue(Double.isNaN(new Differences().rootMeanSquare()));
        assertTrue(Double.isNaN(new Concordance().correlation()));
    }
}
