package org.affectj.batch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;
import org.affectj.video.Mp4Writer;

/**
 * The frames of a video or stack with their faces drawn in, as a video of the same size, each frame shown from its own
 * time on. Frames are read a second time, when the records of one are complete, so that only one is in memory.
 */
public final class AnnotatedVideo implements AutoCloseable {

    /** Frames in a second where a source doesn't tell. */
    private static final double RATE = 25;

    private final Path file;
    private final FrameSource source;
    private final FacePainter painter;
    private final List<FaceRecord> waiting = new ArrayList<>();
    private Mp4Writer writer;
    private int place;

    /**
     * @param file to write: an MP4 video
     * @param source the frames that the records are measured in; not the object that an analysis reads at the same
     *            time, since both go through it in order
     * @param painter draws faces
     */
    public AnnotatedVideo(final Path file, final FrameSource source, final FacePainter painter) {
        this.file = file;
        this.source = source;
        this.painter = painter;
    }

    /**
     * Takes the next record. A frame that couldn't be read is left out: the one before it stays.
     *
     * @param record in the order in which an analysis gives them
     * @throws UncheckedIOException if the file can't be written
     */
    public void add(final FaceRecord record) {
        if (!waiting.isEmpty() && waiting.get(0).frame() != record.frame()) draw();
        waiting.add(record);
    }

    private void draw() {
        place++;
        if (!waiting.get(0).status().equals(FaceRecord.UNREADABLE)) write(source.frame(place));
        waiting.clear();
    }

    private void write(final Frame frame) {
        final BufferedImage picture = painter.videoFrame(frame, waiting);
        try {
            if (writer == null) writer = new Mp4Writer(file, picture.getWidth(), picture.getHeight());
            writer.write(picture, Double.isNaN(frame.time()) ? (frame.number() - 1) / RATE : frame.time());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Completes the file when all records came.
     *
     * @throws AffectException if no frame could be read
     * @throws UncheckedIOException if it can't be written
     */
    public void finish() {
        if (!waiting.isEmpty()) draw();
        if (writer == null) throw new AffectException("'" + source.name()
            + "' has no frame that can be read to draw faces on: copy it again, or leave it out.");
        try {
            writer.finish();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (writer != null) writer.close();
    }
}
