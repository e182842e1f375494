package org.affectj.cluster;

import java.io.Serializable;

import org.affectj.pipeline.FramePart;

/**
 * A part of a long video, which is a unit of work then; ordered as the videos and their frames are.
 *
 * @param video counts the videos that are shared, from 0
 * @param source the whole
 * @param part which of its frames
 */
record SourcePart(int video, Source source, FramePart part) implements Serializable, Comparable<SourcePart> {

    @Override
    public int compareTo(final SourcePart other) {
        return video != other.video ? Integer.compare(video, other.video)
            : Integer.compare(part.first(), other.part.first());
    }
}
