package org.affectj.training.data;

import java.util.List;
import java.util.Optional;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * What the challenges' fields say of one face, read task by task: a task is valid as a whole or not at all
 * (METHOD 3.4).
 */
final class ChallengeLabels {

    /** The challenges' order of the action units, which is ours. */
    static final List<Optional<ActionUnit>> UNITS =
        List.of(ActionUnit.values()).stream().map(Optional::of).toList();

    private static final float UNKNOWN_AFFECT = -5;

    private final float[] units = new float[ActionUnit.values().length];
    private final float[] weights = new float[units.length];
    private float valence = UNKNOWN_AFFECT;
    private float arousal = UNKNOWN_AFFECT;
    private Optional<Expression> expression = Optional.empty();

    /** Two fields: valence and arousal in [-1, 1], or -5. */
    void readAffect(final ChallengeRow row, final int field) {
        valence = (float) row.number(field, "valence", UNKNOWN_AFFECT, -1, 1);
        arousal = (float) row.number(field + 1, "arousal", UNKNOWN_AFFECT, -1, 1);
    }

    /** One field: an expression's number, or -1. */
    void readExpression(final ChallengeRow row, final int field, final int expressions) {
        final int number = row.whole(field, "expression", expressions - 1);
        expression = number < 0 ? Optional.empty() : Optional.of(Expression.values()[number]);
    }

    /** A field for each column, 0, 1 or -1; columns of action units that no model here reads are empty. */
    void readActionUnits(final ChallengeRow row, final int field, final List<Optional<ActionUnit>> columns) {
        boolean known = true;
        for (int i = 0; i < columns.size(); i++) {
            final int value = row.whole(field + i, columns.get(i).map(ActionUnit::name).orElse("an action unit"), 1);
            known &= value >= 0;
            columns.get(i).ifPresent(unit -> units[unit.ordinal()] = Math.max(0, value));
        }
        for (final Optional<ActionUnit> column : columns)
            if (known && column.isPresent()) weights[column.get().ordinal()] = 1;
    }

    Labels labels() {
        final boolean affect = valence > UNKNOWN_AFFECT && arousal > UNKNOWN_AFFECT;
        for (int i = 0; i < units.length; i++)
            units[i] *= weights[i];
        return new Labels(expression.map(Labels::certain).orElseGet(() -> new float[Expression.values().length]),
            expression.isPresent() ? 1 : 0, expression, units, weights, affect ? valence : 0, affect ? arousal : 0,
            affect ? 1 : 0);
    }
}
