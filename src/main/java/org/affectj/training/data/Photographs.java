package org.affectj.training.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.affectj.model.Expression;

/** Photographs of faces with one expression label each. Contempt counts as Other (METHOD 8.7). */
public final class Photographs extends PictureTable {

    private static final Map<String, Expression> EXPRESSIONS = Map.of("neutral", Expression.NEUTRAL, "anger",
        Expression.ANGER, "disgust", Expression.DISGUST, "fear", Expression.FEAR, "happiness", Expression.HAPPINESS,
        "sadness", Expression.SADNESS, "surprise", Expression.SURPRISE, "contempt", Expression.OTHER);

    /** @param folder holds photographs.zip, photographs.csv and photographs_landmarks.csv.gz */
    public Photographs(final Path folder) {
        super(folder, DataFormat.PHOTOGRAPHS);
    }

    @Override
    String subject(final Table.Row row) {
        return row.text("subject");
    }

    @Override
    Labels labels(final Table.Row row) {
        final Expression expression = EXPRESSIONS.get(row.text("expression"));
        if (expression == null)
            throw row.error("the expression is '" + row.text("expression") + "', one of " + EXPRESSIONS.keySet()
                .stream().sorted().toList() + " is expected");
        return Labels.fromExpressions(Labels.certain(expression), 1, Optional.of(expression));
    }
}
