package org.affectj.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.affectj.detect.DetectedFace;
import org.affectj.detect.ExtraPasses;
import org.affectj.detect.FaceBox;
import org.affectj.detect.FaceDetector;
import org.affectj.detect.FaceFinder;
import org.affectj.detect.LandmarkDetector;
import org.affectj.detect.Landmarks;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Detectors that always see one face at one place, after a while.
 *
 * @param milliseconds that a search takes
 */
record SlowFaces(long milliseconds) implements FaceDetector, LandmarkDetector {

    /** The score of a face that a search found. */
    static final double SEARCHED = 1;
    private static final double FOLLOWED = 0.9;

    static FaceFinder finder(final long milliseconds) {
        final SlowFaces faces = new SlowFaces(milliseconds);
        return new FaceFinder(List.of(faces), faces, ExtraPasses.NEVER, 0);
    }

    @Override
    public List<FaceBox> detect(final RandomAccessibleInterval<ARGBType> picture) {
        try {
            Thread.sleep(milliseconds);
        } catch (final InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a search", e);
        }
        return List.of(new FaceBox(20, 20, 20, 20, 0, SEARCHED));
    }

    @Override
    public List<Optional<DetectedFace>> detect(final RandomAccessibleInterval<ARGBType> picture,
        final List<FaceBox> boxes)
    {
        return boxes.stream().map(box -> Optional.of(face(box.score()))).toList();
    }

    @Override
    public List<Optional<DetectedFace>> follow(final RandomAccessibleInterval<ARGBType> picture,
        final List<DetectedFace> before)
    {
        return before.stream().map(face -> Optional.of(face(FOLLOWED))).toList();
    }

    private static DetectedFace face(final double score) {
        final double[] x = IntStream.range(0, Landmarks.COUNT).mapToDouble(i -> 20 + i % 9 * 2).toArray();
        final double[] y = IntStream.range(0, Landmarks.COUNT).mapToDouble(i -> 20 + i / 4).toArray();
        final Landmarks landmarks = new Landmarks(x, y);
        return new DetectedFace(landmarks.box(score), landmarks);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
