package org.affectj.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.List;

/**
 * A shape in one colour.
 *
 * @param shape in pixels of the picture, origin at the top left corner of the first pixel
 * @param colour may be translucent
 * @param lineWidth of its outline in pixels; 0 for a filled shape
 */
record Mark(Shape shape, Color colour, double lineWidth) {

    /**
     * Draws marks with smooth edges.
     *
     * @param graphics in pixels of the picture; is left with other hints, colour and stroke
     * @param marks from the back to the front
     */
    static void draw(final Graphics2D graphics, final List<Mark> marks) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        marks.forEach(mark -> mark.draw(graphics));
    }

    private void draw(final Graphics2D graphics) {
        graphics.setColor(colour);
        if (lineWidth == 0) {
            graphics.fill(shape);
            return;
        }
        graphics.setStroke(new BasicStroke((float) lineWidth));
        graphics.draw(shape);
    }
}
