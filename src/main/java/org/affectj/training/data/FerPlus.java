package org.affectj.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.affectj.model.Expression;

/**
 * FER2013's faces of 48×48 grey pixels with ten votes each (FER+). Training takes the distribution of the votes after
 * dropping votes of 1, weighted by the share that went to one of the eight emotions. Evaluation takes the emotion with
 * most votes (the first in the file's order where several have as many) and leaves a face out if most votes went to
 * {@code unknown} or {@code not_a_face}. Contempt counts as Other (METHOD 8.7).
 */
public final class FerPlus extends PictureTable {

    private static final List<String> EMOTIONS =
        List.of("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt");
    private static final Expression[] EXPRESSIONS = { Expression.NEUTRAL, Expression.HAPPINESS, Expression.SURPRISE,
        Expression.SADNESS, Expression.ANGER, Expression.DISGUST, Expression.FEAR, Expression.OTHER };

    /** Shares are rounded: a half may come out above it by so much. */
    private static final float ROUNDING = 1e-5f;

    /** @param folder holds ferplus.zip, ferplus.csv and ferplus_landmarks.csv.gz */
    public FerPlus(final Path folder) {
        super(folder, DataFormat.FERPLUS);
    }

    @Override
    String subject(final Table.Row row) {
        return row.text("image");
    }

    @Override
    Labels labels(final Table.Row row) {
        final float[] shares = new float[Expression.values().length];
        float sum = 0;
        float most = 0;
        Expression majority = null;
        for (int i = 0; i < EXPRESSIONS.length; i++) {
            final int votes = row.count(EMOTIONS.get(i));
            if (votes > most) majority = EXPRESSIONS[i];
            most = Math.max(most, votes);
            shares[EXPRESSIONS[i].ordinal()] += kept(votes);
            sum += kept(votes);
        }
        final int unknown = row.count("unknown");
        final int noFace = row.count("not_a_face");
        if (Math.max(unknown, noFace) > most) majority = null;
        if (sum == 0) return Labels.fromExpressions(shares, 0, Optional.ofNullable(majority));
        for (int i = 0; i < shares.length; i++)
            shares[i] /= sum;
        return Labels.fromExpressions(shares, sum / (sum + kept(unknown) + kept(noFace)),
            Optional.ofNullable(majority));
    }

    /**
     * The faces that FER+'s authors validate and test with (Barsoum et al. 2016, "Training Deep Networks for Facial
     * Expression Recognition with Crowd-Sourced Label Distribution", and their reader).
     *
     * @param labels of a face of FER+
     * @return whether more than half of its votes, single ones apart, are for one of the eight emotions
     */
    public static boolean hasMajority(final Labels labels) {
        float most = 0;
        for (final float share : labels.expressions())
            most = Math.max(most, share);
        return most * labels.expressionWeight() > 0.5f + ROUNDING;
    }

    /** A single vote is an outlier. */
    private static int kept(final int votes) {
        return votes == 1 ? 0 : votes;
    }
}
