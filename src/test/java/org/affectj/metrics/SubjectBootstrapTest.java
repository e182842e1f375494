package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.affectj.Progress;
import org.junit.jupiter.api.Test;

/** Tests that whole subjects are drawn, and that intervals are the percentiles of what they give. */
class SubjectBootstrapTest {

    private static final int REPLICATES = 200;

    @Test
    void drawsWholeSubjectsAndTakesPercentiles() {
        for (int input = 0; input < 20; input++) {
            final double[][][] subjects = subjects(input);
            final List<Concordance> scores = Arrays.stream(subjects).map(SubjectBootstrapTest::score).toList();
            final Interval found = intervals(scores, input).orElseThrow();
            final double[] values = values(subjects, input);
            Arrays.sort(values); // of 200, the 0.025 quantile is at place 4.975 from 0, the 0.975 quantile at 194.025
            assertEquals(values[4] + 0.975 * (values[5] - values[4]), found.low(), 1e-9);
            assertEquals(values[194] + 0.025 * (values[195] - values[194]), found.high(), 1e-9);
        }
    }

    /** Draws with the same chance, but puts the pairs themselves together. */
    private static double[] values(final double[][][] subjects, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] values = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
            final List<double[]> pairs = new ArrayList<>();
            for (int draw = 0; draw < subjects.length; draw++)
                pairs.addAll(Arrays.asList(subjects[random.nextInt(subjects.length)]));
            values[i] = Definitions.concordance(pairs.stream().mapToDouble(p -> p[0]).toArray(),
                pairs.stream().mapToDouble(p -> p[1]).toArray());
        }
        return values;
    }

    /** Faces of one subject are alike, so intervals over faces would be too narrow. */
    @Test
    void subjectsAndNotFacesAreWhatCounts() {
        final List<BinaryScore> subjects = new ArrayList<>();
        final List<BinaryScore> faces = new ArrayList<>();
        final Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            final boolean right = random.nextInt(10) < 6;
            final BinaryScore subject = new BinaryScore();
            for (int face = 0; face < 25; face++) {
                final BinaryScore one = new BinaryScore();
                one.add(right, true);
                faces.add(one);
                subject.merge(one, 1);
            }
            subjects.add(subject);
        }
        final Interval bySubject = recall(subjects);
        final Interval byFace = recall(faces);
        // √(0.6 · 0.4 / 40) · 3.92 = 0.30 for 40 subjects; a fifth of that for 1000 faces
        assertEquals(0.30, bySubject.high() - bySubject.low(), 0.06);
        assertEquals(0.06, byFace.high() - byFace.low(), 0.015);
    }

    private static Interval recall(final List<BinaryScore> scores) {
        return new SubjectBootstrap(1000, 1)
            .intervals(scores, BinaryScore::new, List.of(BinaryScore::recall), Progress.NONE).get(0).orElseThrow();
    }

    @Test
    void theSeedDecides() {
        final List<Concordance> scores = Arrays.stream(subjects(3)).map(SubjectBootstrapTest::score).toList();
        assertEquals(intervals(scores, 7), intervals(scores, 7));
        assertTrue(!intervals(scores, 7).equals(intervals(scores, 8)), "another seed");
    }

    @Test
    void nothingIsSaidOfOneSubjectOrOfAFigureThatIsNever() {
        final Concordance one = score(new double[][] { { 1, 2 }, { 2, 3 } });
        assertEquals(Optional.empty(), intervals(List.of(one), 1));
        assertEquals(List.of(Optional.empty()), new SubjectBootstrap(10, 1).intervals(List.of(one, one),
            Concordance::new, List.of(score -> Double.NaN), Progress.NONE));
    }

    @Test
    void stopsWhenCancelled() {
        final Progress cancelled = new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                // nobody listens
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
            () -> new SubjectBootstrap(10, 1).intervals(List.of(new Concordance()),
                Concordance::new, List.of(Concordance::value), cancelled));
    }

    private static Optional<Interval> intervals(final List<Concordance> scores, final long seed) {
        return new SubjectBootstrap(REPLICATES, seed)
            .intervals(scores, Concordance::new, List.of(Concordance::value), Progress.NONE).get(0);
    }

    private static double[][][] subjects(final long seed) {
        final Random random = new Random(seed);
        final double[][][] subjects = new double[2 + random.nextInt(10)][][];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = new double[1 + random.nextInt(6)][];
            final double shift = random.nextGaussian();
            for (int face = 0; face < subjects[i].length; face++) {
                final double truth = shift + random.nextGaussian();
                subjects[i][face] = new double[] { truth, truth + random.nextGaussian() };
            }
        }
        return subjects;
    }

    private static Concordance score(final double[][] pairs) {
        final Concordance score = new Concordance();
        for (final double[] pair : pairs)
            score.add(pair[0], pair[1]);
        return score;
    }
}
