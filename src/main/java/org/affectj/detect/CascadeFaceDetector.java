package org.affectj.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.affectj.align.SimilarityTransform;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * Finds faces with OpenCV's cascades: the picture is made grey, scaled down as far as the smallest face wanted allows,
 * so that large pictures take no longer than small ones, and turned if tilted faces are sought. A cascade serves one
 * thread at a time, so there are as many as threads have needed at once.
 */
public final class CascadeFaceDetector implements FaceDetector {

    /** Boxes that share more than this part of their area show the same face. */
    private static final double SAME = 0.4;
    /** Side of the smallest wanted face after the picture was scaled down, in pixels; a little above the window. */
    private static final double SMALLEST = 30;

    private final Cascade.Kind kind;
    private final double minimumFace;
    private final double degrees;
    private final boolean mirrored;
    private final Queue<Cascade> idle = new ConcurrentLinkedQueue<>();

    private CascadeFaceDetector(final Cascade.Kind kind, final double minimumFace, final double degrees,
        final boolean mirrored)
    {
        this.kind = kind;
        this.minimumFace = minimumFace;
        this.degrees = degrees;
        this.mirrored = mirrored;
    }

    /**
     * @param minimumFace side of the smallest face that is sought: pixels, or below 1 a share of the picture's shorter
     *            side
     * @return detectors to try one after the other: upright frontal faces, frontal faces tilted by 30, 60 and 90
     *         degrees, then, since they also take parts of tilted faces for a face, profiles to either side by two
     *         cascades, and profiles tilted by 15 degrees
     */
    public static List<FaceDetector> passes(final double minimumFace) {
        final List<FaceDetector> passes = new ArrayList<>();
        passes.add(frontal(minimumFace, 0));
        for (final int degrees : new int[] { 30, -30, 60, -60, 90, -90 }) passes.add(frontal(minimumFace, degrees));
        passes.addAll(profiles(Cascade.Kind.PROFILE, minimumFace, 0));
        passes.addAll(profiles(Cascade.Kind.PATTERNED_PROFILE, minimumFace, 0));
        for (final int degrees : new int[] { 15, -15 })
            passes.addAll(profiles(Cascade.Kind.PROFILE, minimumFace, degrees));
        return passes;
    }

    /**
     * @param minimumFace side of the smallest face: pixels, or below 1 a share of the picture's shorter side
     * @param degrees how far faces are tilted, clockwise; 15 more or less are still found
     * @return a detector of frontal faces
     */
    public static CascadeFaceDetector frontal(final double minimumFace, final double degrees) {
        return new CascadeFaceDetector(degrees == 0 ? Cascade.Kind.FRONTAL : Cascade.Kind.CAREFUL_FRONTAL, minimumFace,
            degrees, false);
    }

    /**
     * Bounds the threads in which OpenCV searches a picture, in this whole process: for processes of AffectJ's own.
     *
     * @param threads 1 or more
     */
    public static void useThreads(final int threads) {
        opencv_core.setNumThreads(threads);
    }

    /** @return detectors of faces that are turned to the left and to the right */
    private static List<FaceDetector> profiles(final Cascade.Kind kind, final double minimumFace,
        final double degrees)
    {
        return List.of(new CascadeFaceDetector(kind, minimumFace, degrees, false),
            new CascadeFaceDetector(kind, minimumFace, degrees, true));
    }

    @Override
    public List<FaceBox> detect(final RandomAccessibleInterval<ARGBType> picture) {
        final int width = (int) picture.dimension(0);
        final int height = (int) picture.dimension(1);
        if (Math.min(width, height) < 1) return List.of();
        final double smallest = minimumFace < 1 ? minimumFace * Math.min(width, height) : minimumFace;
        final double scale = Math.min(1, SMALLEST / smallest);
        try (Mat grey = grey(picture); Mat small = scaled(grey, scale)) {
            final SimilarityTransform turn = turn(small);
            try (Mat turned = turned(small, turn)) {
                final int face = (int) Math.max(Cascade.WINDOW, Math.round(smallest * scale));
                final List<FaceBox> boxes = new ArrayList<>();
                for (final FaceBox box : windows(turned, face))
                    boxes.add(inPicture(mirrored ? mirror(box, turned.cols()) : box, turn, small, picture));
                return distinct(boxes);
            }
        }
    }

