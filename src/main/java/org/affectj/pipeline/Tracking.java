package org.affectj.pipeline;

import java.io.Serializable;

import org.affectj.AffectException;

/**
 * How the faces of a video or stack are followed along its time.
 *
 * @param detectEvery a picture is searched for faces every so many frames, from 1 to 100; in between, faces are looked
 *            for where they were in the frame before
 * @param gap seconds for which a face may be out of sight and still keeps its track by place and speed, from 0 to 60
 * @param byLooks whether faces are also told apart by how they look, and get their track back after any time
 */
public record Tracking(int detectEvery, double gap, boolean byLooks) implements Serializable {

    /** A search in every frame. */
    public static final Tracking DEFAULT = new Tracking(1, 1, true);

    /** The most frames without a search. */
    public static final int MOST_FRAMES = 100;

    public Tracking {
        if (detectEvery < 1 || detectEvery > MOST_FRAMES) throw new AffectException("Faces can't be sought every "
            + detectEvery + " frames: give 1 for every frame, or a number up to " + MOST_FRAMES + ".");
        if (!(gap >= 0 && gap <= 60))
            throw new AffectException("The gap in tracks can't be " + gap + ": give 0 to 60 seconds.");
    }

    /** A way to follow faces that tells them apart by how they look as well */
    public Tracking(final int detectEvery, final double gap) {
        this(detectEvery, gap, true);
    }

    /** @return the same way to follow faces, without looking at how they look */
    public Tracking byPlaceOnly() {
        return new Tracking(detectEvery, gap, false);
    }
}
