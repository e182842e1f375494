package org.affectj.video;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;

import net.imglib2.img.array.ArrayImgs;

/**
 * The frames of a video file. Opening reads the file once without decoding it, to learn when each frame is shown;
 * frames are decoded when they are asked for, quickest in their order. Pictures stand upright and have square pixels.
 * Safe for use by several threads.
 */
public final class VideoFrames implements FrameSource {

    private static final int TRIES = 3;

    private final Path path;
    private final FrameIndex index;
    private final double origin;
    private final double unit;
    private final int width;
    private final int height;
    private final PictureConverter converter;
    private final BitSet undecodable = new BitSet();
    private Decoder decoder;
    private boolean closed;
    /** The number of the frame that the decoder holds; 0 at the beginning. */
    private int at;
    /** Frames beyond this number were seen not to come. */
    private int last = Integer.MAX_VALUE;

    private VideoFrames(final Path path, final VideoFile file, final FrameIndex index) {
        this.path = path;
        this.index = index;
        unit = file.seconds(1);
        origin = Math.min(file.start(), index.stamp(1)) * unit;
        final Orientation orientation = file.orientation();
        final int codedHeight = file.parameters().height();
        final int codedWidth = Math.max(1, (int) Math.round(file.parameters().width() * file.pixelAspect()));
        width = orientation.swaps() ? codedHeight : codedWidth;
        height = orientation.swaps() ? codedWidth : codedHeight;
        decoder = new Decoder(file);
        converter = new PictureConverter(codedWidth, codedHeight, orientation);
    }

    /**
     * @param path of a video
     * @return its frames
     * @throws AffectException if it can't be read, isn't a video or has no frame
     */
    public static VideoFrames open(final Path path) {
        return open(path, Progress.NONE);
    }

    /**
     * @param path of a video
     * @param progress asked whether to go on
     * @return its frames
     * @throws AffectException if it can't be read, isn't a video or has no frame
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static VideoFrames open(final Path path, final Progress progress) {
        final FrameIndex index = IndexPass.of(path, progress);
        if (index.size() == 0)
            throw new AffectException("The video '" + path + "' has no frame that can be read, since "
                + "it is cut off after its header: copy or record it again.");
        final VideoFile file = VideoFile.open(path);
        final VideoFrames frames = new VideoFrames(path, file, index);
        if (Math.min(frames.width, frames.height) >= Frame.MINIMUM_SIZE) return frames;
        frames.close();
        throw new AffectException("The video '" + path + "' has " + frames.width + "×" + frames.height
            + " pixels, too few for a face: use one of " + Frame.MINIMUM_SIZE + "×" + Frame.MINIMUM_SIZE + " or more.");
    }

    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public int size() {
        return index.size();
    }

    /** @return numbers of the frames at which decoding can begin, ascending; none where it must begin with the first */
    int[] keys() {
        return index.keys();
    }

    /** @return width of the upright picture in pixels */
    public int width() {
        return width;
    }

    /** @return height of the upright picture in pixels */
    public int height() {
        return height;
    }

    /** Seconds since the beginning of the file, as players count them, from the frame's presentation stamp. */
    @Override
    public double time(final int number) {
        return index.stamp(number) * unit - origin;
    }

    @Override
    public Frame frame(final int number) {
        return new Frame(number, time(number), ArrayImgs.argbs(pixels(number), width, height));
    }

    /**
     * @param number of a frame, from 1
     * @return its upright ARGB pixels, row by row
     * @throws AffectException if it can't be decoded
     */
    public synchronized int[] pixels(final int number) {
        if (closed) throw new AffectException("The video '" + path + "' was closed: open it again.");
        goTo(number);
        if (at == number && decoder.isWhole()) return converter.convert(decoder.frame());
        undecodable.set(number);
        throw new AffectException(String.format(Locale.ROOT,
            "Frame %d of the video '%s', at %.2f seconds, is damaged: copy the video again, or leave it out.", number,
            path, time(number)));
    }

    /** Leaves the decoder at a frame, or at a later one if this can't be decoded. */
    private void goTo(final int number) {
        if (number > last) return;
        final int key = index.keyBefore(number);
        if (number < at || key >= 0 && index.keys()[key] > at + 1) seek(number, key);
        while (at < number && advance());
    }

    /**
     * Starts at a key frame, at an earlier one if the file's own index leads astray, or in the end at the beginning.
     */
    private void seek(final int number, final int key) {
        for (int k = key; k >= 0 && k > key - TRIES; k--) {
            decoder.seek(index.stamp(index.keys()[k]));
            at = 0;
            if (advance() && at <= number) return;
        }
        decoder.close();
        decoder = new Decoder(VideoFile.open(path));
        at = 0;
    }

    private boolean advance() {
        final int before = at;
        while (decoder.next()) {
            at = index.isSeekable() ? index.number(decoder.frame().pts()) : before + 1;
            if (at > 0) return true; // else it has a stamp that no packet had
        }
        if (before > 0) last = Math.min(last, before); // else seeking went too far
        at = Integer.MAX_VALUE;
        return false;
    }

    /** What the whole file lacks, and how many of the frames asked for so far couldn't be decoded. */
    @Override
    public synchronized Optional<String> damage() {
        if (index.damage().isEmpty() && undecodable.isEmpty()) return Optional.empty();
        final String frames = undecodable.cardinality() + (undecodable.cardinality() == 1 ? " frame" : " frames");
        final String lacks = undecodable.isEmpty() ? index.damage().orElseThrow()
            : index.damage().map(lack -> lack + ", and ").orElse("") + frames + " can't be decoded";
        return Optional.of("The video '" + path + "' is damaged: " + lacks
            + "; what could be read was used, copy it again for the rest.");
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        decoder.close();
        converter.close();
    }
}
