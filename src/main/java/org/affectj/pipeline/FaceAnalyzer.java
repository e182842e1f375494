package org.affectj.pipeline;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.model.AffectModel;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.model.NetworkAffectModel;

/**
 * The main job: frames in, a record for every face out. Opening loads the models, which takes seconds; analyse as many
 * sources as there are with one analyzer. Safe for use by several threads, each with a source of its own.
 *
 * <pre>
 * try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT)) {
 *     analyzer.analyze(source, record -&gt; …, Progress.NONE);
 * }
 * </pre>
 */
public final class FaceAnalyzer implements AutoCloseable {

    private final FaceAlignment alignment;
    private final AffectModel model;
    private final int batch;
    private final boolean landmarks;

    /**
     * @param alignment makes crops of the model's input size; closed with this
     * @param model reads them; closed with this
     * @param batch faces that the model reads at once
     * @param landmarks whether the columns include the positions of the 68 points
     */
    public FaceAnalyzer(final FaceAlignment alignment, final AffectModel model, final int batch,
        final boolean landmarks)
    {
        this.alignment = alignment;
        this.model = model;
        this.batch = batch;
        this.landmarks = landmarks;
    }

    /**
     * @param options what to use and how
     * @return an analyzer, ready to run
     * @throws AffectException if a model is missing or damaged, or the engine can't run it
     */
    public static FaceAnalyzer open(final AnalysisOptions options) {
        final ModelFolder folder = new ModelStore().open(options.model(), ModelDescription.Kind.AFFECT);
        final FaceAlignment alignment = FaceAlignment.open(options, folder.description().inputSize());
        try {
            final AffectModel model = NetworkAffectModel.open(folder, options.engine());
            return new FaceAnalyzer(alignment, model, options.batch(), options.landmarks());
        } catch (final AffectException e) {
            alignment.close();
            throw e;
        }
    }

    /** @return the columns of tables of its records */
    public List<ResultColumn> columns() {
        return ResultColumns.of(model.description().thresholds(), model.description().certainFrom(), landmarks);
    }

    /** @return what the model says of itself */
    public ModelDescription model() {
        return model.description();
    }

    /**
     * Measures all faces of a source. Memory stays bounded whatever its length: faces wait until a batch is full.
     *
     * @param source where frames come from
     * @param sink takes the records: by frame, then from the left to the right; one with a reason for a frame without a
     *            face
     * @param progress counts frames; asked several times a frame whether to go on
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public void analyze(final FrameSource source, final Consumer<FaceRecord> sink, final Progress progress) {
        final FaceBatch waiting = new FaceBatch(model, batch, sink);
        alignment.align(source, waiting::add, progress);
        waiting.flush();
    }

    /**
     * Measures all faces of a part of a source, so that several processes can share a long video. All values are those
     * that {@link #analyze} gives, but for people's numbers, which {@link TrackJoin} settles for all parts together.
     *
     * @param part begins at a frame that is searched, see {@link FramePart}
     * @param sights takes what {@link TrackJoin} needs, about 1 kB a face; not closed
     * @param sink takes the records as from {@link #analyze}, those of faces with 0 for the track; also where not one
     *            frame can be read
     * @param progress counts frames; asked several times a frame whether to go on
     * @throws java.io.UncheckedIOException if the sights can't be written
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public void analyzePart(final FrameSource part, final OutputStream sights, final Consumer<FaceRecord> sink,
        final Progress progress)
    {
        final FaceBatch waiting = new FaceBatch(model, batch, sink);
        alignment.alignPart(part, sights, waiting::add, progress);
        waiting.flush();
    }

    @Override
    public void close() {
        alignment.close();
        model.close();
    }
}
