package org.affectj.render;

/** What is known of the surface at one pixel; filled by paint, read by the light. Reused for the next pixel. */
final class Surface {

    /** Position on the resting face. */
    float x, y, z;
    /** Colour, linear. */
    float red, green, blue;
    /** Strength and sharpness of reflections. */
    float shine, sharpness;
    /** How much lines slope along x and y of the head. */
    float slopeX, slopeY;
    /** Share of the light that reaches the point, and how far light spreads inside it. */
    float open, spread;

    void paint(final float[] colour) {
        red = colour[0];
        green = colour[1];
        blue = colour[2];
    }

    /** Covers {@code share} of the surface with a colour. */
    void blend(final float[] colour, final float share) {
        red += share * (colour[0] - red);
        green += share * (colour[1] - green);
        blue += share * (colour[2] - blue);
    }

    void tint(final float r, final float g, final float b) {
        red *= r;
        green *= g;
        blue *= b;
    }
}
