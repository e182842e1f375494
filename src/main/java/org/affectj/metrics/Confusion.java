package org.affectj.metrics;

/** How often each true class was taken for each class, and the scores that follow (METHOD 5). */
public final class Confusion implements Mergeable<Confusion> {

    private final long[][] counts;

    /** @param classes the number of classes */
    public Confusion(final int classes) {
        counts = new long[classes][classes];
    }

    /**
     * Takes one answer in.
     *
     * @param actual true class, from 0
     * @param predicted class that was answered, from 0
     */
    public void add(final int actual, final int predicted) {
        counts[actual][predicted]++;
    }

    @Override
    public void merge(final Confusion other, final int times) {
        for (int i = 0; i < counts.length; i++)
            for (int j = 0; j < counts.length; j++)
                counts[i][j] += times * other.counts[i][j];
    }

    /** @return how often {@code actual} was taken for {@code predicted} */
    public long count(final int actual, final int predicted) {
        return counts[actual][predicted];
    }

    /** @return the number of answers */
    public long count() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++)
            sum += actual(i);
        return sum;
    }

    /** @return how often a class is true */
    public long actual(final int index) {
        long sum = 0;
        for (final long count : counts[index])
            sum += count;
        return sum;
    }

    /** @return how often a class was answered */
    public long predicted(final int index) {
        long sum = 0;
        for (final long[] row : counts)
            sum += row[index];
        return sum;
    }

    /** @return the share of right answers; 0 without answers */
    public double accuracy() {
        long right = 0;
        for (int i = 0; i < counts.length; i++)
            right += counts[i][i];
        return BinaryScore.ratio(right, count());
    }

    /** @return F1 of one class against the rest; 0 if the class is neither true nor answered anywhere */
    public double f1(final int index) {
        return BinaryScore.ratio(2 * counts[index][index], predicted(index) + actual(index));
    }

    /** @return the mean F1 over all classes, absent ones counted as 0 (METHOD 12, choice 23) */
    public double macroF1() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++)
            sum += f1(i);
        return sum / counts.length;
    }

    /** @return the mean F1 over the classes that are true somewhere; 0 without answers */
    public double macroF1OfPresent() {
        return macroF1OfPresent(0);
    }

    /**
     * @param share of all answers, in [0, 1]
     * @return the mean F1 over the classes that are true somewhere, and for at least this share; 0 without answers
     */
    public double macroF1OfPresent(final double share) {
        double sum = 0;
        int present = 0;
        for (int i = 0; i < counts.length; i++) {
            if (actual(i) == 0 || actual(i) < share * count()) continue;
            sum += f1(i);
            present++;
        }
        return present == 0 ? 0 : sum / present;
    }

    /**
     * Cohen's kappa (Cohen 1960, 1968): one minus the weighted disagreement found over the one that chance gives.
     *
     * @param weights how much a wrong answer counts
     * @return the agreement beyond chance, at most 1; 0 where truth and answers are all of one class, or
     *         without answers
     */
    public double kappa(final KappaWeights weights) {
        final double all = count();
        double found = 0;
        double byChance = 0;
        for (int i = 0; i < counts.length; i++)
            for (int j = 0; j < counts.length; j++) {
                final double weight = weights.of(i - j);
                found += weight * counts[i][j];
                byChance += weight * actual(i) * predicted(j) / all;
            }
        return byChance > 0 ? 1 - found / byChance : 0;
    }
}
