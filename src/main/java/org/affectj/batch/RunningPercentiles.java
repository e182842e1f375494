package org.affectj.batch;

import java.util.Arrays;

import org.affectj.pipeline.Column;

/**
 * Percentiles of the numbers of a column, which come one at a time. They are exact, since the column's decimals leave
 * only so many different values: as soon as there are more numbers than values, they are counted, so that memory stays
 * within one number for each value.
 */
final class RunningPercentiles {

    private final double steps;
    private final long lowest;
    private final int values;
    private int[] numbers = new int[16];
    private boolean counted;
    private int count;

    /** @param column with a least and a greatest value */
    RunningPercentiles(final Column column) {
        steps = Math.pow(10, column.decimals());
        lowest = Math.round(column.range().minimum().orElseThrow() * steps);
        values = (int) (Math.round(column.range().maximum().orElseThrow() * steps) - lowest) + 1;
    }

    /**
     * @param value the next number, with the decimals of the column
     * @throws IllegalArgumentException if it isn't in the column's range
     */
    void add(final double value) {
        final int step = (int) (Math.round(value * steps) - lowest);
        if (step < 0 || step >= values) throw new IllegalArgumentException(value + " is out of range");
        if (!counted && count == numbers.length) grow();
        if (counted) numbers[step]++;
        else numbers[count] = step;
        count++;
    }

    private void grow() {
        counted = 2 * count >= values;
        if (!counted) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            return;
        }
        final int[] counts = new int[values];
        for (final int step : numbers) counts[step]++;
        numbers = counts;
    }

    /**
     * @param percent from 0 to 100
     * @return the percentile, between neighbours by linear interpolation (type 7 of Hyndman &amp; Fan, 1996, as R and
     *         NumPy do); NaN if no number came
     */
    double percentile(final double percent) {
        if (count == 0) return Double.NaN;
        if (!counted) Arrays.sort(numbers, 0, count);
        final double place = (count - 1) * percent / 100;
        final int below = (int) place;
        final double low = at(below);
        return (lowest + low + (place - below) * (at(Math.min(below + 1, count - 1)) - low)) / steps;
    }

    /** @return the number at a place in the order of size, in steps from the least value */
    private int at(final int place) {
        if (!counted) return numbers[place];
        int step = 0;
        for (long below = numbers[0]; below <= place; below += numbers[step]) step++;
        return step;
    }
}
