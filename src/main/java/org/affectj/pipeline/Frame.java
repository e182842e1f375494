package org.affectj.pipeline;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * One picture of a source.
 *
 * @param number counts from 1, as slices do in ImageJ
 * @param time seconds from the beginning of the source; NaN for pictures that have no time
 * @param pixels two-dimensional, colour
 */
public record Frame(int number, double time, RandomAccessibleInterval<ARGBType> pixels) {

    /** Pictures below this width or height can't hold a face. */
    public static final int MINIMUM_SIZE = 16;
}
