package org.affectj.imagej;

import ij.ImageListener;
import ij.ImagePlus;

import java.util.function.IntConsumer;

/** The frame that an image shows, to follow and to change: counted as tables count frames, over z and t positions. */
public final class ImagePosition implements AutoCloseable {

    private final ImagePlus image;
    private final int channels;
    private final ImageListener listener;

    /**
     * @param image to follow until it or this is closed
     * @param moved takes the frame from 1 whenever the image shows another one
     */
    public ImagePosition(final ImagePlus image, final IntConsumer moved) {
        this.image = image;
        channels = image.getType() == ImagePlus.COLOR_RGB ? 1 : image.getNChannels();
        listener = new ImageListener() {

            private int last = frame();

            @Override
            public void imageUpdated(final ImagePlus updated) {
                if (updated != image || frame() == last) return;
                last = frame();
                moved.accept(last);
            }

            @Override
            public void imageOpened(final ImagePlus opened) {
                // another one
            }

            @Override
            public void imageClosed(final ImagePlus closed) {
                if (closed == image) close();
            }
        };
        ImagePlus.addImageListener(listener);
    }

    /** @return the number of the frame that is shown, from 1 */
    public int frame() {
        return (image.getCurrentSlice() - 1) / channels + 1;
    }

    /** Shows a frame, if the image has it and shows another one. */
    public void show(final int frame) {
        if (frame == frame() || frame < 1 || frame > image.getStackSize() / channels) return;
        final int slices = image.getNSlices();
        image.setPosition(image.getChannel(), (frame - 1) % slices + 1, (frame - 1) / slices + 1);
    }

    @Override
    public void close() {
        ImagePlus.removeImageListener(listener);
    }
}
