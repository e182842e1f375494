package org.affectj.training;

/**
 * A validation face that a network is very wrong about, to look at.
 *
 * @param image which one: its data set and its number there, from 1, in the order of the set's files
 * @param size width and height of the crop in pixels
 * @param rgb the crop as the network sees it, rows from the top, 3 bytes a pixel
 * @param truth what it is labelled, in a few words
 * @param prediction what the network says, in a few words
 * @param loss how wrong that is; larger is worse
 */
public record WorstFace(String image, int size, byte[] rgb, String truth, String prediction, double loss) {
}
