package org.affectj.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.model.Expression;

/** Which columns of a table are measures of a face that change with time. */
final class Channels {

    /** The one column of words that is a measure. */
    static final String EXPRESSION = "expression";

    private Channels() {
    }

    /**
     * @param table with headings
     * @param wanted names of columns; empty for all that a model measures: action units, expressions, valence
     *            and arousal
     * @return their names, in the order of the table or as wanted
     * @throws AffectException if the table lacks one, or has none
     */
    static List<String> of(final TableFile table, final List<String> wanted) {
        wanted.forEach(table::require);
        if (!wanted.isEmpty()) return List.copyOf(wanted);
        final List<String> measured = table.headings().stream().filter(Channels::isMeasured).toList();
        if (measured.isEmpty())
            throw new AffectException("The table '" + table.file()
                + "' has no action units, expressions, valence or arousal: name the columns to take.");
        return measured;
    }

    /** @return a cell as a number; of the column {@code expression} the expression's place among the eight, from 0 */
    static double value(final TableFile.Row cells, final String channel) {
        if (!channel.equals(EXPRESSION)) return cells.number(channel);
        return cells.given(channel).flatMap(Channels::expression).map(e -> (double) e.ordinal()).orElse(Double.NaN);
    }

    private static Optional<Expression> expression(final String label) {
        return Arrays.stream(Expression.values()).filter(e -> e.label().equalsIgnoreCase(label)).findFirst();
    }

    /** @return whether a column measures a face, as a number or a name */
    static boolean isComparable(final String name) {
        return isMeasured(name) || name.matches("AU\\d{2}_present") || name.equals(EXPRESSION);
    }

    private static boolean isMeasured(final String name) {
        return name.matches("AU\\d{2}") || names().contains(name);
    }

    private static List<String> names() {
        return Stream.concat(Arrays.stream(Expression.values()).map(Expression::label), Stream.of("valence", "arousal"))
            .collect(Collectors.toList());
    }
}
