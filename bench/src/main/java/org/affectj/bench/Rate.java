package org.affectj.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How often something can be done in a second: rounds of about a second each, after one to warm up. */
final class Rate {

    private static final double ROUND_SECONDS = 1;

    private final Runnable work;
    private final int units;
    private final List<Round> rounds = new ArrayList<>();

    /** Units done in a second, and in a second of one processor core's time. */
    private record Round(double perSecond, double perProcessorSecond) {
    }

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

    private Round round() {
        final long start = System.nanoTime();
        final double processorStart = ProcessorTime.seconds();
        long count = 0;
        double seconds;
        do {
            work.run();
            count++;
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < ROUND_SECONDS);
        return new Round(count * units / seconds, count * units / (ProcessorTime.seconds() - processorStart));
    }

    /** @return units a second, over the rounds */
    Spread spread() {
        return Spread.of(rounds.stream().map(Round::perSecond).toList());
    }

    /** @return units in a second of one core's time, over the rounds */
    Spread processorSpread() {
        return Spread.of(rounds.stream().map(Round::perProcessorSecond).toList());
    }

    /** @return how this rate compares with another that was measured in turns with it, over the rounds */
    Spread relativeTo(final Rate other) {
        return ratio(other, Round::perSecond);
    }

    /**
     * @return as {@link #relativeTo}, for units in a second of processor time: what it would be if all cores were
     *         always busy, and nearly the same however busy the computer is with other things
     */
    Spread processorRelativeTo(final Rate other) {
        return ratio(other, Round::perProcessorSecond);
    }

    private Spread ratio(final Rate other, final ToDoubleFunction<Round> rate) {
        return Spread.of(IntStream.range(0, rounds.size())
            .mapToObj(i -> rate.applyAsDouble(rounds.get(i)) / rate.applyAsDouble(other.rounds.get(i))).toList());
    }
}
