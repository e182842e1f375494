package org.affectj.pipeline;

import java.util.Optional;

import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;
import org.affectj.model.Prediction;

/**
 * What was measured of one face in one frame, or that there was none.
 *
 * @param source name of the source
 * @param frame number of the frame, from 1
 * @param time seconds from the beginning; NaN for pictures that have no time
 * @param number counts the faces of the frame from 1, left to right; 0 for none
 * @param track number of the person along the source, from 1 in the order of first sight; 0 for none
 * @param status {@code ok}, or the reason why there is nothing: {@code no_face}, {@code unreadable}
 * @param face where it is; empty unless the status is {@code ok}
 * @param pose how the head is turned
 * @param prediction what the model read from it
 */
public record FaceRecord(String source, int frame, double time, int number, int track, String status,
    Optional<DetectedFace> face, Optional<HeadPose> pose, Optional<Prediction> prediction) {

    /** The status of a face that was measured. */
    public static final String OK = "ok";
    /** The status of a frame without a face. */
    public static final String NO_FACE = "no_face";
    /** The status of a frame that can't be read. */
    public static final String UNREADABLE = "unreadable";

    /** @return a record that says why a frame has no face to measure */
    public static FaceRecord without(final String source, final int frame, final double time, final String status) {
        return new FaceRecord(source, frame, time, 0, 0, status, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @return the same face with what the model read from it */
    public FaceRecord with(final Prediction read) {
        return new FaceRecord(source, frame, time, number, track, status, face, pose, Optional.of(read));
    }
}
