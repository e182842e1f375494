package org.affectj.pipeline;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.align.AlignedFace;
import org.affectj.align.FaceAligner;
import org.affectj.align.FaceTemplate;
import org.affectj.align.HeadPose;
import org.affectj.detect.CascadeFaceDetector;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceFinder;
import org.affectj.detect.NetworkLandmarkDetector;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;

/**
 * Finds the faces of a source and moves them to the template, without measuring them. Loads its models once; use it for
 * as many sources as there are. Frames are searched in several threads, whose number changes no result. Safe for use by
 * several threads, each with a source of its own.
 */
public final class FaceAlignment implements AutoCloseable {

    /** Frames that wait for each thread, at most; more bring no speed. */
    private static final int MOST_FRAMES = 8;

    private final FaceFinder finder;
    private final FaceAligner aligner;
    private final Tracking tracking;
    private final int threads;

    /**
     * @param finder finds the faces; closed with this
     * @param size width and height of the crops in pixels
     * @param tracking how faces are followed from frame to frame
     * @param threads that look for faces; 0 for as many as there are cores
     */
    public FaceAlignment(final FaceFinder finder, final int size, final Tracking tracking, final int threads) {
        this.finder = finder;
        this.tracking = tracking;
        this.threads = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        aligner = new FaceAligner(FaceTemplate.ARCFACE.scaledTo(size));
    }

    /**
     * @param options how faces are found
     * @param size width and height of the crops in pixels, from 16 to 4096
     * @return an alignment with the detectors that come with AffectJ
     * @throws AffectException if the size is out of range, or a detector is missing or damaged
     */
    public static FaceAlignment open(final AnalysisOptions options, final int size) {
        if (size < 16 || size > 4096)
            throw new AffectException("The size of aligned faces can't be " + size + ": give 16 to 4096 pixels.");
        final ModelFolder model = new ModelStore().open(options.landmarkModel(), ModelDescription.Kind.LANDMARKS);
        final NetworkLandmarkDetector landmarks =
            NetworkLandmarkDetector.open(model, options.engine(), options.minimumScore());
        return new FaceAlignment(new FaceFinder(CascadeFaceDetector.passes(options.minimumFace()), landmarks,
            options.extraPasses(), options.maximumFaces()), size, options.tracking(), options.engine().threads());
    }

    /**
     * Goes through a source, frame by frame. A frame that can't be read becomes a record that says so, and its problem
     * the message of the progress; the rest goes on.
     *
     * @param source where frames come from; not closed
     * @param sink takes a record without a prediction and the aligned face, for each face of each frame in order; a
     *            record without a face for a frame that has none
     * @param progress counts frames; asked several times a frame whether to go on
     * @throws AffectException if not one frame can be read
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public void align(final FrameSource source, final BiConsumer<FaceRecord, Optional<AlignedFace>> sink,
        final Progress progress)
    {
        final Identities<FrameFaces> people =
            new Identities<>(tracking.gap(), (frame, numbers) -> report(source.name(), frame, numbers, sink));
        // nobody comes back in a single picture
        search(source, source.size() > 1 ? tracking : tracking.byPlaceOnly(), source.size(), people::next, progress);
        people.finish();
        progress.update(source.size(), source.size(), source.name());
    }

    /**
     * Goes through a part of a source as {@link #align} goes through all of it, but doesn't tell people apart:
     * {@link TrackJoin} does once all parts are there.
     *
     * @param part begins at a frame that is searched, see {@link FramePart}; not closed
     * @param sights takes what {@link TrackJoin} needs, about 1 kB a face; not closed
     * @param sink takes records as from {@link #align}, those of faces with 0 for the track
     * @param progress counts frames; asked several times a frame whether to go on
     * @throws UncheckedIOException if the sights can't be written
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public void alignPart(final FrameSource part, final OutputStream sights,
        final BiConsumer<FaceRecord, Optional<AlignedFace>> sink, final Progress progress)
    {
        final SightsWriter kept = new SightsWriter(sights);
        search(part, tracking, Integer.MAX_VALUE, frame -> {
            kept.write(frame);
            report(part.name(), frame, Collections.nCopies(frame.faces().size(), 0), sink);
        }, progress);
        kept.finish();
        progress.update(part.size(), part.size(), part.name());
    }

    /** @param tooMany frames that can't be read end the search with the problem of the last of them */
    private void search(final FrameSource source, final Tracking chosen, final int tooMany,
        final Consumer<FrameFaces> sink, final Progress progress)
    {
        int unreadable = 0;
        try (Lookahead frames = lookAhead(source, chosen, progress)) {
            for (int place = 1; place <= source.size(); place++) {
                progress.throwIfCancelled();
                progress.update(place - 1, source.size(), source.name());
                final FrameFaces frame = frames.next();
                if (frame.problem().isPresent()) {
                    final AffectException problem = frame.problem().get();
                    if (++unreadable == tooMany) throw problem;
                    progress.update(place - 1, source.size(), problem.getMessage());
                }
                sink.accept(frame);
            }
        }
    }

    private Lookahead lookAhead(final FrameSource source, final Tracking chosen, final Progress progress) {
        final int frames = threads * Math.min(MOST_FRAMES, 2 * tracking.detectEvery());
        return new Lookahead(source, new FaceSearch(finder, aligner, chosen), threads, frames, progress);
    }

    private static void report(final String source, final FrameFaces frame, final List<Integer> numbers,
        final BiConsumer<FaceRecord, Optional<AlignedFace>> sink)
    {
        if (frame.faces().isEmpty())
            sink.accept(FaceRecord.without(source, frame.number(), frame.time(),
                frame.problem().isPresent() ? FaceRecord.UNREADABLE : FaceRecord.NO_FACE), Optional.empty());
        for (int i = 0; i < frame.faces().size(); i++) {
            final DetectedFace face = frame.faces().get(i);
            final HeadPose pose = HeadPose.fit(face.landmarks().x(), face.landmarks().y());
            final FaceRecord found = new FaceRecord(source, frame.number(), frame.time(), i + 1, numbers.get(i),
                FaceRecord.OK, Optional.of(face), Optional.of(pose), Optional.empty());
            sink.accept(found, Optional.of(frame.crops().get(i)));
        }
    }

    @Override
    public void close() {
        finder.close();
    }
}
