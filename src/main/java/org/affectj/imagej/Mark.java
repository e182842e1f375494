package org.affectj.imagej;

import java.awt.Color;
import java.awt.Shape;

/**
 * A shape in one colour.
 *
 * @param shape in pixels of the picture, origin at the top left corner of the first pixel
 * @param colour may be translucent
 * @param lineWidth of its outline in pixels; 0 for a filled shape
 */
record Mark(Shape shape, Color colour, double lineWidth) {
}
