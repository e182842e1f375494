package org.affectj.analysis;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.affectj.AffectException;

/** In which frames each track of a table is: a bit a frame, 13 KB a track and hour of video. */
final class TrackSights {

    private final String table;
    private final Map<Integer, BitSet> frames = new TreeMap<>();

    private TrackSights(final String table) {
        this.table = table;
    }

    static TrackSights of(final TrackTable table) {
        final TrackSights sights = new TrackSights(table.toString());
        table.forEach((frame, track) -> sights.frames.computeIfAbsent(track, number -> new BitSet()).set(frame));
        return sights;
    }

    /** @return the highest number of a track; 0 if there is none */
    int last() {
        return frames.keySet().stream().max(Integer::compare).orElse(0);
    }

    /** @return the numbers of all tracks, ascending */
    Set<Integer> tracks() {
        return frames.keySet();
    }

    /** @return whether a track is {@code seen} in a frame, {@code lost} for the moment, or {@code absent} */
    String status(final int track, final int frame) {
        final BitSet seen = frames.get(track);
        if (seen.get(frame)) return "seen";
        return frame > seen.nextSetBit(0) && frame < seen.length() ? "lost" : "absent";
    }

    /** @throws AffectException if an edit isn't possible */
    void check(final TrackEdit edit) {
        final BitSet track = frames.get(edit.track());
        final BitSet other = frames.get(edit.to());
        if (track == null) throw problem("has no track " + edit.track(), "give one of " + frames.keySet());
        switch (edit.action()) {
            case MERGE -> {
                if (other == null) throw problem("has no track " + edit.to(), "give one of " + frames.keySet());
                final BitSet both = (BitSet) track.clone();
                both.and(other);
                if (!both.isEmpty()) throw problem("has tracks " + edit.track() + " and " + edit.to()
                    + " side by side in frame " + both.nextSetBit(0), "nobody is there twice; split one of them first");
            }
            case SPLIT -> {
                if (track.nextSetBit(0) >= edit.frame() || track.nextSetBit(edit.frame()) < 0)
                    throw problem("has track " + edit.track() + " in frames " + track.nextSetBit(0) + " to "
                        + (track.length() - 1) + " only",
                        "give a frame after the first of them and not after the last");
                if (other != null) throw taken(edit);
            }
            case RENAME -> {
                if (other != null) throw taken(edit);
            }
            default -> throw new IllegalStateException(edit.toString());
        }
    }

    private AffectException taken(final TrackEdit edit) {
        return problem("has a track " + edit.to() + " already", "give a number above " + last() + ", or merge both");
    }

    private AffectException problem(final String what, final String remedy) {
        return new AffectException("The table '" + table + "' " + what + ": " + remedy + ".");
    }

    /** Takes note of an edit that is possible. */
    void apply(final TrackEdit edit) {
        final BitSet track = frames.get(edit.track());
        final BitSet moved = (BitSet) track.clone();
        moved.clear(0, edit.frame());
        track.andNot(moved);
        if (track.isEmpty()) frames.remove(edit.track());
        frames.computeIfAbsent(edit.to(), number -> new BitSet()).or(moved);
    }
}
