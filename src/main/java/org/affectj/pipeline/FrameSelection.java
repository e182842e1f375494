package org.affectj.pipeline;

import java.io.Serializable;
import java.util.Optional;
import java.util.stream.IntStream;

import org.affectj.AffectException;

/** Some frames of a source, under their own numbers and times. */
public final class FrameSelection implements FrameSource {

    private final FrameSource source;
    private final int[] places;

    FrameSelection(final FrameSource source, final int[] places) {
        this.source = source;
        this.places = places;
    }

    /**
     * Which frames to take.
     *
     * @param every the first frame and each n-th after it, from 1
     * @param from seconds from which frames are taken, from 0
     * @param to seconds up to which frames are taken, above {@code from}; infinity for the end. Frames without a time
     *            are taken at any
     */
    public record Choice(int every, double from, double to) implements Serializable {

        /** All frames. */
        public static final Choice ALL = new Choice(1, 0, Double.POSITIVE_INFINITY);

        public Choice {
            if (every < 1)
                throw new AffectException("Every " + every + "th frame can't be taken: give 1 for all, "
                    + "2 for every other.");
            if (!(from >= 0 && to > from)) throw new AffectException("Frames can't be taken from " + from + " to " + to
                + " seconds: give a beginning from 0 and an end behind it.");
        }

        private boolean takes(final double time) {
            return Double.isNaN(time) || time >= from && time <= to;
        }
    }

    /**
     * @param source where frames come from; closed with the selection, or if there is nothing to select
     * @param choice which of them to take
     * @return the frames
     * @throws AffectException if there is none
     */
    public static FrameSource of(final FrameSource source, final Choice choice) {
        if (choice.equals(Choice.ALL)) return source;
        final int[] within =
            IntStream.rangeClosed(1, source.size()).filter(place -> choice.takes(source.time(place))).toArray();
        if (within.length == 0) {
            final double end = source.time(source.size());
            source.close();
            throw new AffectException("'" + source.name() + "' has no frame from " + choice.from + " to " + choice.to
                + " seconds, its last is at " + end + ": choose other seconds.");
        }
        return new FrameSelection(source,
            IntStream.range(0, within.length).filter(i -> i % choice.every == 0).map(i -> within[i]).toArray());
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public int number(final int place) {
        return source.number(places[place - 1]);
    }

    @Override
    public double time(final int place) {
        return source.time(places[place - 1]);
    }

    @Override
    public Frame frame(final int place) {
        return source.frame(places[place - 1]);
    }

    @Override
    public Optional<String> damage() {
        return source.damage();
    }

    @Override
    public void close() {
        source.close();
    }
}
