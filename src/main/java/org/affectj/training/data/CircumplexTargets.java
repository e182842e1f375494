package org.affectj.training.data;

import org.affectj.model.Expression;

/**
 * Weak targets of valence and arousal from expression labels: the coordinates of Russell and Mehrabian (METHOD 9.4, PAD
 * row), averaged with the expressions' shares. Other has no coordinates: its share is left out, and a face counts only
 * if at least half of the judgement remains.
 *
 * @param valence in [-1, 1]
 * @param arousal in [-1, 1]
 * @param weight 1 if both count, 0 if the judgement says too little
 */
public record CircumplexTargets(float valence, float arousal, float weight) {

    /** Valence and arousal by {@link Expression#ordinal()}. */
    private static final float[][] PAD = { { 0, 0 }, { -.51f, .59f }, { -.60f, .35f }, { -.64f, .60f }, { .81f, .51f },
        { -.63f, -.27f }, { .40f, .67f } };

    /**
     * @param shares 8 shares of the judgements, by {@link Expression#ordinal()}
     * @param weight how much the judgement counts, in [0, 1]
     * @return what follows for valence and arousal
     */
    public static CircumplexTargets of(final float[] shares, final float weight) {
        float known = 0;
        float valence = 0;
        float arousal = 0;
        for (int i = 0; i < PAD.length; i++) {
            known += shares[i];
            valence += shares[i] * PAD[i][0];
            arousal += shares[i] * PAD[i][1];
        }
        if (weight * known < 0.5f) return new CircumplexTargets(0, 0, 0);
        return new CircumplexTargets(valence / known, arousal / known, 1);
    }
}
