package org.affectj.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every figure again, straight from its definition, slowly and over all the data: what the fast ones are held against.
 */
final class Definitions {

    private Definitions() {
    }

    static double mean(final double[] values) {
        double sum = 0;
        for (final double value : values)
            sum += value;
        return sum / values.length;
    }

    private static boolean constant(final double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    static double concordance(final double[] x, final double[] y) {
        if (x.length == 0 || constant(x) || constant(y)) return 0;
        final double mx = mean(x);
        final double my = mean(y);
        double covariance = 0;
        double varianceX = 0;
        double varianceY = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - mx) * (y[i] - my) / x.length;
            varianceX += Math.pow(x[i] - mx, 2) / x.length;
            varianceY += Math.pow(y[i] - my, 2) / x.length;
        }
        return 2 * covariance / (varianceX + varianceY + (mx - my) * (mx - my));
    }

    /** The mean squares of a two-way layout, each from its own sum over all ratings. */
    static double intraclass(final double[][] ratings, final IntraclassCorrelation.Form form) {
        final int n = ratings.length;
        final int k = ratings[0].length;
        if (n < 2) return 0;
        final double grand = mean(Arrays.stream(ratings).flatMapToDouble(Arrays::stream).toArray());
        double bms = 0;
        double wms = 0;
        double jms = 0;
        double ems = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < k; j++) {
                final int judge = j;
                final double target = mean(ratings[i]);
                final double column = mean(Arrays.stream(ratings).mapToDouble(row -> row[judge]).toArray());
                bms += Math.pow(target - grand, 2) / (n - 1);
                wms += Math.pow(ratings[i][j] - target, 2) / (n * (k - 1));
                jms += Math.pow(column - grand, 2) / (k - 1);
                ems += Math.pow(ratings[i][j] - target - column + grand, 2) / ((n - 1) * (k - 1));
            }
        final double d = switch (form) {
            case ICC_1_1 -> bms + (k - 1) * wms;
            case ICC_2_1 -> bms + (k - 1) * ems + k * (jms - ems) / n;
            case ICC_3_1 -> bms + (k - 1) * ems;
            case ICC_1_K, ICC_3_K -> bms;
            case ICC_2_K -> bms + (jms - ems) / n;
        };
        final boolean oneWay = form == IntraclassCorrelation.Form.ICC_1_1 || form == IntraclassCorrelation.Form.ICC_1_K;
        return Math.abs(d) < 1e-20 ? 0 : (bms - (oneWay ? wms : ems)) / d;
    }

    /** Over all pairs of an answer and any answer to another case, instead of over a table. */
    static double kappa(final int[] actual, final int[] predicted, final KappaWeights weights) {
        double found = 0;
        double chance = 0;
        for (int i = 0; i < actual.length; i++) {
            found += disagreement(actual[i], predicted[i], weights) / actual.length;
            for (int j = 0; j < actual.length; j++)
                chance += disagreement(actual[i], predicted[j], weights) / actual.length / actual.length;
        }
        return chance == 0 ? 0 : 1 - found / chance;
    }

    private static double disagreement(final int a, final int b, final KappaWeights weights) {
        return switch (weights) {
            case NONE -> a == b ? 0 : 1;
            case LINEAR -> Math.abs(a - b);
            case QUADRATIC -> Math.pow(a - b, 2);
        };
    }

    static double f1(final boolean[] predicted, final boolean[] actual) {
        final double precision = precision(predicted, actual);
        final double recall = precision(actual, predicted);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** With the arguments exchanged, recall. */
    static double precision(final boolean[] predicted, final boolean[] actual) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < actual.length; i++) {
            if (!predicted[i]) continue;
            all++;
            if (actual[i]) right++;
        }
        return all == 0 ? 0 : (double) right / all;
    }

    static boolean[] from(final double[] values, final double threshold) {
        final boolean[] present = new boolean[values.length];
        for (int i = 0; i < values.length; i++)
            present[i] = values[i] >= threshold;
        return present;
    }

    /** Wins over all pairs of a present and an absent one. */
    static double rocArea(final double[] values, final boolean[] actual) {
        double wins = 0;
        int pairs = 0;
        for (int i = 0; i < values.length; i++)
            for (int j = 0; j < values.length; j++) {
                if (!actual[i] || actual[j]) continue;
                pairs++;
                wins += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
            }
        return pairs == 0 ? Double.NaN : wins / pairs;
    }

    /** Steps of recall times precision, over all values as thresholds, from the top. */
    static double averagePrecision(final double[] values, final boolean[] actual) {
        double sum = 0;
        double before = 0;
        for (final double threshold : Arrays.stream(values).distinct().map(v -> -v).sorted().map(v -> -v).toArray()) {
            final double recall = precision(actual, from(values, threshold));
            sum += (recall - before) * precision(from(values, threshold), actual);
            before = recall;
        }
        return before == 0 ? Double.NaN : sum;
    }

    static double brier(final double[] probabilities, final boolean[] actual) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++)
            sum += Math.pow(probabilities[i] - (actual[i] ? 1 : 0), 2);
        return sum / actual.length;
    }

    static double expectedError(final double[] probabilities, final boolean[] actual) {
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            final List<Integer> members = new ArrayList<>();
            for (int i = 0; i < actual.length; i++)
                if (probabilities[i] >= bin / 10.0 && (probabilities[i] < (bin + 1) / 10.0 || bin == 9)) members.add(i);
            if (members.isEmpty()) continue;
            final double said = members.stream().mapToDouble(i -> probabilities[i]).average().getAsDouble();
            final double share = members.stream().mapToDouble(i -> actual[i] ? 1 : 0).average().getAsDouble();
            error += Math.abs(said - share) * members.size() / actual.length;
        }
        return error;
    }
}
