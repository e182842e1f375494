package org.affectj.training;

import java.util.Map;

/**
 * One step of the optimiser.
 *
 * @param stage what is trained, for people: {@code joint}, {@code action units}, {@code expression},
 *            {@code valence and arousal}
 * @param step its number in the stage, from 1
 * @param steps how many the stage has
 * @param epochs how many epochs those are
 * @param losses by name: {@code loss} and its parts
 * @param learningRate that it was made with
 * @param imagesPerSecond speed since the epoch began
 * @param secondsLeft to the end of the stage, at that speed
 */
public record TrainingStep(String stage, long step, long steps, int epochs, Map<String, Double> losses,
    double learningRate, double imagesPerSecond, double secondsLeft) {

    /** @return the number of epochs that are done with this step, with its fraction */
    public double epoch() {
        return (double) step * epochs / steps;
    }
}
