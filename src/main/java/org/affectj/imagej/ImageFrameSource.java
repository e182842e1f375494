package org.affectj.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;

import java.util.Locale;
import java.util.Map;

import net.imglib2.img.array.ArrayImgs;

import org.affectj.AffectException;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;

/**
 * The frames of an ImageJ image: one for each z and t position, in the order of its stack; channels of a position make
 * one colour picture. Frames are rendered when they are asked for, so a virtual stack stays on disk.
 */
public final class ImageFrameSource implements FrameSource {

    /** Pictures below this width or height can't hold a face. */
    public static final int MINIMUM_SIZE = 16;

    private static final Map<String, Double> SECONDS = Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "msec",
        1e-3, "min", 60.0, "minute", 60.0, "h", 3600.0, "hour", 3600.0);

    private final ImagePlus image;
    private final PlaneRenderer renderer;
    private final int first;
    private final int size;

    private ImageFrameSource(final ImagePlus image, final boolean currentOnly) {
        checkSize(image);
        this.image = image;
        renderer = new PlaneRenderer(image);
        first = currentOnly ? (image.getCurrentSlice() - 1) / renderer.channels() + 1 : 1;
        size = currentOnly ? 1 : image.getStackSize() / renderer.channels();
    }

    /**
     * @param image any image; it stays the caller's, and is left as it is
     * @return all its frames
     * @throws AffectException if it has no pixels or too few to hold a face
     */
    public static ImageFrameSource of(final ImagePlus image) {
        return new ImageFrameSource(image, false);
    }

    /**
     * @param image any image; it stays the caller's, and is left as it is
     * @return the frame that it shows now, which keeps its number
     * @throws AffectException if it has no pixels or too few to hold a face
     */
    public static ImageFrameSource ofCurrentFrame(final ImagePlus image) {
        return new ImageFrameSource(image, true);
    }

    @Override
    public String name() {
        return image.getTitle();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Frame frame(final int number) {
        final int position = first + number - 1;
        return new Frame(position, time(position),
            ArrayImgs.argbs(renderer.render(position), image.getWidth(), image.getHeight()));
    }

    @Override
    public void close() {
        // the image belongs to the caller
    }

    /** Frames, or slices of a stack without frames, have a time if the calibration has a frame interval. */
    private double time(final int position) {
        final Calibration calibration = image.getCalibration();
        if (calibration.frameInterval <= 0 || image.getStackSize() / renderer.channels() == 1) return Double.NaN;
        final int slices = image.getNFrames() > 1 ? image.getNSlices() : 1;
        return (position - 1) / slices * calibration.frameInterval * secondsPer(calibration.getTimeUnit());
    }

    private static double secondsPer(final String unit) {
        return SECONDS.getOrDefault(unit.toLowerCase(Locale.ROOT), 1.0);
    }

    private static void checkSize(final ImagePlus image) {
        if (image.getWidth() == 0 || image.getHeight() == 0)
            throw new AffectException(
                "The image '" + image.getTitle() + "' has no pixels (0×0): open a picture of a face first.");
        if (image.getWidth() < MINIMUM_SIZE || image.getHeight() < MINIMUM_SIZE)
            throw new AffectException("The image '" + image.getTitle() + "' has " + image.getWidth() + "×"
                + image.getHeight() + " pixels, too few for a face: use one of " + MINIMUM_SIZE + "×" + MINIMUM_SIZE
                + " or more.");
    }
}
