package org.affectj.detect;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.affectj.AffectException;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** One of the cascades of boosted classifiers that come in OpenCV's jar, and what its windows mean. */
final class Cascade implements AutoCloseable {

    /** The smallest face that cascades see, in pixels. */
    static final int WINDOW = 24;

    /** Which cascade, and where in its windows the 68 points are. */
    enum Kind {
        /**
         * Upright faces that look into the camera. The box around the points is as wide as the window and lies 0.17
         * windows lower: means over 1,213 photographs. With steps of 1.2 and one neighbour, 98.0 % of the faces in
         * photographs are found and 2 % of the pictures have a wrong box; with 1.1 and three, 97.7 % and 2.5 % in
         * 1.7 times the time. Equalising the histogram brings nothing. What is wrong is left to the landmark network
         * to tell.
         */
        FRONTAL("haarcascades/haarcascade_frontalface_default", 1, 1.2, 0, 0.17, 1.0),
        /** The same, more demanding, for searches in which most of what is found is wrong. */
        CAREFUL_FRONTAL("haarcascades/haarcascade_frontalface_default", 3, 1.2, 0, 0.17, 1.0),
        /**
         * Faces turned to the left of the picture, by 30 to 60 degrees; where the box is: means over 41 rendered faces.
         * It needs no neighbours, since the landmark network tells what is none: of 150 rendered faces turned by 45 to
         * 60 degrees, of which the frontal cascade led to 43 %, both led to 82 %, with three neighbours to 63 %.
         */
        PROFILE("haarcascades/haarcascade_profileface", 0, 1.2, 0, 0.15, 0.85),
        /**
         * The same by other features, in half of the time, which see some faces that the former misses: 87 % with both.
         * Box: medians over 47 windows on rendered faces.
         */
        PATTERNED_PROFILE("lbpcascades/lbpcascade_profileface", 0, 1.1, 0.05, 0.44, 1.38);

        private final String file;
        private final int neighbours;
        private final double step;
        private final double shiftX;
        private final double shiftY;
        private final double size;

        /**
         * @param file of the cascade in OpenCV's jar
         * @param neighbours windows beside a window that must agree with it
         * @param step ratio of window sizes
         * @param shiftX from the middle of a window to that of the box, to the right, in widths of the window
         * @param shiftY the same, downwards
         * @param size of the box, in widths of the window
         */
        Kind(final String file, final int neighbours, final double step, final double shiftX, final double shiftY,
            final double size)
        {
            this.file = file;
            this.neighbours = neighbours;
            this.step = step;
            this.shiftX = shiftX;
            this.shiftY = shiftY;
            this.size = size;
        }
    }

    private final Kind kind;
    private final CascadeClassifier classifier;

    Cascade(final Kind kind) {
        this.kind = kind;
        classifier = new CascadeClassifier(extract(kind.file).getPath());
    }

    /**
     * @param grey 8-bit picture
     * @param minimum side of the smallest box
     * @return boxes in pixels of that picture
     */
    List<FaceBox> detect(final Mat grey, final int minimum) {
        final List<FaceBox> boxes = new ArrayList<>();
        if (Math.min(grey.cols(), grey.rows()) < WINDOW) return boxes;
        try (RectVector windows = new RectVector(); IntPointer levels = new IntPointer();
            DoublePointer weights = new DoublePointer(); Size smallest = smallestWindow(minimum);
            Size largest = new Size())
        {
            classifier.detectMultiScale3(grey, windows, levels, weights, kind.step, kind.neighbours, 0, smallest,
                largest, true);
            for (long i = 0; i < windows.size(); i++) boxes.add(box(windows.get(i), weights.get(i)));
        }
        return boxes;
    }

    private Size smallestWindow(final int box) {
        final int side = (int) Math.round(box / kind.size);
        return new Size(side, side);
    }

    private FaceBox box(final Rect window, final double weight) {
        final double side = window.width();
        final double centreX = window.x() + side * (0.5 + kind.shiftX);
        final double centreY = window.y() + side * (0.5 + kind.shiftY);
        final double size = side * kind.size;
        return new FaceBox(centreX - size / 2, centreY - size / 2, size, size, 0, score(weight));
    }

    /** Logistic in the last stage's sum; of right windows in photographs, fewer than 5 in 100 lie below its middle. */
    private static double score(final double weight) {
        return 1 / (1 + Math.exp(2 - weight));
    }

    private static File extract(final String name) {
        final String resource =
            "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/" + name + ".xml";
        try {
            final File file = Loader.cacheResource(CascadeClassifier.class, resource);
            if (file != null) return file;
        } catch (final IOException e) {
            throw new AffectException("The face detector '" + name
                + "' can't be unpacked: see that the home folder is writable and that the disk isn't full.", e);
        }
        throw new AffectException("The face detector '" + name + "' is missing: install OpenCV for "
            + Loader.getPlatform() + ", which the update site of AffectJ brings.");
    }

    @Override
    public void close() {
        classifier.close();
    }
}
