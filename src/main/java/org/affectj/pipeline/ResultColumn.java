package org.affectj.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of result tables, with where its cells come from.
 *
 * @param column what it holds
 * @param value reads a {@link Number} or, in a column of words, a string from a record; empty where it has none
 */
public record ResultColumn(Column column, Function<FaceRecord, Optional<?>> value) {

    /** @return its heading */
    public String name() {
        return column.name();
    }

    /** @return the digits behind its points */
    public int decimals() {
        return column.decimals();
    }

    /** @return whether its cells are numbers or empty */
    public boolean isNumeric() {
        return column.isNumeric();
    }

    /** @return the cell of a record, the same in every locale; empty where the record has no value */
    public String cell(final FaceRecord record) {
        return value.apply(record).map(this::format).orElse("");
    }

    private String format(final Object cell) {
        if (!isNumeric()) return cell.toString();
        final double number = ((Number) cell).doubleValue();
        if (Double.isNaN(number)) return "";
        final String text = String.format(Locale.ROOT, "%." + decimals() + "f", number);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
