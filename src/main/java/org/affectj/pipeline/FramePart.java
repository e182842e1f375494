package org.affectj.pipeline;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Part of a source, to be analysed apart from the rest by {@link FaceAnalyzer#analyzePart}.
 *
 * @param first place of its first frame in the source, from 1; a frame that is searched for faces, which is each
 *            {@link Tracking#detectEvery()}-th place from 1
 * @param last place of its last frame
 */
public record FramePart(int first, int last) implements Serializable {

    public FramePart {
        if (first < 1 || last < first) throw new IllegalArgumentException("no frames from " + first + " to " + last);
    }

    /**
     * @param source the whole; closed with the part
     * @return the frames of the part, under their own numbers and times
     */
    public FrameSource of(final FrameSource source) {
        return new FrameSelection(source, IntStream.rangeClosed(first, last).toArray());
    }
}
