package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** The scores against {@link Definitions} on random answers: with ties, absent classes and constant predictions. */
class DefinitionsTest {

    private static final int INPUTS = 1000;
    private static final double EXACT = 1e-9;

    private final Random random = new Random(20);

    @Test
    void concordanceInOnePassAndInParts() {
        for (int input = 0; input < INPUTS; input++) {
            final double[] x = values(1 + random.nextInt(40), 2);
            final double[] y = values(x.length, 2);
            final Concordance whole = new Concordance();
            final Concordance[] parts = { new Concordance(), new Concordance(), new Concordance() };
            for (int i = 0; i < x.length; i++) {
                whole.add(x[i], y[i]);
                parts[random.nextInt(3)].add(x[i], y[i]);
            }
            final double expected = Definitions.concordance(x, y);
            assertEquals(expected, whole.value(), EXACT);
            final Concordance merged = new Concordance();
            for (final Concordance part : parts)
                merged.merge(part, 3);
            assertEquals(expected, merged.value(), EXACT); // three times the same data say the same
            assertEquals(3 * x.length, merged.count());
        }
    }

    @Test
    void intraclassCorrelationInOnePassAndInParts() {
        for (int input = 0; input < INPUTS; input++) {
            final int judges = 2 + random.nextInt(4);
            final double[][] columns = new double[judges][];
            final int targets = 1 + random.nextInt(25);
            for (int j = 0; j < judges; j++)
                columns[j] = values(targets, 1);
            final double[][] ratings = new double[targets][judges];
            final IntraclassCorrelation whole = new IntraclassCorrelation(judges);
            final IntraclassCorrelation first = new IntraclassCorrelation(judges);
            final IntraclassCorrelation second = new IntraclassCorrelation(judges);
            for (int i = 0; i < targets; i++) {
                for (int j = 0; j < judges; j++)
                    ratings[i][j] = columns[j][i];
                whole.add(ratings[i]);
                (random.nextBoolean() ? first : second).add(ratings[i]);
            }
            first.merge(second, 1);
            for (final IntraclassCorrelation.Form form : IntraclassCorrelation.Form.values()) {
                final double expected = Definitions.intraclass(ratings, form);
                final double scale = Math.max(1, Math.abs(expected)); // a ratio by next to nothing may be huge
                assertEquals(expected / scale, whole.value(form) / scale, EXACT, form + " of input " + input);
                assertEquals(expected / scale, first.value(form) / scale, EXACT, form + " of input " + input);
            }
        }
    }

    @Test
    void kappaOfClasses() {
        for (int input = 0; input < INPUTS; input++) {
            final int n = 1 + random.nextInt(40);
            final int[] actual = classes(n);
            final int[] predicted = classes(n);
            final Confusion confusion = new Confusion(8);
            final BinaryScore binary = new BinaryScore();
            final int[] actualSign = new int[n];
            final int[] predictedSign = new int[n];
            for (int i = 0; i < n; i++) {
                confusion.add(actual[i], predicted[i]);
                actualSign[i] = actual[i] % 2;
                predictedSign[i] = predicted[i] % 2;
                binary.add(predictedSign[i] == 1, actualSign[i] == 1);
            }
            for (final KappaWeights weights : KappaWeights.values())
                assertEquals(Definitions.kappa(actual, predicted, weights), confusion.kappa(weights), EXACT);
            assertEquals(Definitions.kappa(actualSign, predictedSign, KappaWeights.NONE), binary.kappa(), EXACT);
            final Confusion merged = new Confusion(8);
            merged.merge(confusion, 4);
            assertEquals(confusion.macroF1(), merged.macroF1(), EXACT);
            assertEquals(4L * n, merged.count());
        }
    }

    @Test
    void thresholdsAndRanks() {
        for (int input = 0; input < INPUTS; input++) {
            final int n = 1 + random.nextInt(60);
            final double[] values = probabilities(n);
            final boolean[] actual = truths(n);
            final ThresholdCurve whole = new ThresholdCurve();
            final ThresholdCurve part = new ThresholdCurve();
            for (int i = 0; i < n; i++)
                (i % 2 == 0 ? whole : part).add(values[i], actual[i]);
            whole.merge(part, 1);
            assertEquals(Definitions.rocArea(values, actual), whole.rocArea(), EXACT);
            assertEquals(Definitions.averagePrecision(values, actual), whole.averagePrecision(), EXACT);
            for (int step = 0; step <= 20; step++) {
                final boolean[] predicted = Definitions.from(values, step / 20.0);
                final BinaryScore score = whole.at(step / 20.0);
                assertEquals(n, score.count());
                assertEquals(Definitions.f1(predicted, actual), score.f1(), EXACT);
                assertEquals(Definitions.precision(predicted, actual), score.precision(), EXACT);
                assertEquals(Definitions.precision(actual, predicted), score.recall(), EXACT);
            }
        }
    }

    @Test
    void calibration() {
        for (int input = 0; input < INPUTS; input++) {
            final int n = 1 + random.nextInt(60);
            final double[] values = probabilities(n);
            final boolean[] actual = truths(n);
            final Calibration whole = new Calibration();
            final Calibration part = new Calibration();
            for (int i = 0; i < n; i++)
                (i % 3 == 0 ? whole : part).add(values[i], actual[i]);
            whole.merge(part, 1);
            assertEquals(Definitions.brier(values, actual), whole.brier(), EXACT);
            assertEquals(Definitions.expectedError(values, actual), whole.expectedError(), EXACT);
            assertEquals(n, whole.count());
        }
    }

    /** Values in [-range, range], often equal, sometimes all the same. */
    private double[] values(final int count, final double range) {
        final boolean constant = random.nextInt(8) == 0;
        final int grid = 1 + random.nextInt(50);
        final double one = range * (2 * random.nextDouble() - 1);
        return random.doubles(count).map(v -> constant ? one : range * (Math.rint(v * grid) / grid * 2 - 1)).toArray();
    }

    /** Values of whole thousandths in [0, 1], often equal, sometimes all the same. */
    private double[] probabilities(final int count) {
        final int grid = new int[] { 1, 4, 20, 1000 }[random.nextInt(4)];
        final boolean constant = random.nextInt(8) == 0;
        final double one = random.nextInt(1001) / 1000.0;
        return random.doubles(count).map(v -> constant ? one : Math.rint(v * grid) / grid).toArray();
    }

    /** Seldom, sometimes or never true. */
    private boolean[] truths(final int count) {
        final double rate = new double[] { 0, 0.1, 0.5, 1 }[random.nextInt(4)];
        final boolean[] truths = new boolean[count];
        for (int i = 0; i < count; i++)
            truths[i] = random.nextDouble() < rate;
        return truths;
    }

    /** Classes of 8, of which some never occur. */
    private int[] classes(final int count) {
        final int used = 1 + random.nextInt(8);
        return random.ints(count, 8 - used, 8).toArray();
    }
}
