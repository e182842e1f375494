package org.affectj.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How often something can be done in a second: rounds of about a second each, after one to warm up. */
final class Rate {

    private static final double ROUND_SECONDS = 1;

    private final Runnable work;
    private final int units;
    private final List<Double> rounds = new ArrayList<>();

    /**
     * @param work what to do
     * @param units units of work that it does
     */
    Rate(final Runnable work, final int units) {
        this.work = work;
        this.units = units;
    }

    /** Does the work for about a second and forgets how fast that was. */
    void warmUp() {
        round();
    }

    /** Does the work for about a second. */
    void measure() {
        rounds.add(round());
    }

    private double round() {
        final long start = System.nanoTime();
        long count = 0;
        double seconds;
        do {
            work.run();
            count++;
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < ROUND_SECONDS);
        return count * units / seconds;
    }

    /** @return the median of the rounds, in units a second */
    double median() {
        final List<Double> sorted = rounds.stream().sorted().toList();
        final int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** @return the slowest round, in units a second */
    double slowest() {
        return Collections.min(rounds);
    }

    /** @return the fastest round, in units a second */
    double fastest() {
        return Collections.max(rounds);
    }
}
