package org.affectj.pipeline;

import java.util.List;
import java.util.function.Consumer;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.model.AffectModel;
import org.affectj.model.ModelDescription;

/**
 * Frames in, face records out, in order: finds the faces of each frame and measures them in batches that reach across
 * frames, so that memory doesn't grow with the length of a source. Safe for use by one thread.
 */
public final class FaceAnalyzer implements AutoCloseable {

    private final FaceFinder finder;
    private final AffectModel model;
    private final boolean landmarks;

    /**
     * @param finder finds and aligns faces; closed with this analyzer
     * @param model measures them; closed with this analyzer
     * @param landmarks whether tables hold the positions of the 68 points
     */
    FaceAnalyzer(final FaceFinder finder, final AffectModel model, final boolean landmarks) {
        this.finder = finder;
        this.model = model;
        this.landmarks = landmarks;
    }

    /** @return the model that measures */
    public ModelDescription model() {
        return model.description();
    }

    /** @return the columns of a table of this analyzer's records */
    public List<ResultColumn> columns() {
        return ResultColumns.of(model.description().thresholds(), landmarks);
    }

    /**
     * Analyses every frame of a source. A frame without a face gives one record that says so, and so does a frame that
     * can't be read.
     *
     * @param source the frames; not closed
     * @param sink takes the records in the order of frames, and of faces from the left to the right
     * @param progress learns the frames done; may cancel
     * @throws AffectException if not one frame can be read
     */
    public void analyze(final FrameSource source, final Consumer<FaceRecord> sink, final Progress progress) {
        final PredictionQueue queue = new PredictionQueue(model, sink);
        int read = 0;
        for (int number = 1; number <= source.size(); number++) {
            progress.throwIfCancelled();
            progress.update(number - 1, source.size(), source.name());
            if (read(source, number, read == 0, queue)) read++;
        }
        queue.flush();
        progress.update(source.size(), source.size(), source.name());
    }

    /** Adds what is in one frame, or that it can't be read; tells which. It must be readable if it is the only hope. */
    private boolean read(final FrameSource source, final int number, final boolean first, final PredictionQueue queue) {
        final Frame frame;
        try {
            frame = source.frame(number);
        } catch (final AffectException e) {
            if (first && number == source.size()) throw e;
            queue.add(FaceRecord.without(source.name(), number, Double.NaN, FaceRecord.UNREADABLE));
            return false;
        }
        add(source.name(), frame, queue);
        return true;
    }

    private void add(final String source, final Frame frame, final PredictionQueue queue) {
        final List<FoundFace> faces = finder.find(frame);
        if (faces.isEmpty())
            queue.add(FaceRecord.without(source, frame.number(), frame.time(), FaceRecord.NO_FACE));
        for (int i = 0; i < faces.size(); i++) queue.add(source, frame, i + 1, faces.get(i));
    }

    @Override
    public void close() {
        finder.close();
        model.close();
    }
}
