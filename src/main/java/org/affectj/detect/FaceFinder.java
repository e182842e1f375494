package org.affectj.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.affectj.Progress;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Finds the faces of a picture and their points: boxes by one detector after the other, then landmarks, which also
 * decide whether a box holds a face. Of boxes that lead to the same points, those of the first detector count, and of
 * one detector the surest; a face of a later detector whose middle lies in one of an earlier doesn't count. Owns what
 * it is made of. Safe for use by several threads.
 */
public final class FaceFinder implements AutoCloseable {

    /** Faces whose points lie closer together than this, in sides of their box, are one. */
    private static final double SAME = 0.2;

    /**
     * Searches for tilted faces look at many windows that are none, so what they find needs better proof: in 100
     * photographs their right faces all scored 0.95 or more, the wrong ones less but for one.
     */
    private static final double SURE = 0.95;

    private final List<FaceDetector> passes;
    private final LandmarkDetector landmarks;
    private final ExtraPasses extraPasses;
    private final int maximum;

    /**
     * @param passes what finds boxes; the first runs on every picture
     * @param landmarks what finds points in them
     * @param extraPasses when the others run
     * @param maximum how many faces are kept of a picture, the largest ones; 0 for all
     */
    public FaceFinder(final List<FaceDetector> passes, final LandmarkDetector landmarks, final ExtraPasses extraPasses,
        final int maximum)
    {
        this.passes = List.copyOf(passes);
        this.landmarks = landmarks;
        this.extraPasses = extraPasses;
        this.maximum = maximum;
    }

    /**
     * @param picture two-dimensional colour picture of any size
     * @param progress asked between passes whether to go on
     * @return its faces, from the left to the right
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public List<DetectedFace> find(final RandomAccessibleInterval<ARGBType> picture, final Progress progress) {
        final List<DetectedFace> faces = new ArrayList<>();
        for (final FaceDetector pass : passes) {
            progress.throwIfCancelled();
            final List<DetectedFace> before = List.copyOf(faces);
            find(picture, pass).filter(face -> before.stream().noneMatch(other -> liesIn(face, other)))
                .filter(face -> faces.stream().noneMatch(other -> areSame(face, other))).forEach(faces::add);
            if (extraPasses == ExtraPasses.NEVER || extraPasses == ExtraPasses.WHEN_NONE && !faces.isEmpty()) break;
        }
        return largest(faces);
    }

    /**
     * Looks where faces were a moment ago, which takes a small part of the time of {@link #find}. Faces that have come
     * since aren't seen.
     *
     * @param picture two-dimensional colour picture
     * @param before the faces of the frame before
     * @param progress asked whether to go on
     * @return these faces where they are now, from the left to the right; if one of them isn't there any more, what
     *         {@link #find} finds
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public List<DetectedFace> follow(final RandomAccessibleInterval<ARGBType> picture, final List<DetectedFace> before,
        final Progress progress)
    {
        progress.throwIfCancelled();
        final List<DetectedFace> now =
            landmarks.follow(picture, before).stream().flatMap(Optional::stream).toList();
        return now.size() == before.size() && areDistinct(now) ? largest(now) : find(picture, progress);
    }

    private static boolean areDistinct(final List<DetectedFace> faces) {
        return IntStream.range(1, faces.size())
            .allMatch(i -> faces.subList(0, i).stream().noneMatch(other -> areSame(faces.get(i), other)));
    }

    /** @return what one detector finds, the surest first */
    private Stream<DetectedFace> find(final RandomAccessibleInterval<ARGBType> picture, final FaceDetector pass) {
        final List<FaceBox> boxes = pass.detect(picture);
        final List<Optional<DetectedFace>> faces = landmarks.detect(picture, boxes);
        return IntStream.range(0, boxes.size())
            .mapToObj(i -> faces.get(i).filter(face -> boxes.get(i).roll() == 0 || face.box().score() >= SURE))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingDouble((DetectedFace face) -> face.box().score()).reversed());
    }

    private static boolean areSame(final DetectedFace one, final DetectedFace other) {
        final double side = Math.max(one.box().width(), one.box().height());
        return one.landmarks().distance(other.landmarks()) < SAME * side;
    }

    /**
     * Whether the middle of a face lies in the box of another. Later searches take parts of faces for faces: in 70
     * rendered scenes they brought 52 wrong ones, and 18 without those that lie in others.
     */
    private static boolean liesIn(final DetectedFace face, final DetectedFace other) {
        final double x = face.box().x() + face.box().width() / 2 - other.box().x();
        final double y = face.box().y() + face.box().height() / 2 - other.box().y();
        return x > 0 && x < other.box().width() && y > 0 && y < other.box().height();
    }

    private List<DetectedFace> largest(final List<DetectedFace> faces) {
        return faces.stream()
            .sorted(Comparator.comparingDouble((DetectedFace face) -> face.box().width() * face.box().height())
                .reversed())
            .limit(maximum == 0 ? faces.size() : maximum)
            .sorted(Comparator.comparingDouble(face -> face.box().x() + face.box().width() / 2)).toList();
    }

    @Override
    public void close() {
        passes.forEach(FaceDetector::close);
        landmarks.close();
    }
}
