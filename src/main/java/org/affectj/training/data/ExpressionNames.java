package org.affectj.training.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.affectj.model.Expression;

/** The words that data sets have for expressions. */
final class ExpressionNames {

    private static final Map<String, Expression> NAMES = new TreeMap<>(Map.ofEntries(
        Map.entry("neutral", Expression.NEUTRAL), Map.entry("anger", Expression.ANGER),
        Map.entry("angry", Expression.ANGER), Map.entry("disgust", Expression.DISGUST),
        Map.entry("disgusted", Expression.DISGUST), Map.entry("fear", Expression.FEAR),
        Map.entry("afraid", Expression.FEAR), Map.entry("fearful", Expression.FEAR),
        Map.entry("happiness", Expression.HAPPINESS), Map.entry("happy", Expression.HAPPINESS),
        Map.entry("sadness", Expression.SADNESS), Map.entry("sad", Expression.SADNESS),
        Map.entry("surprise", Expression.SURPRISE), Map.entry("surprised", Expression.SURPRISE),
        Map.entry("other", Expression.OTHER), Map.entry("contempt", Expression.OTHER)));

    private ExpressionNames() {
    }

    /** @return the expression of that name, in any case; empty for another word */
    static Optional<Expression> of(final String name) {
        return Optional.ofNullable(NAMES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** @return all words that are known, for messages */
    static String known() {
        return String.join(", ", new TreeSet<>(NAMES.keySet()));
    }
}
