package org.affectj.imagej;

import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.Frame;
import org.affectj.video.VideoFrames;

/** A video as a virtual stack of colour slices, each decoded when it is looked at; the last few are kept. */
public final class VideoStack extends VirtualStack implements AutoCloseable {

    /** Enough to step back and forth. */
    private static final int KEPT = 16;

    private final VideoFrames video;
    private final Map<Integer, int[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Integer, int[]> eldest) {
            return size() > KEPT;
        }
    };

    private VideoStack(final VideoFrames video) {
        super(video.width(), video.height());
        this.video = video;
        setBitDepth(24);
    }

    /**
     * @param file a video
     * @param progress asked whether to go on
     * @return its frames as an image, not shown; closing the image closes the file
     * @throws AffectException if it can't be read or isn't a video
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static VideoImage open(final Path file, final Progress progress) {
        return new VideoImage(new VideoStack(VideoFrames.open(file, progress)));
    }

    /** @return the video */
    VideoFrames video() {
        return video;
    }

    /** @return the frame of a slice, from 1; it isn't kept, as an analysis wants each once */
    Frame frame(final int slice) {
        return video.frame(slice);
    }

    @Override
    public int getSize() {
        return video == null ? 0 : video.size(); // ImageStack asks while it is made
    }

    @Override
    public int size() {
        return getSize();
    }

    /** The slice in colours; black where the video is damaged, which the label says. */
    @Override
    public ImageProcessor getProcessor(final int slice) {
        try {
            return new ColorProcessor(getWidth(), getHeight(), pixels(slice));
        }
        catch (final AffectException e) {
            return new ColorProcessor(getWidth(), getHeight());
        }
    }

    private synchronized int[] pixels(final int slice) {
        int[] pixels = kept.get(slice);
        if (pixels == null) {
            pixels = video.pixels(slice);
            kept.put(slice, pixels);
        }
        return pixels.clone(); // what is drawn onto a slice is gone with the next, as in every virtual stack
    }

    @Override
    public Object getPixels(final int slice) {
        return getProcessor(slice).getPixels();
    }

    /** The time of the frame. */
    @Override
    public String getSliceLabel(final int slice) {
        return String.format(Locale.ROOT, "%.3f s", video.time(slice));
    }

    @Override
    public boolean isRGB() {
        return true;
    }

    @Override
    public void close() {
        video.close();
    }
}
