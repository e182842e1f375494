package org.affectj.detect;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** Finds faces in pictures. Safe for use by several threads. */
public interface FaceDetector extends AutoCloseable {

    /**
     * @param picture two-dimensional colour picture of any size
     * @return a box for each face, from the left to the right; empty if there is none
     */
    List<FaceBox> detect(RandomAccessibleInterval<ARGBType> picture);

    @Override
    void close();
}
