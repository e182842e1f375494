package org.affectj.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Compares conditions over subjects. Each subject counts once, however many frames and stimuli it has: frames are
 * averaged to stimuli, stimuli to the subject's mean, and subjects to the mean of the condition.
 */
public final class GroupSummary {

    /** Stimuli of one subject in one condition: by source and number, the frames of all its tracks. */
    private final Map<Key, Map<String, Map<String, List<Epoch>>>> subjects = new LinkedHashMap<>();

    private record Key(String condition, String channel) {
    }

    /**
     * One condition and measure.
     *
     * @param condition of the stimuli
     * @param channel the measure
     * @param subjects how many have a value
     * @param mean of the subjects' means
     * @param deviation standard deviation of these means, of a sample; NaN with fewer than 2 subjects
     * @param low lower end of the 95 % interval of the mean, by Student's t distribution; NaN with fewer than
     *            2 subjects
     * @param high its upper end
     */
    public record Row(String condition, String channel, int subjects, double mean, double deviation,
        double low, double high) {
    }

    /**
     * Takes one epoch in; those without a value don't count.
     *
     * @param subject whose it is
     */
    public void add(final String subject, final Epoch epoch) {
        if (Double.isNaN(epoch.mean())) return;
        subjects.computeIfAbsent(new Key(epoch.stimulus().condition(), epoch.channel()), key -> new LinkedHashMap<>())
            .computeIfAbsent(subject, name -> new LinkedHashMap<>())
            .computeIfAbsent(epoch.identity().source() + '\n' + epoch.stimulus().number(),
                stimulus -> new ArrayList<>())
            .add(epoch);
    }

    /**
     * @param corrected whether what counts is the change since before the stimulus; else the mean during it
     * @return a row for each condition and measure that a subject has a value of
     */
    public List<Row> rows(final boolean corrected) {
        return subjects.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue().values().stream()
            .mapToDouble(stimuli -> subjectMean(stimuli, corrected)).filter(mean -> !Double.isNaN(mean)).toArray()))
            .filter(row -> row.subjects() > 0).toList();
    }

    private static Row row(final Key key, final double[] means) {
        final int n = means.length;
        final double mean = StatUtils.mean(means);
        final double deviation = n < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(means));
        final double half = n < 2 ? Double.NaN
            : new TDistribution(n - 1).inverseCumulativeProbability(0.975) * deviation / Math.sqrt(n);
        return new Row(key.condition(), key.channel(), n, mean, deviation, mean - half, mean + half);
    }

    private static double subjectMean(final Map<String, List<Epoch>> stimuli, final boolean corrected) {
        return StatUtils.mean(stimuli.values().stream().mapToDouble(tracks -> stimulusMean(tracks, corrected))
            .filter(mean -> !Double.isNaN(mean)).toArray());
    }

    /** A person whose track broke off during a stimulus has two; each counts by its frames. */
    private static double stimulusMean(final List<Epoch> tracks, final boolean corrected) {
        double sum = 0;
        int frames = 0;
        for (final Epoch epoch : tracks) {
            final double value = corrected ? epoch.change() : epoch.mean();
            if (Double.isNaN(value)) continue;
            sum += epoch.frames() * value;
            frames += epoch.frames();
        }
        return sum / frames;
    }
}
