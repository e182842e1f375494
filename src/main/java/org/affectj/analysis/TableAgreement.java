package org.affectj.analysis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * Two tables of the same faces, of two tools or of a tool and a person who coded them: rows of the same person belong
 * together that are nearest to each other in time, and near enough.
 *
 * @param first a table
 * @param second a table; of codes it needs {@code time} or {@code frame} and the codes
 * @param columns which columns are compared; empty for all that both have
 * @param clock the column that tells when: {@code time} or {@code frame}
 * @param tolerance how far two rows may be apart, in the clock's unit, 0 or more
 */
public record TableAgreement(Path first, Path second, List<ColumnPair> columns, Clock clock, double tolerance) {

    /** What tells which rows belong together. */
    public enum Clock {
        /** Seconds. */
        TIME,
        /** Numbers of frames. */
        FRAME;

        /** @return the column's heading */
        @Override
        public String toString() {
            return this == TIME ? Recording.TIME : "frame";
        }
    }

    public TableAgreement {
        if (!(tolerance >= 0))
            throw new AffectException("The tolerance can't be " + tolerance + ": give 0 or more.");
    }

    /**
     * What was found.
     *
     * @param columns the agreement of each pair of columns
     * @param people how many people are in both tables
     * @param pairs how many rows belong together
     * @param firstAlone how many rows of the first table have no partner
     * @param secondAlone how many rows of the second table have no partner
     */
    public record Result(List<ColumnAgreement> columns, int people, long pairs, long firstAlone, long secondAlone) {

        /** @return how much of the tables was compared, in a line */
        @Override
        public String toString() {
            return people + (people == 1 ? " person, " : " people, ") + pairs + " pairs of rows; without a partner "
                + firstAlone + " rows of the first table and " + secondAlone + " of the second";
        }
    }

    /**
     * Compares the tables, with one measure of one person in memory at a time.
     *
     * @param progress learns the rows read
     * @return what was found
     * @throws AffectException if a table can't be read or no rows belong together
     */
    public Result compare(final Progress progress) {
        final List<ColumnPair> compared = columns.isEmpty() ? common() : columns;
        try (Recording one = Recording.read(first, clock.toString(), ColumnPair.firsts(compared), progress);
            Recording other = Recording.read(second, clock.toString(), ColumnPair.seconds(compared), progress))
        {
            return compare(one, other, compared, progress);
        }
    }

    private List<ColumnPair> common() {
        try (TableFile one = TableFile.open(first); TableFile other = TableFile.open(second)) {
            final List<ColumnPair> both = one.headings().stream()
                .filter(name -> Channels.isComparable(name) && other.headings().contains(name))
                .map(name -> new ColumnPair(name, name)).toList();
            if (both.isEmpty())
                throw new AffectException("The tables '" + first + "' and '" + second
                    + "' have no measures of the same name: name the columns, as AU12=smile.");
            return both;
        }
    }

    private Result compare(final Recording one, final Recording other, final List<ColumnPair> compared,
        final Progress progress)
    {
        final List<ColumnAgreement> agreements = compared.stream().map(ColumnAgreement::new).toList();
        final Map<Identity, Identity> partners = partners(one.identities(), other.identities());
        long pairs = 0;
        for (final Map.Entry<Identity, Identity> people : partners.entrySet()) {
            progress.throwIfCancelled();
            final int[] nearest = nearest(times(one, people.getKey(), compared.get(0).first()),
                times(other, people.getValue(), compared.get(0).second()));
            for (final int place : nearest)
                if (place >= 0) pairs++;
            for (final ColumnAgreement agreement : agreements)
                add(agreement, one.series(people.getKey(), agreement.columns().first()),
                    other.series(people.getValue(), agreement.columns().second()), nearest);
        }
        if (pairs == 0)
            throw new AffectException("No rows of '" + first + "' and '" + second
                + "' belong together: see that source and track name the same people in both, that " + clock
                + " counts from the same beginning, and that the tolerance isn't too small.");
        return new Result(agreements, partners.size(), pairs, one.rows() - pairs, other.rows() - pairs);
    }

    private static double[] times(final Recording recording, final Identity identity, final String channel) {
        return recording.series(identity, channel).times();
    }

    private static void add(final ColumnAgreement agreement, final Series one, final Series other,
        final int[] nearest)
    {
        for (int i = 0; i < nearest.length; i++) {
            if (nearest[i] < 0) continue;
            final double a = one.values()[i];
            final double b = other.values()[nearest[i]];
            if (!Double.isNaN(a) && !Double.isNaN(b)) agreement.add(a, b);
        }
    }

    /** Tools name sources differently: endings don't count, nor names at all where each table has but one. */
    private static Map<Identity, Identity> partners(final List<Identity> ones, final List<Identity> others) {
        if (ones.size() == 1 && others.size() == 1) return Map.of(ones.get(0), others.get(0));
        final boolean named = sources(ones) > 1 || sources(others) > 1;
        final Function<Identity, Identity> key = identity -> new Identity(named ? stem(identity.source()) : "",
            identity.track());
        final Map<Identity, Identity> byKey = others.stream().collect(Collectors.toMap(key, other -> other, (a, b) -> {
            throw new AffectException("The sources '" + a.source() + "' and '" + b.source()
                + "' of the second table differ in their endings only: give them other names.");
        }));
        return ones.stream().filter(one -> byKey.containsKey(key.apply(one)))
            .collect(Collectors.toMap(one -> one, one -> byKey.get(key.apply(one)), (a, b) -> a, LinkedHashMap::new));
    }

    private static long sources(final List<Identity> identities) {
        return identities.stream().map(Identity::source).distinct().count();
    }

    private static String stem(final String source) {
        final String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /**
     * @return for each time the place of the other time that is nearest to it and that it is nearest to; -1 for none
     */
    private int[] nearest(final double[] times, final double[] others) {
        final int[] there = closest(times, others);
        final int[] back = closest(others, times);
        for (int i = 0; i < there.length; i++)
            if (back[there[i]] != i || Math.abs(times[i] - others[there[i]]) > tolerance + Series.ROUNDING)
                there[i] = -1;
        return there;
    }

    private static int[] closest(final double[] times, final double[] others) {
        final int[] closest = new int[times.length];
        int at = 0;
        for (int i = 0; i < times.length; i++) {
            while (at + 1 < others.length && Math.abs(others[at + 1] - times[i]) < Math.abs(others[at] - times[i]))
                at++;
            closest[i] = at;
        }
        return closest;
    }
}
