package org.affectj.pipeline;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** A source of one picture in memory. */
record SinglePicture(RandomAccessibleInterval<ARGBType> pixels) implements FrameSource {

    @Override
    public String name() {
        return "picture";
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Frame frame(final int number) {
        return new Frame(number, Double.NaN, pixels);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
