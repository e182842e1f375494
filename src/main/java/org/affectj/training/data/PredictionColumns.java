package org.affectj.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * The columns of prediction files. What is true has the names of a user's own table with {@value #TRUE} before them;
 * what a model says has the names of result tables.
 */
final class PredictionColumns {

    /** Before the names of true labels. */
    static final String TRUE = "true_";
    /** Before valence and arousal that follow from the expression. */
    static final String WEAK = "weak_";
    /** After the name of an action unit, for whether the model takes it as present. */
    static final String PRESENT = "_present";

    private PredictionColumns() {
    }

    /** @return all columns, in order */
    static List<String> all() {
        final List<String> columns = new ArrayList<>(List.of("set", "split", "image", "subject", TRUE + "expression",
            TRUE + "valence", TRUE + "arousal"));
        for (final ActionUnit unit : ActionUnit.values())
            columns.add(TRUE + unit.name());
        columns.addAll(List.of(WEAK + "valence", WEAK + "arousal"));
        columns.addAll(said());
        return columns;
    }

    /** @return the columns of what a model says */
    static List<String> said() {
        final List<String> columns = new ArrayList<>();
        for (final ActionUnit unit : ActionUnit.values())
            columns.add(unit.name());
        for (final ActionUnit unit : ActionUnit.values())
            columns.add(unit.name() + PRESENT);
        Arrays.stream(Expression.values()).map(Expression::label).forEach(columns::add);
        columns.addAll(List.of("expression", "valence", "arousal"));
        return columns;
    }
}
