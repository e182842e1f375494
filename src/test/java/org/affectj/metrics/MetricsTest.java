package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;
import org.junit.jupiter.api.Test;

/** Metrics against calculations by hand. */
class MetricsTest {

    private static final double EXACT = 1e-9;

    @Test
    void concordanceOfFourPairs() { // METHOD 6.1
        final double[] truth = { 0.1, 0.4, -0.2, 0.3 };
        final double[] predicted = { 0.0, 0.5, -0.1, 0.1 };
        assertEquals(0.8333333333333334, concordance(truth, predicted), EXACT);
    }

    @Test
    void concordanceIsNotCorrelation() {
        // y = x + 1: correlation 1; variances 2/3, squared shift 1: 2·(2/3) / (4/3 + 1) = 4/7.
        assertEquals(4.0 / 7, concordance(new double[] { 1, 2, 3 }, new double[] { 2, 3, 4 }), EXACT);
        assertEquals(-1, concordance(new double[] { -1, 1 }, new double[] { 1, -1 }), EXACT);
    }

    @Test
    void concordanceWithAConstantIsZero() {
        assertEquals(0, concordance(new double[] { 0.3, -0.4 }, new double[] { 0.1, 0.1 }), EXACT);
        assertEquals(0, concordance(new double[] { 0.2, 0.2 }, new double[] { 0.2, 0.2 }), EXACT);
        assertEquals(0, new Concordance().value(), EXACT);
    }

    @Test
    void concordanceKeepsItsDigitsFarFromZero() {
        final double[] x = { 1e8 + 0.1, 1e8 + 0.4, 1e8 - 0.2, 1e8 + 0.3 };
        final double[] y = { 1e8, 1e8 + 0.5, 1e8 - 0.1, 1e8 + 0.1 };
        assertEquals(0.8333333333333334, concordance(x, y), 1e-6);
    }

    @Test
    void f1OfBinaryAnswers() {
        final BinaryScore score = new BinaryScore();
        assertEquals(0, score.f1(), EXACT);
        score.add(true, true);
        score.add(true, false);
        score.add(false, true);
        score.add(true, true);
        score.add(false, false);
        assertEquals(2.0 * 2 / (2 * 2 + 1 + 1), score.f1(), EXACT);
        assertEquals(2.0 / 3, score.precision(), EXACT);
        assertEquals(2.0 / 3, score.recall(), EXACT);
        assertEquals(5, score.count());
    }

    @Test
    void anAbsentClassCountsAsZeroInTheMacroMean() {
        final Confusion confusion = new Confusion(3);
        confusion.add(0, 0);
        confusion.add(0, 1);
        confusion.add(1, 1);
        assertEquals(2.0 / 3, confusion.f1(0), EXACT);
        assertEquals(2.0 / 3, confusion.f1(1), EXACT);
        assertEquals(0, confusion.f1(2), EXACT);
        assertEquals(4.0 / 9, confusion.macroF1(), EXACT);
        assertEquals(2.0 / 3, confusion.macroF1OfPresent(), EXACT);
        assertEquals(2.0 / 3, confusion.accuracy(), EXACT);
    }

    @Test
    void rareClassesCanBeLeftOutOfTheMacroMean() {
        final Confusion confusion = new Confusion(3);
        for (int i = 0; i < 3; i++) confusion.add(0, 0);
        confusion.add(1, 0);
        assertEquals((6.0 / 7 + 0) / 2, confusion.macroF1OfPresent(0.25), EXACT);
        assertEquals(6.0 / 7, confusion.macroF1OfPresent(0.26), EXACT);
    }

    @Test
    void constantAnswersScoreOneClassOnly() {
        final Confusion confusion = new Confusion(8);
        for (int k = 0; k < 8; k++)
            confusion.add(k, 7);
        assertEquals(1.0 / 8, confusion.accuracy(), EXACT);
        assertEquals(2.0 / 9 / 8, confusion.macroF1(), EXACT);
    }

    @Test
    void bestThresholdSeparatesWhatCanBeSeparated() {
        final ThresholdCurve curve = new ThresholdCurve();
        for (final double value : new double[] { 0.05, 0.1, 0.2, 0.25 })
            curve.add(value, false);
        for (final double value : new double[] { 0.31, 0.4, 1.0 })
            curve.add(value, true);
        assertEquals(0.31, curve.best(), EXACT);
        assertEquals(1, curve.at(0.31).f1(), EXACT);
        assertEquals(2.0 * 2 / (2 * 2 + 1), curve.at(0.4).f1(), EXACT);
        assertEquals(0.5, new ThresholdCurve().best(), EXACT);
    }

    @Test
    void aValueAtTheThresholdIsPresent() {
        for (int percent = 0; percent <= 100; percent++) {
            final ThresholdCurve curve = new ThresholdCurve();
            curve.add(percent / 100.0, true);
            assertEquals(1, curve.at(percent / 100.0).recall(), EXACT, percent + " %");
            if (percent < 100) assertEquals(0, curve.at((percent + 1) / 100.0).recall(), EXACT, percent + " %");
        }
    }

    @Test
    void whatCannotBeRankedHasNoFigure() {
        final ThresholdCurve absent = new ThresholdCurve();
        absent.add(0.3, false);
        assertEquals(Double.NaN, absent.rocArea());
        assertEquals(Double.NaN, absent.averagePrecision());
        assertEquals(Double.NaN, new Calibration().brier());
        assertEquals(Double.NaN, new Calibration().expectedError());
    }

    @Test
    void reliabilityBinsHoldWhatFallsIntoThem() {
        final Calibration calibration = new Calibration();
        calibration.add(0.7, true);
        calibration.add(0.72, false);
        calibration.add(1, true);
        final Calibration.Bin bin = calibration.bins().get(7);
        assertEquals(new Calibration.Bin(0.7, 0.8, 2, 0.71, 0.5), bin);
        assertEquals(1, calibration.bins().get(9).count());
        assertEquals(0, calibration.bins().get(0).count());
        assertEquals((2 * 0.21 + 0) / 3, calibration.expectedError(), EXACT);
    }

    @Test
    void onlyLabelledActionUnitsCountInTheirMean() {
        final MultiTaskScore score = new MultiTaskScore();
        score.addActionUnit(ActionUnit.AU12, true, true);
        score.addActionUnit(ActionUnit.AU06, true, false);
        assertEquals(0.5, score.meanActionUnitF1(), EXACT);
        assertFalse(score.isComplete());
    }

    @Test
    void landmarkErrorIsAShareOfTheDistanceOfTheEyes() {
        final double[] x = new double[68];
        final double[] y = new double[68];
        x[36] = 10;
        x[45] = 60;
        final double[] shifted = y.clone();
        for (int i = 0; i < 34; i++)
            shifted[i] = 5;
        final LandmarkError error = new LandmarkError();
        error.add(new Landmarks(x, shifted), new Landmarks(x, y));
        assertEquals(0.05, error.mean(), EXACT);
        assertEquals(0, error.failureRate(), EXACT);
    }

    private static double concordance(final double[] x, final double[] y) {
        final Concordance concordance = new Concordance();
        for (int i = 0; i < x.length; i++)
            concordance.add(x[i], y[i]);
        return concordance.value();
    }
}
