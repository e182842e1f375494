package org.affectj.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.affectj.AffectException;

/**
 * One measure of one face along time.
 *
 * @param times in seconds, each later than the one before; they needn't be regular
 * @param values as many; NaN where there is none
 */
public record Series(double[] times, double[] values) {

    /** How far two times that are rounded to six decimals, as in tables, can be from their true distance. */
    static final double ROUNDING = 1.1e-6;

    public Series {
        if (times.length != values.length)
            throw new IllegalArgumentException(times.length + " times and " + values.length + " values");
        for (int i = 1; i < times.length; i++)
            if (!(times[i] > times[i - 1]))
                throw new IllegalArgumentException("time " + i + " isn't later than the one before");
    }

    /** @return the number of times */
    public int size() {
        return times.length;
    }

    /** @return the same times with other values */
    public Series with(final double[] others) {
        return new Series(times, others);
    }

    /** @return the same values, so many seconds later */
    Series later(final double seconds) {
        return new Series(Arrays.stream(times).map(time -> time + seconds).toArray(), values);
    }

    /** @return the times and values at some places */
    Series at(final int[] places) {
        return new Series(Arrays.stream(places).mapToDouble(i -> times[i]).toArray(),
            Arrays.stream(places).mapToDouble(i -> values[i]).toArray());
    }

    /** @return the values that are there and whose time lies from one to another second, both included */
    double[] between(final double from, final double to) {
        final int[] ends = places(from, to);
        return Arrays.stream(values, ends[0], ends[1]).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** @return the first place at or after one second, and the first place after another */
    private int[] places(final double from, final double to) {
        final int first = firstAfter(from - ROUNDING);
        return new int[] { first, Math.max(first, firstAfter(to + ROUNDING)) };
    }

    private int firstAfter(final double time) {
        final int found = Arrays.binarySearch(times, time);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * Divides the values that are there where the series breaks off: where none follows within some time. Nothing is
     * assumed of what happened in a gap.
     *
     * @param longestGap in seconds, above 0: what two neighbours of a piece are apart at most
     * @return the places of each piece's values, in order; a piece has one or more
     */
    List<int[]> pieces(final double longestGap) {
        final List<int[]> pieces = new ArrayList<>();
        final int[] piece = new int[size()];
        int length = 0;
        for (int i = 0; i < size(); i++) {
            if (Double.isNaN(values[i])) continue;
            if (length > 0 && times[i] - times[piece[length - 1]] > longestGap + ROUNDING) {
                pieces.add(Arrays.copyOf(piece, length));
                length = 0;
            }
            piece[length++] = i;
        }
        if (length > 0) pieces.add(Arrays.copyOf(piece, length));
        return pieces;
    }

    /**
     * @param start of the first value, in seconds
     * @param step from one value to the next, in seconds
     * @param count how many
     * @param longestGap in seconds: nothing is made up between values that are farther apart
     * @return values at regular times, on the straight line between neighbours; NaN where there is none
     */
    double[] resample(final double start, final double step, final int count, final double longestGap) {
        final double[] regular = new double[count];
        Arrays.fill(regular, Double.NaN);
        for (final int[] places : pieces(longestGap)) {
            final Series piece = at(places);
            int right = 0;
            final int first = (int) Math.max(0, Math.ceil((piece.times[0] - ROUNDING - start) / step));
            for (int i = first; i < count; i++) {
                final double time = start + i * step;
                if (time > piece.times[piece.size() - 1] + ROUNDING) break;
                while (right < piece.size() - 1 && piece.times[right] < time) right++;
                regular[i] = piece.line(right, time);
            }
        }
        return regular;
    }

    /** The value at a time between two neighbours, or at the end. */
    private double line(final int right, final double time) {
        if (right == 0 || time >= times[right]) return values[right];
        final double share = (time - times[right - 1]) / (times[right] - times[right - 1]);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }

    /** @throws AffectException unless a gap is a number of seconds above 0 */
    static void checkGap(final double longestGap) {
        if (!(longestGap > 0))
            throw new AffectException("The longest gap can't be " + longestGap + " seconds: give a number above 0.");
    }
}
