package org.affectj.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.affectj.detect.FaceBox;

/**
 * How well tracks keep to people: switches, MOTA (Bernardin and Stiefelhagen, Evaluating multiple object tracking
 * performance, 2008) and IDF1 (Ristani and others, Performance measures and a data set for multi-target, multi-camera
 * tracking, 2016), of one clip or the sum of several. A face of which less than half is to be seen counts neither as
 * missed nor as false.
 */
final class TrackScore {

    private static final double VISIBLE = 0.5;
    private static final double OVERLAP = 0.4;

    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> together = new HashMap<>();
    private int people;
    private int tracks;
    private int truth;
    private int found;
    private int missed;
    private int wrong;
    private int switches;
    private int identified;

    /**
     * A person in a frame.
     *
     * @param subject who it is
     * @param box around the 68 points
     * @param visible share of them that can be seen
     */
    record TrueFace(String subject, FaceBox box, double visible) {
    }

    /** Takes the next frame of a clip: the boxes found, the track of each, and the truth. */
    void add(final List<FaceBox> boxes, final List<Integer> numbers, final List<TrueFace> faces) {
        final Set<Integer> taken = new HashSet<>();
        for (final TrueFace face : faces) {
            int best = -1;
            for (int i = 0; i < boxes.size(); i++)
                if (!taken.contains(i) && face.box.overlap(boxes.get(i)) > OVERLAP
                    && (best < 0 || face.box.overlap(boxes.get(i)) > face.box.overlap(boxes.get(best)))) best = i;
            if (best >= 0) taken.add(best);
            if (face.visible < VISIBLE) continue;
            truth++;
            if (best < 0) missed++;
            else match(face.subject, numbers.get(best));
        }
        wrong += boxes.size() - taken.size();
    }

    private void match(final String subject, final int track) {
        found++;
        final Integer before = last.put(subject, track);
        if (before != null && before != track) switches++;
        together.computeIfAbsent(subject, s -> new HashMap<>()).merge(track, 1, Integer::sum);
    }

    /** Closes a clip, to go on with another one. */
    void finishClip() {
        people += together.size();
        tracks += (int) together.values().stream().flatMap(t -> t.keySet().stream()).distinct().count();
        identified += identified(new ArrayList<>(together.values()));
        last.clear();
        together.clear();
    }

    /** @return the most sights that agree if each person is given one track, by all subsets of the people */
    private static int identified(final List<Map<Integer, Integer>> people) {
        int[] best = new int[1 << people.size()];
        for (final int track : people.stream().flatMap(t -> t.keySet().stream()).distinct().sorted().toList()) {
            final int[] with = best.clone();
            for (int subset = 0; subset < best.length; subset++)
                for (int person = 0; person < people.size(); person++)
                    if ((subset & 1 << person) != 0) with[subset] = Math.max(with[subset],
                        best[subset & ~(1 << person)] + people.get(person).getOrDefault(track, 0));
            best = with;
        }
        return Arrays.stream(best).max().getAsInt();
    }

    int people() {
        return people;
    }

    int tracks() {
        return tracks;
    }

    int switches() {
        return switches;
    }

    /** @return share of the faces that could be seen that were found */
    double recall() {
        return (double) found / truth;
    }

    double mota() {
        return 1 - (double) (missed + wrong + switches) / truth;
    }

    double idf1() {
        return 2.0 * identified / (truth + found + wrong);
    }
}
