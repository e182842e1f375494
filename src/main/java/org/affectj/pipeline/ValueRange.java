package org.affectj.pipeline;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The values that a column of a table can have.
 *
 * @param text in words, for people
 * @param minimum the least value; empty where there is none
 * @param maximum the greatest value; empty where there is none
 * @param words all values of a column of words; empty if there are others
 */
public record ValueRange(String text, OptionalDouble minimum, OptionalDouble maximum, List<String> words) {

    /** Any number. */
    public static final ValueRange ANY =
        new ValueRange("any", OptionalDouble.empty(), OptionalDouble.empty(), List.of());

    /** Any words. */
    public static final ValueRange TEXT =
        new ValueRange("text", OptionalDouble.empty(), OptionalDouble.empty(), List.of());

    /** 0 for no, 1 for yes. */
    public static final ValueRange NO_OR_YES =
        new ValueRange("0 or 1", OptionalDouble.of(0), OptionalDouble.of(1), List.of());

    /** @return the numbers from one to another, both included */
    public static ValueRange between(final int minimum, final int maximum) {
        return new ValueRange(minimum + " to " + maximum, OptionalDouble.of(minimum), OptionalDouble.of(maximum),
            List.of());
    }

    /** @return the numbers from one on, which is included */
    public static ValueRange from(final int minimum) {
        return new ValueRange("from " + minimum, OptionalDouble.of(minimum), OptionalDouble.empty(), List.of());
    }

    /** @return these words and no others */
    public static ValueRange oneOf(final List<String> words) {
        return new ValueRange(String.join(", ", words), OptionalDouble.empty(), OptionalDouble.empty(), words);
    }

    /** @return the same values in other words */
    public ValueRange as(final String other) {
        return new ValueRange(other, minimum, maximum, words);
    }
}
