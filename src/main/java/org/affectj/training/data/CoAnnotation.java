package org.affectj.training.data;

import static org.affectj.model.ActionUnit.AU01;
import static org.affectj.model.ActionUnit.AU02;
import static org.affectj.model.ActionUnit.AU04;
import static org.affectj.model.ActionUnit.AU06;
import static org.affectj.model.ActionUnit.AU07;
import static org.affectj.model.ActionUnit.AU10;
import static org.affectj.model.ActionUnit.AU12;
import static org.affectj.model.ActionUnit.AU15;
import static org.affectj.model.ActionUnit.AU23;
import static org.affectj.model.ActionUnit.AU24;
import static org.affectj.model.ActionUnit.AU25;
import static org.affectj.model.ActionUnit.AU26;

import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * Weak action unit targets from an expression label (METHOD 9.2, co-annotation). An action unit is taken as present
 * with weight 1 where Du et al. (METHOD 9.1) call it prototypical of the expression, and with the share of people who
 * showed it where they call it observational, each times the expression's share of the judgements. It is taken as
 * absent only for neutral faces, and for an expression in whose row neither table of METHOD 9.1 and 9.2 names it.
 * Where both happen for one face, the target is the weighted mean. Nothing follows from Other, and nothing beyond this
 * is assumed.
 *
 * @param targets 12 values in [0, 1]
 * @param weights how much each counts, in [0, 1]
 */
public record CoAnnotation(float[] targets, float[] weights) {

    /** METHOD 9.1, the six basic emotions, restricted to the 12 action units: 1 for prototypical, else the share. */
    private static final Map<Expression, Map<ActionUnit, Float>> DU = Map.of(
        Expression.HAPPINESS, Map.of(AU12, 1f, AU25, 1f, AU06, .51f),
        Expression.SADNESS, Map.of(AU04, 1f, AU15, 1f, AU01, .60f, AU06, .50f),
        Expression.FEAR, Map.of(AU01, 1f, AU04, 1f, AU25, 1f, AU02, .57f, AU26, .33f),
        Expression.ANGER, Map.of(AU04, 1f, AU07, 1f, AU24, 1f, AU10, .26f, AU23, .29f),
        Expression.SURPRISE, Map.of(AU01, 1f, AU02, 1f, AU25, 1f, AU26, 1f),
        Expression.DISGUST, Map.of(AU10, 1f, AU04, .31f, AU24, .26f));

    /** What METHOD 9.2's second table saw besides: too uncertain to call present, reason enough not to call absent. */
    private static final Map<Expression, Set<ActionUnit>> SEEN_IN_THE_WILD = Map.of(
        Expression.HAPPINESS, Set.of(AU07, AU10),
        Expression.SADNESS, Set.of(AU07),
        Expression.FEAR, Set.of(AU07, AU10),
        Expression.ANGER, Set.of(AU25),
        Expression.SURPRISE, Set.of(AU07),
        Expression.DISGUST, Set.of(AU07, AU25));

    /**
     * @param shares 8 shares of the judgements, by {@link Expression#ordinal()}
     * @param weight how much the judgement counts, in [0, 1]
     * @return what follows for the action units
     */
    public static CoAnnotation of(final float[] shares, final float weight) {
        final ActionUnit[] units = ActionUnit.values();
        final float[] targets = new float[units.length];
        final float[] weights = new float[units.length];
        for (int i = 0; i < units.length; i++) {
            float present = 0;
            float absent = 0;
            for (final Expression expression : Expression.values()) {
                present += shares[expression.ordinal()] * presence(expression, units[i]);
                if (isAbsent(expression, units[i])) absent += shares[expression.ordinal()];
            }
            targets[i] = present > 0 ? present / (present + absent) : 0;
            weights[i] = Math.min(1, weight * (present + absent));
        }
        return new CoAnnotation(targets, weights);
    }

    /** @return how surely each expression brings each action unit, in [0, 1]: 8 rows of 12 */
    public static float[] presence() {
        return table(CoAnnotation::presence);
    }

    /** @return 1 where an expression leaves an action unit out, else 0: 8 rows of 12 */
    public static float[] absence() {
        return table((expression, unit) -> isAbsent(expression, unit) ? 1 : 0);
    }

    private static float[] table(final ToDoubleBiFunction<Expression, ActionUnit> value) {
        final ActionUnit[] units = ActionUnit.values();
        final float[] table = new float[Expression.values().length * units.length];
        for (final Expression expression : Expression.values())
            for (final ActionUnit unit : units)
                table[expression.ordinal() * units.length + unit.ordinal()] =
                    (float) value.applyAsDouble(expression, unit);
        return table;
    }

    private static float presence(final Expression expression, final ActionUnit unit) {
        return DU.getOrDefault(expression, Map.of()).getOrDefault(unit, 0f);
    }

    private static boolean isAbsent(final Expression expression, final ActionUnit unit) {
        if (expression == Expression.NEUTRAL) return true;
        if (expression == Expression.OTHER) return false;
        return presence(expression, unit) == 0 && !SEEN_IN_THE_WILD.get(expression).contains(unit);
    }
}
