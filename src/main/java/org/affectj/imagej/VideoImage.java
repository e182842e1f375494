package org.affectj.imagej;

import ij.ImagePlus;

/** The image of a {@link VideoStack}: its frames are frames of ImageJ too, and the file is closed with it. */
public final class VideoImage extends ImagePlus {

    private final VideoStack stack;

    /** @param stack the video; closed with this image */
    VideoImage(final VideoStack stack) {
        super(stack.video().name(), stack);
        this.stack = stack;
        setDimensions(1, 1, stack.getSize());
        if (stack.getSize() < 2) return;
        getCalibration().setTimeUnit("sec");
        getCalibration().frameInterval =
            (stack.video().time(stack.getSize()) - stack.video().time(1)) / (stack.getSize() - 1);
        getCalibration().fps = 1 / getCalibration().frameInterval;
    }

    /** ImageJ calls this when the image's window was closed. */
    @Override
    public void flush() {
        super.flush();
        stack.close();
    }

    @Override
    public void close() {
        super.close();
        if (getWindow() == null) stack.close(); // else the user was asked, and keeps it
    }
}
