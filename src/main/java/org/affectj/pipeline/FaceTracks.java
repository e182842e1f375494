package org.affectj.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.affectj.detect.FaceBox;

/**
 * Follows faces along a source while they are in sight. Each face is given to the track whose next place it is
 * nearest to, by overlap and distance, and whose face it looks like, if its box is one that the track can have come
 * to; tracks seen last choose first, since a place foretold long ago is less sure (as in the matching cascade of
 * Wojke, Bewley and Paulus, Simple online and realtime tracking with a deep association metric, ICIP 2017). What is
 * left begins new tracks.
 */
final class FaceTracks {

    /** Frames in a second where a source doesn't tell. */
    private static final double RATE = 25;
    /** A face without overlap that is farther than its side from where it should be is another one. */
    private static final double FARTHEST = 2;
    /** A face doesn't grow or shrink more than this from sight to sight. */
    private static final double GROWTH = 2;
    /**
     * How looks weigh against place: two faces that have nothing in common count as so much farther from each other.
     */
    private static final double LOOKS = 3;
    /** Less alike than this, a face where one was lost is another person's. */
    private static final double STRANGER = 0.1;

    private final double gap;
    private final List<FaceTrack> tracks = new ArrayList<>();
    private double before = Double.NEGATIVE_INFINITY;
    private int count;

    /** A face that may belong to a track, and how badly it fits. */
    private record Match(FaceTrack track, int face, double cost) {
    }

    /** @param gap seconds for which a face may be out of sight */
    FaceTracks(final double gap) {
        this.gap = gap;
    }

    /**
     * @param frame the next frame of the source
     * @return the track of each of its faces
     */
    List<FaceTrack> next(final FrameSights frame) {
        final double seconds = Double.isNaN(frame.time()) ? frame.number() / RATE : frame.time();
        tracks.removeIf(track -> track.seen() < before && seconds - track.seen() > gap);
        final List<FaceBox> boxes = frame.boxes();
        final FaceTrack[] owners = owners(frame, boxes, seconds);
        before = seconds;
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == null) tracks.add(owners[i] = new FaceTrack(++count, new Person(seconds)));
            owners[i].see(boxes.get(i), seconds);
            if (!frame.textures().isEmpty()) owners[i].see(frame.textures().get(i));
        }
        return List.of(owners);
    }

    /** A track turned out to be the face of somebody whom other tracks were of before: these have ended. */
    void endOthers(final FaceTrack goesOn) {
        tracks.removeIf(track -> track != goesOn && track.person() == goesOn.person());
    }

    /** @return the track of each face; null for those that no track can have come to */
    private FaceTrack[] owners(final FrameSights frame, final List<FaceBox> boxes, final double seconds) {
        final FaceTrack[] owners = new FaceTrack[boxes.size()];
        final Set<FaceTrack> taken = new HashSet<>();
        for (final Match match : matches(frame, boxes, seconds))
            if (owners[match.face] == null && taken.add(match.track)) owners[match.face] = match.track;
        return owners;
    }

    /** @return what is possible, the best first; ties go to the older track and the face more to the left */
    private List<Match> matches(final FrameSights frame, final List<FaceBox> boxes, final double seconds) {
        final List<Match> matches = new ArrayList<>();
        for (final FaceTrack track : tracks) {
            final FaceBox expected = track.at(seconds);
            for (int i = 0; i < boxes.size(); i++) {
                final double distance = distance(expected, boxes.get(i));
                final double likeness = frame.textures().isEmpty() ? 1 : track.likeness(frame.textures().get(i));
                if (distance >= FARTHEST || track.seen() < before && likeness < STRANGER) continue;
                matches.add(new Match(track, i, distance + LOOKS * (1 - likeness)));
            }
        }
        matches.sort(Comparator.comparingDouble((Match match) -> -match.track.seen()).thenComparingDouble(Match::cost)
            .thenComparingInt(match -> match.track.number()).thenComparingInt(Match::face));
        return matches;
    }

    /** @return 0 for the same box, 1 for a distance of nothing but no overlap, 2 for one of a side */
    private static double distance(final FaceBox expected, final FaceBox box) {
        final double growth = box.width() * box.height() / (expected.width() * expected.height());
        if (growth > GROWTH * GROWTH || growth < 1 / (GROWTH * GROWTH)) return FARTHEST;
        final double distance = Math.hypot(box.x() + box.width() / 2 - expected.x() - expected.width() / 2,
            box.y() + box.height() / 2 - expected.y() - expected.height() / 2);
        return 1 - expected.overlap(box) + distance / Math.max(expected.width(), expected.height());
    }
}
