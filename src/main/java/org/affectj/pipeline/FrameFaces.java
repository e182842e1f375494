package org.affectj.pipeline;

import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.align.AlignedFace;
import org.affectj.align.FaceAligner;
import org.affectj.align.FaceTemplate;
import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceBox;

/**
 * The faces of one frame, whose pixels are no longer needed.
 *
 * @param number of the frame
 * @param time seconds from the beginning; NaN for pictures that have no time
 * @param faces from the left to the right
 * @param crops the faces moved to the template, in the same order
 * @param textures how the faces look, in the same order; empty if people aren't told apart by looks
 * @param problem why the frame couldn't be read
 */
record FrameFaces(int number, double time, List<DetectedFace> faces, List<AlignedFace> crops,
    List<FaceTexture> textures, Optional<AffectException> problem) implements FrameSights {

    private static final FaceAligner TEXTURED = new FaceAligner(FaceTemplate.ARCFACE.scaledTo(FaceTexture.SIZE));

    static FrameFaces of(final Frame frame, final List<DetectedFace> faces, final FaceAligner aligner,
        final boolean byLooks)
    {
        final List<FaceTexture> textures =
            byLooks ? faces.stream().map(face -> texture(frame, face)).toList() : List.of();
        final List<AlignedFace> crops = faces.stream().map(face -> align(frame, face, aligner)).toList();
        return new FrameFaces(frame.number(), frame.time(), faces, crops, textures, Optional.empty());
    }

    private static AlignedFace align(final Frame frame, final DetectedFace face, final FaceAligner aligner) {
        return aligner.align(frame.pixels(), face.landmarks().fivePoints());
    }

    private static FaceTexture texture(final Frame frame, final DetectedFace face) {
        return FaceTexture.of(align(frame, face, TEXTURED).crop(),
            HeadPose.fit(face.landmarks().x(), face.landmarks().y()));
    }

    @Override
    public List<FaceBox> boxes() {
        return faces.stream().map(DetectedFace::box).toList();
    }

    static FrameFaces unreadable(final int number, final double time, final AffectException problem) {
        return new FrameFaces(number, time, List.of(), List.of(), List.of(), Optional.of(problem));
    }
}
