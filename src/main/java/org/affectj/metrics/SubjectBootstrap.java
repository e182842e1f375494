package org.affectj.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * Percentile intervals by the cluster bootstrap (Efron &amp; Tibshirani 1993, 13.3; Field &amp; Welsh 2007): whole
 * subjects are drawn with replacement, as often as there are subjects, since the faces of one subject are alike. A
 * replicate is a sum over subjects, so faces aren't needed again.
 *
 * @param replicates how many draws, 1 or more
 * @param seed of the draws: the same seed gives the same intervals
 */
public record SubjectBootstrap(int replicates, long seed) {

    /** The share of replicates between the ends of an interval. */
    public static final double LEVEL = 0.95;

    public SubjectBootstrap {
        if (replicates < 1)
            throw new AffectException("The number of replicates is " + replicates + ": give 1 or more.");
    }

    /**
     * @param subjects the score of each subject
     * @param nothing makes an empty score
     * @param figures what to read from the score of a replicate; NaN where it has none
     * @param progress is asked after each replicate whether to go on
     * @param <S> the kind of score
     * @return an interval for each figure, over the replicates that have it; empty with fewer than 2 subjects, and
     *         where no replicate has the figure
     */
    public <S extends Mergeable<S>> List<Optional<Interval>> intervals(final List<S> subjects,
        final Supplier<S> nothing, final List<ToDoubleFunction<S>> figures, final Progress progress)
    {
        final double[][] values = new double[figures.size()][replicates];
        final SplittableRandom random = new SplittableRandom(seed);
        for (int replicate = 0; replicate < replicates; replicate++) {
            progress.throwIfCancelled();
            final S score = draw(subjects, nothing.get(), random);
            for (int i = 0; i < values.length; i++)
                values[i][replicate] = figures.get(i).applyAsDouble(score);
        }
        final List<Optional<Interval>> intervals = new ArrayList<>();
        for (final double[] of : values)
            intervals.add(subjects.size() < 2 ? Optional.empty() : interval(of));
        return intervals;
    }

    private static <S extends Mergeable<S>> S draw(final List<S> subjects, final S into,
        final SplittableRandom random)
    {
        final int[] times = new int[subjects.size()];
        for (int i = 0; i < times.length; i++)
            times[random.nextInt(times.length)]++;
        for (int i = 0; i < times.length; i++)
            if (times[i] > 0) into.merge(subjects.get(i), times[i]);
        return into;
    }

    private static Optional<Interval> interval(final double[] values) {
        final double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) return Optional.empty();
        return Optional.of(new Interval(quantile(sorted, (1 - LEVEL) / 2), quantile(sorted, (1 + LEVEL) / 2)));
    }

    /** Between neighbours by linear interpolation, type 7 of Hyndman &amp; Fan (1996). */
    private static double quantile(final double[] sorted, final double share) {
        final double at = share * (sorted.length - 1);
        final int below = (int) at;
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
