package org.affectj.pipeline;

import java.util.Optional;

/** Something that pictures come from, one at a time: a file, a stack, a video. Only one frame need be in memory. */
public interface FrameSource extends AutoCloseable {

    /** @return what tables call this source: a file name or a window title */
    String name();

    /** @return the number of frames */
    int size();

    /**
     * @param place of the frame, from 1 to {@link #size()}
     * @return the frame
     * @throws org.affectj.AffectException if it can't be read
     */
    Frame frame(int place);

    /**
     * Tells the number that tables give a frame: its place, unless the source is a part of another one.
     *
     * @param place of the frame, from 1 to {@link #size()}
     * @return its number, from 1
     */
    default int number(final int place) {
        return place;
    }

    /**
     * @param place of the frame, from 1 to {@link #size()}
     * @return seconds from the beginning; NaN for pictures that have no time. Known without reading pixels
     */
    default double time(final int place) {
        return Double.NaN;
    }

    /** @return what is missing or couldn't be read so far, in a sentence; empty if the source is whole */
    default Optional<String> damage() {
        return Optional.empty();
    }

    @Override
    void close();
}
