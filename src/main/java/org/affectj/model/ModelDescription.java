package org.affectj.model;

/**
 * What a model says of itself in its model.json.
 *
 * @param name the folder's name: {@code affectj-default}
 * @param inputSize width and height of the aligned faces that it takes, in pixels
 */
public record ModelDescription(String name, int inputSize) {
}
