package org.affectj.pipeline;

import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.align.AlignedFace;
import org.affectj.align.FaceAligner;
import org.affectj.detect.DetectedFace;

/**
 * The faces of one frame, whose pixels are no longer needed.
 *
 * @param number of the frame
 * @param time seconds from the beginning; NaN for pictures that have no time
 * @param faces from the left to the right
 * @param crops the faces moved to the template, in the same order
 * @param problem why the frame couldn't be read
 */
record FrameFaces(int number, double time, List<DetectedFace> faces, List<AlignedFace> crops,
    Optional<AffectException> problem) {

    static FrameFaces of(final Frame frame, final List<DetectedFace> faces, final FaceAligner aligner) {
        final List<AlignedFace> crops =
            faces.stream().map(face -> aligner.align(frame.pixels(), face.landmarks().fivePoints())).toList();
        return new FrameFaces(frame.number(), frame.time(), faces, crops, Optional.empty());
    }

    static FrameFaces unreadable(final int number, final double time, final AffectException problem) {
        return new FrameFaces(number, time, List.of(), List.of(), Optional.of(problem));
    }
}
