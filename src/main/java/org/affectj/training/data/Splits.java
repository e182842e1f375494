package org.affectj.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * Who is in which split of a data set.
 *
 * @param by what stays together
 * @param fingerprint of the data that was split, by {@link ContentFingerprint}
 * @param groups the split of each person, video or face
 */
public record Splits(SplitBy by, String fingerprint, Map<String, Split> groups) {

    /** Keeps nobody together: for data whose own splits don't matter, since it gets others. */
    static final Splits UNDIVIDED = new Splits(SplitBy.FRAME, "", Map.of());

    private static final int TOLD = 1024;

    /**
     * Splits a data set: goes through its groups in an order drawn from the seed, and puts each into the split that has
     * the fewest faces for its part.
     *
     * @param data the set, from {@link DataSets#undivided}
     * @param by what stays together
     * @param parts how large train, validation and test are, relative to each other; 0 for none
     * @param seed of the order
     * @param progress is told how many faces are read
     * @return the splits
     * @throws AffectException if there are fewer groups than splits, or the data is wrong
     */
    public static Splits of(final DataSet data, final SplitBy by, final List<Integer> parts, final long seed,
        final Progress progress)
    {
        if (parts.size() != Split.values().length || parts.stream().anyMatch(part -> part < 0) || parts.get(0) == 0)
            throw new AffectException("The parts are " + parts
                + ": give three numbers, 0 or more, for train, validation and test, such as 8,1,1.");
        final Map<String, Integer> faces = new TreeMap<>();
        final ContentFingerprint content = new ContentFingerprint();
        data.forEach(face -> {
            faces.merge(by.group(face), 1, Integer::sum);
            content.add(face);
            if (content.count() % TOLD == 0) progress.update(content.count(), -1, "Reading " + data.name());
            progress.throwIfCancelled();
        });
        if (faces.size() < parts.stream().filter(part -> part > 0).count())
            throw new AffectException("The data set '" + data.name() + "' has " + faces.size()
                + " of what is to stay together (" + by
                + "): too few to fill the splits; give other parts, or split by something else.");
        return new Splits(by, content.text(), divide(faces, parts, seed));
    }

    private static Map<String, Split> divide(final Map<String, Integer> faces, final List<Integer> parts,
        final long seed)
    {
        final List<String> order = new ArrayList<>(faces.keySet());
        Collections.shuffle(order, new Random(seed));
        final Map<Split, Integer> filled = new EnumMap<>(Split.class);
        final Map<String, Split> groups = new TreeMap<>();
        for (final String group : order) {
            Split emptiest = Split.TRAIN;
            for (final Split split : Split.values())
                if (fill(filled, parts, split) < fill(filled, parts, emptiest)) emptiest = split;
            filled.merge(emptiest, faces.get(group), Integer::sum);
            groups.put(group, emptiest);
        }
        return groups;
    }

    private static double fill(final Map<Split, Integer> filled, final List<Integer> parts, final Split split) {
        final int part = parts.get(split.ordinal());
        return part == 0 ? Double.POSITIVE_INFINITY : filled.getOrDefault(split, 0) / (double) part;
    }

    /** @return the split of a face of this data */
    Split of(final FaceExample face) {
        if (groups.isEmpty()) return face.split();
        final Split split = groups.get(by.group(face));
        if (split == null) throw face.error("the " + by + " '" + by.group(face) + "' is in no split");
        return split;
    }

    /** @return how many groups are in a split */
    public long groups(final Split split) {
        return groups.values().stream().filter(other -> other == split).count();
    }
}
