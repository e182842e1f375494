package org.affectj.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What an affect network says of a batch.
 *
 * @param valenceArousal [B, 2] in −1…1
 * @param expressionScores what the cross entropy takes as logits [B, E]
 * @param expressions probabilities [B, E]
 * @param actionUnits probabilities [B, N]
 * @param graph normalised adjacency of the action units [B, N, N]
 */
record Affect(Operand<TFloat32> valenceArousal, Operand<TFloat32> expressionScores, Operand<TFloat32> expressions,
    Operand<TFloat32> actionUnits, Operand<TFloat32> graph)
{}
