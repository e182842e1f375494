package org.affectj.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import net.imglib2.img.array.ArrayImgs;

import org.affectj.AffectException;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;

/**
 * The frames of an ImageJ image: one for each z and t position, in the order of its stack; channels of a position make
 * one colour picture. Frames are rendered when they are asked for, so a virtual stack stays on disk.
 */
public final class ImageFrameSource implements FrameSource {

    private static final Map<String, Double> SECONDS = Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "msec",
        1e-3, "min", 60.0, "minute", 60.0, "h", 3600.0, "hour", 3600.0);

    private final ImagePlus image;
    private final Optional<VideoStack> video;
    private final PlaneRenderer renderer;
    private final int first;
    private final int size;

    private ImageFrameSource(final ImagePlus image, final boolean currentOnly) {
        checkSize(image);
        this.image = image;
        video = image.getStack() instanceof VideoStack stack ? Optional.of(stack) : Optional.empty();
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
    public int number(final int place) {
        return first + place - 1;
    }

    @Override
    public Frame frame(final int place) {
        final int position = number(place);
        if (video.isPresent()) return video.get().frame(position); // which may be damaged, not just look black
        return new Frame(position, time(place),
            ArrayImgs.argbs(renderer.render(position), image.getWidth(), image.getHeight()));
    }

    /**
     * Frames of a video have their own times; others, or slices of a stack without frames, have a time if the
     * calibration has a frame interval.
     */
    @Override
    public double time(final int place) {
        final int position = number(place);
        return video.map(stack -> stack.video().time(position)).orElseGet(() -> calibratedTime(position));
    }

    @Override
    public Optional<String> damage() {
        return video.flatMap(stack -> stack.video().damage());
    }

    @Override
    public void close() {
        // the image belongs to the caller
    }

    private double calibratedTime(final int position) {
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
        if (image.getWidth() < Frame.MINIMUM_SIZE || image.getHeight() < Frame.MINIMUM_SIZE)
            throw new AffectException("The image '" + image.getTitle() + "' has " + image.getWidth() + "×"
                + image.getHeight() + " pixels, too few for a face: use one of " + Frame.MINIMUM_SIZE
                + "×" + Frame.MINIMUM_SIZE + " or more.");
    }
}
