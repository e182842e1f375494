package org.affectj.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.affectj.align.FaceAligner;
import org.affectj.align.FaceTemplate;
import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceDetector;
import org.affectj.detect.LandmarkDetector;
import org.affectj.detect.Landmarks;

/** The first half of the way: from a frame to its aligned faces. Safe for use by one thread. */
public final class FaceFinder implements AutoCloseable {

    private final FaceDetector detector;
    private final LandmarkDetector landmarks;
    private final Function<Landmarks, HeadPose> pose;
    private final FaceAligner aligner;

    /**
     * @param detector finds boxes; closed with this finder
     * @param landmarks finds the points in them; closed with this finder
     * @param pose tells how a head is turned
     * @param size width and height of the aligned faces in pixels
     */
    FaceFinder(final FaceDetector detector, final LandmarkDetector landmarks, final Function<Landmarks, HeadPose> pose,
        final int size)
    {
        this.detector = detector;
        this.landmarks = landmarks;
        this.pose = pose;
        this.aligner = new FaceAligner(FaceTemplate.ARCFACE.scaledTo(size));
    }

    /** @return the faces of a frame from the left to the right; empty if there is none */
    public List<FoundFace> find(final Frame frame) {
        return landmarks.detect(frame.pixels(), detector.detect(frame.pixels())).stream().flatMap(Optional::stream)
            .map(face -> align(frame, face)).toList();
    }

    private FoundFace align(final Frame frame, final DetectedFace face) {
        return new FoundFace(face, pose.apply(face.landmarks()),
            aligner.align(frame.pixels(), face.landmarks().fivePoints()));
    }

    @Override
    public void close() {
        detector.close();
        landmarks.close();
    }
}
