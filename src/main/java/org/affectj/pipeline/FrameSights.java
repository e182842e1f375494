package org.affectj.pipeline;

import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.detect.FaceBox;

/** What of a frame tells its people apart: where faces are, and how they look. */
interface FrameSights {

    /** @return the number of the frame */
    int number();

    /** @return seconds from the beginning; NaN for pictures that have no time */
    double time();

    /** @return where the faces are, from the left to the right */
    List<FaceBox> boxes();

    /** @return how they look, in the same order; empty if people aren't told apart by looks */
    List<FaceTexture> textures();

    /** @return why the frame couldn't be read */
    Optional<AffectException> problem();
}
