package org.affectj.pipeline;

import java.util.stream.IntStream;

/**
 * Somebody along a source: how they look from each side, when they were in sight, and, once that is settled, their
 * number.
 */
final class Person {

    /** Sights of a face from a side, from which it is known how it looks from there. */
    private static final int SIGHTS = 2;

    private final FaceTexture[] views =
        IntStream.range(0, FaceTexture.VIEWS).mapToObj(FaceTexture::none).toArray(FaceTexture[]::new);
    private final int[] sights = new int[FaceTexture.VIEWS];
    private final double since;
    private double seen;
    private int number;

    /** @param since seconds at which the person comes into sight */
    Person(final double since) {
        this.since = since;
        seen = since;
    }

    /** Settles the person's number, from 1. */
    void name(final int given) {
        number = given;
    }

    /** @return the number; 0 until it is settled */
    int number() {
        return number;
    }

    /** Takes note of when the person is in sight. */
    void seeAt(final double seconds) {
        seen = seconds;
    }

    /** Takes note of how the person looks. */
    void see(final FaceTexture face) {
        views[face.view()].add(face);
        sights[face.view()]++;
    }

    /** @return seconds at which the person was in sight last */
    double seen() {
        return seen;
    }

    /** @return whether this may be somebody known who was lost: they were never in sight together */
    boolean mayBe(final Person known) {
        return known.seen < since;
    }

    /** @return how alike a face is to this person's from the same side, from -1 to 1; 0 if that isn't known */
    double likeness(final FaceTexture face) {
        return views[face.view()].likeness(face);
    }

    /**
     * @return how alike this person and another look from the sides from which both are known, from -1 to 1, by how
     *         often both were seen from there; 0 if there is none
     */
    double likeness(final Person other) {
        double sum = 0;
        int weights = 0;
        for (int view = 0; view < views.length; view++) {
            final int weight = Math.min(sights[view], other.sights[view]);
            if (weight < SIGHTS) continue;
            sum += weight * views[view].likeness(other.views[view]);
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** Takes over what is known of somebody who turned out to be this person. */
    void absorb(final Person same) {
        for (int view = 0; view < views.length; view++) {
            views[view].add(same.views[view]);
            sights[view] += same.sights[view];
        }
        seen = Math.max(seen, same.seen);
    }
}
