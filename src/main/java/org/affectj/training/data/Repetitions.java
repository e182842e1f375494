package org.affectj.training.data;

import java.util.Arrays;

/** Finds which of many things are the same, by a hash of each: eight bytes a thing are all that is held. */
final class Repetitions {

    private long[] hashes = new long[1024];
    private int count;
    private long[] repeated = {};

    void add(final long hash) {
        if (count == hashes.length) hashes = Arrays.copyOf(hashes, 2 * count);
        hashes[count++] = hash;
    }

    /** Looks for what was added twice; nothing is added after that. */
    void find() {
        final long[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        int found = 0;
        for (int i = 1; i < count; i++)
            if (sorted[i] == sorted[i - 1] && (found == 0 || sorted[found - 1] != sorted[i]))
                sorted[found++] = sorted[i];
        repeated = Arrays.copyOf(sorted, found);
    }

    boolean any() {
        return repeated.length > 0;
    }

    /** @return whether the thing that was added at this place was added elsewhere too */
    boolean isRepeated(final int place) {
        return Arrays.binarySearch(repeated, hashes[place]) >= 0;
    }

    long hash(final int place) {
        return hashes[place];
    }
}
