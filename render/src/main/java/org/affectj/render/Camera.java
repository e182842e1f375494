package org.affectj.render;

/**
 * A pinhole camera that looks along -z at a head's pivot.
 *
 * @param distance from the pivot to the camera, in the kit's units (about centimetres)
 * @param focal pixels a unit at distance 1
 * @param centreX where the pivot appears, in pixels
 * @param centreY where the pivot appears, in pixels
 */
public record Camera(float distance, float focal, float centreX, float centreY) {

    /** @return a camera that shows one unit at the pivot's distance as {@code scale} pixels */
    public static Camera at(final float distance, final float scale, final float centreX, final float centreY) {
        return new Camera(distance, scale * distance, centreX, centreY);
    }

    /**
     * Projects x, y, z a vertex to column, row (pixel centres at whole numbers, rows down) and inverse depth.
     *
     * @return 3 numbers a vertex; the third grows towards the camera
     */
    float[] project(final float[] positions) {
        final float[] screen = new float[positions.length];
        for (int i = 0; i < positions.length; i += 3) {
            final float nearness = 1 / (distance - positions[i + 2]);
            screen[i] = centreX + focal * positions[i] * nearness;
            screen[i + 1] = centreY - focal * positions[i + 1] * nearness;
            screen[i + 2] = nearness;
        }
        return screen;
    }
}