    private List<FaceBox> windows(final Mat picture, final int smallest) {
        final Cascade waiting = idle.poll();
        final Cascade cascade = waiting == null ? new Cascade(kind) : waiting;
        try {
            return cascade.detect(picture, smallest);
        } finally {
            idle.add(cascade);
        }
    }

    /** @return boxes at different places, from the left to the right; of those at the same, the surest */
    static List<FaceBox> distinct(final List<FaceBox> boxes) {
        final List<FaceBox> kept = new ArrayList<>();
        boxes.stream().sorted(Comparator.comparingDouble(FaceBox::score).reversed())
            .filter(box -> kept.stream().noneMatch(other -> other.overlap(box) > SAME)).forEach(kept::add);
        kept.sort(Comparator.comparingDouble(box -> box.x() + box.width() / 2));
        return kept;
    }

    private static Mat grey(final RandomAccessibleInterval<ARGBType> picture) {
        final byte[] grey = new byte[Math.toIntExact(picture.dimension(0) * picture.dimension(1))];
        final Cursor<ARGBType> cursor = Views.flatIterable(picture).cursor();
        for (int i = 0; i < grey.length; i++) {
            final int argb = cursor.next().get();
            // luma of ITU-R BT.601 in 1/256
            grey[i] = (byte) (77 * (argb >> 16 & 0xff) + 150 * (argb >> 8 & 0xff) + 29 * (argb & 0xff) + 128 >> 8);
        }
        final Mat mat = new Mat((int) picture.dimension(1), (int) picture.dimension(0), CV_8UC1);
        mat.data().put(grey);
        return mat;
    }

    private static Mat scaled(final Mat grey, final double scale) {
        final Mat small = new Mat();
        try (Size size = new Size(Math.max(1, (int) Math.round(grey.cols() * scale)),
            Math.max(1, (int) Math.round(grey.rows() * scale))))
        {
            opencv_imgproc.resize(grey, small, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        return small;
    }

    /** @return the transform to a picture in which faces with our tilt are upright, large enough for all of it */
    private SimilarityTransform turn(final Mat picture) {
        final double[] size = turnedSize(picture);
        return SimilarityTransform.of(1, -degrees, (picture.cols() - 1) / 2.0, (picture.rows() - 1) / 2.0,
            (size[0] - 1) / 2, (size[1] - 1) / 2);
    }

    private double[] turnedSize(final Mat picture) {
        final double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
        final double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
        return new double[] { Math.rint(picture.cols() * cos + picture.rows() * sin),
            Math.rint(picture.cols() * sin + picture.rows() * cos) };
    }

    private Mat turned(final Mat picture, final SimilarityTransform turn) {
        final Mat turned = new Mat();
        if (degrees == 0) {
            picture.copyTo(turned);
        } else {
            final double[] size = turnedSize(picture);
            try (Mat matrix = new Mat(new double[] { turn.a(), -turn.b(), turn.tx(), turn.b(), turn.a(), turn.ty() });
                Mat affine = matrix.reshape(1, 2); Size to = new Size((int) size[0], (int) size[1]);
                Scalar black = new Scalar(0))
            {
                opencv_imgproc.warpAffine(picture, turned, affine, to, opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_CONSTANT, black);
            }
        }
        if (mirrored) opencv_core.flip(turned, turned, 1);
        return turned;
    }

    private static FaceBox mirror(final FaceBox box, final int width) {
        return new FaceBox(width - box.x() - box.width(), box.y(), box.width(), box.height(), box.roll(), box.score());
    }

    /** Takes a box back from the turned, scaled picture. */
    private FaceBox inPicture(final FaceBox box, final SimilarityTransform turn, final Mat small,
        final RandomAccessibleInterval<ARGBType> picture)
    {
        // transforms count from the centre of the first pixel, boxes from its corner
        final double[] centre =
            turn.inverse().apply(box.x() + box.width() / 2 - 0.5, box.y() + box.height() / 2 - 0.5);
        final double scaleX = (double) picture.dimension(0) / small.cols();
        final double scaleY = (double) picture.dimension(1) / small.rows();
        final double side = box.width() * Math.sqrt(scaleX * scaleY);
        return new FaceBox((centre[0] + 0.5) * scaleX - side / 2 + picture.min(0),
            (centre[1] + 0.5) * scaleY - side / 2 + picture.min(1), side, side, degrees, box.score());
    }

    @Override
    public void close() {
        for (Cascade cascade = idle.poll(); cascade != null; cascade = idle.poll()) cascade.close();
    }
}
