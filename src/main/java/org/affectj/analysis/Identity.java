package org.affectj.analysis;

/**
 * Whose face it is: the same in all rows that a table counts as one person.
 *
 * @param source name of the picture, stack or video
 * @param track number of the person within it, from 1
 */
public record Identity(String source, int track) {

    /** @return as people read it: {@code talk.mp4, track 2} */
    @Override
    public String toString() {
        return source + ", track " + track;
    }
}
