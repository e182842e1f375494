package org.affectj.analysis;

import java.util.ArrayList;
import java.util.List;

import org.affectj.AffectException;

/**
 * What counts as an event: values that stay at or above a low threshold and reach a high one on the way. Two thresholds
 * (hysteresis) keep a value that trembles about one threshold from being counted as many events.
 *
 * @param high value that an event reaches somewhere
 * @param low value that it doesn't fall below, at most {@code high}
 * @param minimumLength seconds from onset to offset that it lasts at least, 0 or more
 * @param longestGap in seconds, above 0: no event goes on over a longer one
 */
public record EventRule(double high, double low, double minimumLength, double longestGap) {

    /** For values from 0 to 1. */
    public static final EventRule DEFAULT = new EventRule(0.5, 0.3, 0.2, 0.5);

    public EventRule {
        if (!(low <= high))
            throw new AffectException("The low threshold " + low + " is above the high one, " + high
                + ": give one that is as high at most.");
        if (!(minimumLength >= 0))
            throw new AffectException("The minimum length can't be " + minimumLength + " seconds: give 0 or more.");
        Series.checkGap(longestGap);
    }

    /** @return the events of a series, in order */
    public List<FacialEvent> find(final Series series) {
        final List<FacialEvent> events = new ArrayList<>();
        for (final int[] places : series.pieces(longestGap))
            find(series.at(places), events);
        return events;
    }

    private void find(final Series piece, final List<FacialEvent> events) {
        int first = -1;
        for (int i = 0; i <= piece.size(); i++) {
            final boolean on = i < piece.size() && piece.values()[i] >= low;
            if (on && first < 0) first = i;
            if (on || first < 0) continue;
            final FacialEvent event = event(piece, first, i - 1);
            if (event.peak() >= high && event.duration() >= minimumLength - Series.ROUNDING) events.add(event);
            first = -1;
        }
    }

    private static FacialEvent event(final Series piece, final int first, final int last) {
        final double[] times = piece.times();
        final double[] values = piece.values();
        int apex = first;
        double area = 0;
        for (int i = first + 1; i <= last; i++) {
            if (values[i] > values[apex]) apex = i;
            area += (values[i] + values[i - 1]) / 2 * (times[i] - times[i - 1]);
        }
        return new FacialEvent(times[first], times[apex], times[last], values[first], values[apex], values[last], area,
            first == 0, last == piece.size() - 1);
    }
}
