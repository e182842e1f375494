package org.affectj.bench;

import java.util.List;
import java.util.Locale;

/**
 * What several rounds gave.
 *
 * @param median of them
 * @param smallest of them
 * @param largest of them
 */
record Spread(double median, double smallest, double largest) {

    static Spread of(final List<Double> rounds) {
        final double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        final int middle = sorted.length / 2;
        return new Spread(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
            sorted[0], sorted[sorted.length - 1]);
    }

    /** @return the median, with the others in brackets, each in the given format */
    String text(final String format) {
        return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", median, smallest, largest);
    }
}
