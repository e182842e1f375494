package org.affectj.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.affectj.detect.FaceBox;

/**
 * Numbers faces along a source, so that a person keeps a number while in sight. Each face is given to the track whose
 * next place it is nearest to, by overlap and distance, if its box is one that the track can have come to; tracks seen
 * last choose first, since a place foretold long ago is less sure (as in the matching cascade of Wojke, Bewley and
 * Paulus, Simple online and realtime tracking with a deep association metric, ICIP 2017). What is left begins new tracks.
 */
final class FaceTracks {

    /** Frames in a second where a source doesn't tell. */
    private static final double RATE = 25;
    /** A face without overlap that is farther than its side from where it should be is another one. */
    private static final double FARTHEST = 2;
    /** A face doesn't grow or shrink more than this from sight to sight. */
    private static final double GROWTH = 2;

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
     * @return the track of each of its faces, from 1, in the order of the first sight
     */
    List<Integer> next(final FrameFaces frame) {
        final double seconds = Double.isNaN(frame.time()) ? frame.number() / RATE : frame.time();
        tracks.removeIf(track -> track.seen() < before && seconds - track.seen() > gap);
        before = seconds;
        final List<FaceBox> boxes = frame.faces().stream().map(face -> face.box()).toList();
        final FaceTrack[] owners = owners(boxes, seconds);
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == null) tracks.add(owners[i] = new FaceTrack(++count));
            owners[i].see(boxes.get(i), seconds);
        }
        return IntStream.range(0, owners.length).mapToObj(i -> owners[i].number()).toList();
    }

    /** @return the track of each box; null for those that no track can have come to */
    private FaceTrack[] owners(final List<FaceBox> boxes, final double seconds) {
        final FaceTrack[] owners = new FaceTrack[boxes.size()];
        final Set<FaceTrack> taken = new HashSet<>();
        for (final Match match : matches(boxes, seconds))
            if (owners[match.face] == null && taken.add(match.track)) owners[match.face] = match.track;
        return owners;
    }

    /** @return what is possible, the best first; ties go to the older track and the face more to the left */
    private List<Match> matches(final List<FaceBox> boxes, final double seconds) {
        final List<Match> matches = new ArrayList<>();
        for (final FaceTrack track : tracks) {
            final FaceBox expected = track.at(seconds);
            for (int i = 0; i < boxes.size(); i++) {
                final Match match = new Match(track, i, cost(expected, boxes.get(i)));
                if (match.cost < FARTHEST) matches.add(match);
            }
        }
        matches.sort(Comparator.comparingDouble((Match match) -> -match.track.seen()).thenComparingDouble(Match::cost)
            .thenComparingInt(match -> match.track.number()).thenComparingInt(Match::face));
        return matches;
    }

    /** @return 0 for the same box, 1 for a distance of nothing but no overlap, 2 for one of a side */
    private static double cost(final FaceBox expected, final FaceBox box) {
        final double growth = box.width() * box.height() / (expected.width() * expected.height());
        if (growth > GROWTH * GROWTH || growth < 1 / (GROWTH * GROWTH)) return FARTHEST;
        final double distance = Math.hypot(box.x() + box.width() / 2 - expected.x() - expected.width() / 2,
            box.y() + box.height() / 2 - expected.y() - expected.height() / 2);
        return 1 - expected.overlap(box) + distance / Math.max(expected.width(), expected.height());
    }
}
