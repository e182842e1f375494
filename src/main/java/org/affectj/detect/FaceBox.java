package org.affectj.detect;

/**
 * Where a face is, in pixels of the picture, origin at the top left corner of the top left pixel: the box around its 68
 * points (brows to chin, without the forehead), as far as who made it can tell. The sides of the box are parallel to
 * the picture's; roll tells how the face inside is tilted.
 *
 * @param x left edge
 * @param y upper edge
 * @param width extent to the right, above 0
 * @param height extent downwards, above 0
 * @param roll rotation of the face in the picture in degrees, clockwise positive; 0 for an upright face
 * @param score how sure the detector is, in [0, 1]
 */
public record FaceBox(double x, double y, double width, double height, double roll, double score) {

    public FaceBox {
        if (!(width > 0 && height > 0)) throw new IllegalArgumentException("a box needs a positive width and height");
    }

    /** @return the area shared with another box, divided by the area of both together, in [0, 1]; roll is ignored */
    public double overlap(final FaceBox other) {
        final double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        final double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) return 0;
        return w * h / (width * height + other.width * other.height - w * h);
    }
}
