package org.affectj.detect;

import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** Finds the 68 points of faces whose boxes are known. Safe for use by several threads. */
public interface LandmarkDetector extends AutoCloseable {

    /**
     * @param picture two-dimensional colour picture
     * @param boxes where faces were found
     * @return a face for each box, in the same order; empty where the box turned out to hold none
     */
    List<Optional<DetectedFace>> detect(RandomAccessibleInterval<ARGBType> picture, List<FaceBox> boxes);

    /**
     * @param picture two-dimensional colour picture, of the moment after that in which the faces were found
     * @param before faces of that moment
     * @return each of them where it is now, in the same order; empty where there is no face any more
     */
    List<Optional<DetectedFace>> follow(RandomAccessibleInterval<ARGBType> picture, List<DetectedFace> before);

    @Override
    void close();
}
