package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.affectj.metrics.IntraclassCorrelation.Form;
import org.junit.jupiter.api.Test;

/** Scores against examples that were published with their results. */
class PublishedFiguresTest {

    /** Shrout &amp; Fleiss (1979), tables 2 to 4: six targets, four judges. */
    @Test
    void intraclassCorrelationsOfShroutAndFleiss() {
        final double[][] ratings =
            { { 9, 2, 5, 8 }, { 6, 1, 3, 2 }, { 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 }, { 6, 2, 4, 7 } };
        final IntraclassCorrelation correlation = new IntraclassCorrelation(4);
        for (final double[] target : ratings)
            correlation.add(target);
        Map.of(Form.ICC_1_1, .17, Form.ICC_2_1, .29, Form.ICC_3_1, .71, Form.ICC_1_K, .44, Form.ICC_2_K, .62,
            Form.ICC_3_K, .91).forEach((form, published) -> assertEquals(published, correlation.value(form), 0.005));
    }

    /** The grant proposals: two readers say yes to 20 and no to 15 of 50 together, and differ on 5 and 10. */
    @Test
    void kappaOfTwoReaders() {
        final Confusion table = table(new int[][] { { 20, 5 }, { 10, 15 } });
        assertEquals(0.4, table.kappa(KappaWeights.NONE), 1e-12);
        final BinaryScore binary = new BinaryScore();
        binary.add(true, true, 20);
        binary.add(false, true, 5);
        binary.add(true, false, 10);
        binary.add(false, false, 15);
        assertEquals(0.4, binary.kappa(), 1e-12);
    }

    /** Cohen (1960), table 1: two judges, three diagnoses, 200 patients; 0.70 agree, 0.41 by chance: kappa .492. */
    @Test
    void kappaOfCohen() {
        final Confusion table = table(new int[][] { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } });
        assertEquals(.492, table.kappa(KappaWeights.NONE), 0.0005);
    }

    /**
     * By hand, for the table of 1 1 0 / 0 1 1 / 0 0 0 of 4 answers: rows 2, 2, 0; columns 1, 2, 1. Linear: found 2, by
     * chance (2·2·1 + 2·1·2 + 2·1·1 + 2·1·1) / 4 = 3. Quadratic: found 2, by chance (4 + 2·1·4 + 2 + 2) / 4 = 4.
     */
    @Test
    void weightedKappaByHand() {
        final Confusion table = table(new int[][] { { 1, 1, 0 }, { 0, 1, 1 }, { 0, 0, 0 } });
        assertEquals(1 - 2 / 3.0, table.kappa(KappaWeights.LINEAR), 1e-12);
        assertEquals(1 - 2 / 4.0, table.kappa(KappaWeights.QUADRATIC), 1e-12);
    }

    /** scikit-learn's documentation of roc_auc_score and average_precision_score: 0.75 and 0.83…. */
    @Test
    void ranksOfScikitLearn() {
        final ThresholdCurve curve = new ThresholdCurve();
        curve.add(0.1, false);
        curve.add(0.4, false);
        curve.add(0.35, true);
        curve.add(0.8, true);
        assertEquals(0.75, curve.rocArea(), 1e-12);
        assertEquals(0.8333333333333333, curve.averagePrecision(), 1e-12);
    }

    /** scikit-learn's documentation of brier_score_loss: 0.0375. */
    @Test
    void brierScoreOfScikitLearn() {
        final Calibration calibration = new Calibration();
        calibration.add(0.1, false);
        calibration.add(0.9, true);
        calibration.add(0.8, true);
        calibration.add(0.3, false);
        assertEquals(0.0375, calibration.brier(), 1e-12);
        assertEquals((0.1 + 0.1 + 0.2 + 0.3) / 4, calibration.expectedError(), 1e-12); // each in a bin of its own
    }

    private static Confusion table(final int[][] counts) {
        final Confusion confusion = new Confusion(counts.length);
        for (int i = 0; i < counts.length; i++)
            for (int j = 0; j < counts.length; j++)
                for (int times = 0; times < counts[i][j]; times++)
                    confusion.add(i, j);
        return confusion;
    }
}
