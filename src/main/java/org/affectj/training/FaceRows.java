package org.affectj.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FaceNames;
import org.affectj.training.data.Labels;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

/** The faces of all data sets as one list of rows, in the order of the sets. Safe for use by several threads. */
public final class FaceRows {

    private final List<CropCache> caches;
    private final int[] ends;

    /** @param data whose faces; stays open */
    public FaceRows(final TrainingData data) {
        caches = data.caches();
        ends = caches.stream().mapToInt(CropCache::count).toArray();
        for (int i = 1; i < ends.length; i++)
            ends[i] += ends[i - 1];
    }

    /** @return how many faces there are */
    public int count() {
        return ends[ends.length - 1];
    }

    /** @return the data set's cache that holds a row */
    CropCache cache(final int row) {
        return caches.get(index(row));
    }

    /** @return the row's number in its own cache */
    int number(final int row) {
        final int index = index(row);
        return index == 0 ? row : row - ends[index - 1];
    }

    private int index(final int row) {
        int index = 0;
        while (row >= ends[index]) index++;
        return index;
    }

    /**
     * @param which rows, in order
     * @return who each of them shows: a text that only faces of the same person in the same set share
     */
    List<String> subjects(final int[] which) {
        final List<String> subjects = new ArrayList<>(which.length);
        for (int at = 0; at < which.length;) {
            final CropCache cache = cache(which[at]);
            try (FaceNames names = cache.names()) {
                for (; at < which.length && cache(which[at]) == cache; at++)
                    subjects.add(cache.name() + "/" + names.of(number(which[at])).subject());
            }
        }
        return subjects;
    }

    CachedFace face(final int row) {
        return cache(row).face(number(row));
    }

    /** @return the rows of one split whose labels fit, in order */
    int[] of(final Split split, final Predicate<Labels> wanted) {
        return IntStream.range(0, count()).filter(row -> {
            final CachedFace face = face(row);
            return face.split() == split && wanted.test(face.labels());
        }).toArray();
    }

    /** @return a text that changes when a data set does, or what its faces are used for */
    public String fingerprint() {
        final StringBuilder text = new StringBuilder();
        for (final CropCache cache : caches)
            text.append(cache.name()).append(' ').append(cache.fingerprint()).append('\n');
        final byte[] splits = new byte[count()];
        for (int row = 0; row < splits.length; row++)
            splits[row] = (byte) face(row).split().ordinal();
        final java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(splits);
        return text.append("splits ").append(Long.toHexString(sum.getValue())).toString();
    }
}
