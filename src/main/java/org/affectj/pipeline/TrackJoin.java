package org.affectj.pipeline;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

import org.affectj.AffectException;

/**
 * Numbers the people of a source that was analysed in parts. It goes through what the parts saw as an analysis of the
 * whole would have, so everybody gets the number that they have there, also who comes back after parts without them.
 * Memory holds a few frames, and how the people remembered look.
 */
public final class TrackJoin {

    private final Identities<RecordedSights> people;
    private int last;
    private boolean readable;
    private Optional<AffectException> problem = Optional.empty();

    /**
     * @param tracking that of the analysis of the parts
     * @param sink takes, frame by frame, its number and that of the person of each of its faces from the left to the
     *            right; some frames later than they are added
     */
    public TrackJoin(final Tracking tracking, final BiConsumer<Integer, List<Integer>> sink) {
        people = new Identities<>(tracking.gap(), (frame, numbers) -> sink.accept(frame.number(), numbers));
    }

    /**
     * Goes through the next part.
     *
     * @param sights what {@link FaceAnalyzer#analyzePart} wrote of it; not closed
     * @throws IOException if that can't be read, is cut off, or isn't of what comes next
     */
    public void add(final InputStream sights) throws IOException {
        final DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(sights)));
        Optional<RecordedSights> frame = RecordedSights.read(in);
        while (frame.isPresent()) {
            add(frame.get());
            frame = RecordedSights.read(in);
        }
        if (in.read() >= 0) throw new IOException("it goes on behind its end"); // reading so far also checks its sum
    }

    private void add(final RecordedSights frame) throws IOException {
        if (frame.number() <= last) throw new IOException("frame " + frame.number() + " comes after frame " + last);
        last = frame.number();
        if (frame.problem().isPresent()) problem = frame.problem();
        else readable = true;
        people.next(frame);
    }

    /**
     * Hands on the frames that wait, behind the last part.
     *
     * @throws AffectException if not one frame could be read: the problem of the last
     */
    public void finish() {
        people.finish();
        if (!readable && problem.isPresent()) throw problem.get();
    }
}
