package org.affectj.pipeline;

/**
 * What a column of a table holds.
 *
 * @param name its heading
 * @param unit unit of its values; empty for none
 * @param range the values that it can have
 * @param meaning what they say
 * @param decimals digits behind the point; {@link #TEXT} for a column of words
 */
public record Column(String name, String unit, ValueRange range, String meaning, int decimals) {

    /** The decimals of a column that holds words. */
    public static final int TEXT = -1;

    /** @return whether its cells are numbers or empty */
    public boolean isNumeric() {
        return decimals != TEXT;
    }
}
