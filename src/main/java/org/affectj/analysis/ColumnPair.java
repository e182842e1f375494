package org.affectj.analysis;

import java.util.List;

import org.affectj.AffectException;

/**
 * Columns of two tables that measure the same.
 *
 * @param first its heading in the first table
 * @param second its heading in the second table
 */
public record ColumnPair(String first, String second) {

    /**
     * @param text {@code AU12=smile}, or {@code AU12} where both are called so
     * @return the pair
     * @throws AffectException if a name is missing
     */
    public static ColumnPair of(final String text) {
        final String[] names = text.split("=", -1);
        if (names.length > 2 || names[0].isBlank() || names[names.length - 1].isBlank())
            throw new AffectException("The columns can't be '" + text + "': give a name, or two as AU12=smile.");
        return new ColumnPair(names[0].strip(), names[names.length - 1].strip());
    }

    /** @return as it is written: {@code AU12=smile} */
    @Override
    public String toString() {
        return first.equals(second) ? first : first + "=" + second;
    }

    static List<String> firsts(final List<ColumnPair> pairs) {
        return pairs.stream().map(ColumnPair::first).toList();
    }

    static List<String> seconds(final List<ColumnPair> pairs) {
        return pairs.stream().map(ColumnPair::second).toList();
    }
}
