package org.affectj.chart;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was measured of one person's face over time, coarse enough to draw: the frames of a bin are joined to their
 * mean, smallest and largest values.
 */
public final class FaceOutline {

    private final String source;
    private final int track;
    private final NavigableMap<Integer, Bin> bins = new TreeMap<>();
    private int frames;

    /**
     * @param source name of the picture or video
     * @param track number of the person in it
     */
    FaceOutline(final String source, final int track) {
        this.source = source;
        this.track = track;
    }

    /** Neighbouring frames. */
    static final class Bin {

        private final int firstRow;
        private final float[] low;
        private final float[] high;
        private final double[] sum;
        private double frameSum;
        private double timeSum;
        private int count;

        private Bin(final int row, final int frame, final double time, final float[] values) {
            firstRow = row;
            low = values.clone();
            high = values.clone();
            sum = new double[values.length];
            for (int i = 0; i < values.length; i++) sum[i] = values[i];
            frameSum = frame;
            timeSum = time;
            count = 1;
        }

        private void join(final Bin later) {
            for (int i = 0; i < sum.length; i++) {
                low[i] = Math.min(low[i], later.low[i]);
                high[i] = Math.max(high[i], later.high[i]);
                sum[i] += later.sum[i];
            }
            frameSum += later.frameSum;
            timeSum += later.timeSum;
            count += later.count;
        }

        /** @return the mean number of its frames */
        double frame() {
            return frameSum / count;
        }

        /** @return the mean time of its frames in seconds; NaN for none */
        double time() {
            return timeSum / count;
        }

        double mean(final int channel) {
            return sum[channel] / count;
        }

        float low(final int channel) {
            return low[channel];
        }

        float high(final int channel) {
            return high[channel];
        }

        /** @return where its first frame stands in the table, from 0 */
        int firstRow() {
            return firstRow;
        }
    }

    void add(final int row, final int frame, final int binWidth, final double time, final float[] values) {
        frames++;
        bins.merge((frame - 1) / binWidth, new Bin(row, frame, time, values), FaceOutline::joined);
    }

    private static Bin joined(final Bin earlier, final Bin later) {
        earlier.join(later);
        return earlier;
    }

    /** Makes bins twice as wide. */
    void coarsen() {
        final NavigableMap<Integer, Bin> fine = new TreeMap<>(bins);
        bins.clear();
        fine.forEach((number, bin) -> bins.merge(number / 2, bin, FaceOutline::joined));
    }

    /** @return bins by their number from 0; only those with frames */
    NavigableMap<Integer, Bin> bins() {
        return bins;
    }

    /** @return the bin that is nearest to another one's place */
    Map.Entry<Integer, Bin> nearest(final int number) {
        final Map.Entry<Integer, Bin> before = bins.floorEntry(number);
        final Map.Entry<Integer, Bin> after = bins.ceilingEntry(number);
        if (before == null) return after;
        return after == null || number - before.getKey() <= after.getKey() - number ? before : after;
    }

    /** @return name of the picture or video */
    public String source() {
        return source;
    }

    /** @return number of the person in it, from 1 */
    public int track() {
        return track;
    }

    /** @return in how many frames the face was measured */
    public int frames() {
        return frames;
    }

    /** @return how large the range of a channel is over all frames */
    double range(final int channel) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (final Bin bin : bins.values()) {
            low = Math.min(low, bin.low(channel));
            high = Math.max(high, bin.high(channel));
        }
        return high - low;
    }

    @Override
    public String toString() {
        return "Face " + track + " of " + source;
    }
}
