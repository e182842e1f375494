package org.affectj.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Numbers the people along a source, so that everybody keeps a number: while in sight, through {@link FaceTracks}, and
 * when they come back after any time, if they surely look like who was lost. A frame in which somebody comes waits for
 * a few more, so that more than one sight decides, unless there is nobody whom it could be. Only so many people are
 * remembered, those seen last.
 *
 * @param <F> what is known of a frame
 */
final class Identities<F extends FrameSights> {

    /** Frames that wait, at most. */
    private static final int WAITING = 12;
    /** People remembered, at most. */
    private static final int MOST = 100;
    /** From this likeness on, two faces are surely one person's. */
    private static final double SURE = 0.55;
    /** How much more alike than the next best the best must be. */
    private static final double MARGIN = 0.1;

    private final FaceTracks tracks;
    private final BiConsumer<F, List<Integer>> sink;
    private final Deque<Tracked<F>> waiting = new ArrayDeque<>();
    private final List<Person> known = new ArrayList<>();
    private int count;

    /** A frame and the track of each of its faces. */
    private record Tracked<F>(F frame, List<FaceTrack> tracks) {
    }

    /**
     * @param gap seconds for which a face may be out of sight and is followed by its speed
     * @param sink takes each frame with the number of each of its faces, from 1 in the order of the first sight
     */
    Identities(final double gap, final BiConsumer<F, List<Integer>> sink) {
        tracks = new FaceTracks(gap);
        this.sink = sink;
    }

    /** Takes the next frame of the source. */
    void next(final F frame) {
        waiting.add(new Tracked<>(frame, tracks.next(frame)));
        while (!waiting.isEmpty() && (waiting.size() > WAITING || isSettled(waiting.peek()))) handOn();
    }

    /** Hands on the frames that wait, at the end of the source. */
    void finish() {
        while (!waiting.isEmpty()) handOn();
    }

    private boolean isSettled(final Tracked<F> frame) {
        return frame.frame.textures().isEmpty() || frame.tracks.stream().map(FaceTrack::person).allMatch(
            person -> person.number() > 0 || known.stream().noneMatch(person::mayBe));
    }

    private void handOn() {
        final Tracked<F> first = waiting.remove();
        first.tracks.forEach(this::settle);
        sink.accept(first.frame, first.tracks.stream().map(track -> track.person().number()).toList());
    }

    /** Settles who the face of a track is. */
    private void settle(final FaceTrack track) {
        final Person person = track.person();
        if (person.number() > 0) return;
        final Optional<Person> most =
            known.stream().filter(person::mayBe).max(Comparator.comparingDouble(person::likeness));
        if (most.isPresent() && isSurely(person, most.get())) {
            track.belongTo(most.get());
            tracks.endOthers(track);
        } else add(person);
    }

    /** Who else is nearly as alike, in sight or not, makes it unsure. */
    private boolean isSurely(final Person person, final Person lost) {
        final double likeness = person.likeness(lost);
        return likeness >= SURE
            && known.stream().allMatch(other -> other == lost || person.likeness(other) < likeness - MARGIN);
    }

    private void add(final Person person) {
        person.name(++count);
        known.add(person);
        if (known.size() > MOST) known.remove(known.stream().min(Comparator.comparingDouble(Person::seen)).get());
    }
}
