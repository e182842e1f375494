package org.affectj.detect;

/**
 * A face found in a picture.
 *
 * @param box the upright box around it; its score is the probability that it is a face
 * @param landmarks its 68 points
 */
public record DetectedFace(FaceBox box, Landmarks landmarks) {
}
