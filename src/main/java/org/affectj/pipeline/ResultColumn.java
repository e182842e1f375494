package org.affectj.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of result tables.
 *
 * @param name its heading
 * @param unit unit of its values; empty for none
 * @param range the values that it can have
 * @param meaning what they say
 * @param decimals digits behind the point; {@link #TEXT} for a column of words
 * @param value reads a {@link Number} or, in a column of words, a string from a record; empty where it has none
 */
public record ResultColumn(String name, String unit, String range, String meaning, int decimals,
    Function<FaceRecord, Optional<?>> value) {

    /** The decimals of a column that holds words. */
    public static final int TEXT = -1;

    /** @return whether its cells are numbers or empty */
    public boolean isNumeric() {
        return decimals != TEXT;
    }

    /** @return the cell of a record, the same in every locale; empty where the record has no value */
    public String cell(final FaceRecord record) {
        return value.apply(record).map(this::format).orElse("");
    }

    private String format(final Object cell) {
        if (!isNumeric()) return cell.toString();
        final double number = ((Number) cell).doubleValue();
        if (Double.isNaN(number)) return "";
        final String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
