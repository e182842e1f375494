package org.affectj.metrics;

/**
 * A score that is a sum over answers, so that scores of parts add up to the score of the whole.
 *
 * @param <S> the score itself
 */
public interface Mergeable<S> {

    /**
     * Takes in all that another score has taken in.
     *
     * @param other stays as it is
     * @param times how often its answers count, 1 or more
     */
    void merge(S other, int times);
}
