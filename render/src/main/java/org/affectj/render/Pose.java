package org.affectj.render;

import java.util.random.RandomGenerator;

/**
 * How a head is turned, in degrees: first nodding, then turning, then tilting (R = Rz·Ry·Rx).
 *
 * @param pitch positive looks up, -30 to 30
 * @param yaw positive turns the nose towards the right edge of the picture, -60 to 60
 * @param roll positive turns the head clockwise in the picture, -30 to 30
 */
public record Pose(float pitch, float yaw, float roll) {

    /** @return mostly frontal: a third nearly straight, some far to a side */
    public static Pose random(final RandomGenerator random) {
        final double spread = random.nextDouble() < 0.35 ? 0.35 : 1;
        return new Pose(normal(random, 9 * spread, 30), normal(random, 20 * spread, 60),
            normal(random, 9 * spread, 30));
    }

    private static float normal(final RandomGenerator random, final double deviation, final double limit) {
        return (float) Math.max(-limit, Math.min(limit, deviation * random.nextGaussian()));
    }

    /** @return rotation matrix by rows, from the head's axes to the camera's (x right, y up, z towards the camera) */
    float[] rotation() {
        final double a = Math.toRadians(pitch);
        final double b = Math.toRadians(yaw);
        final double c = Math.toRadians(roll);
        final double sa = Math.sin(a), ca = Math.cos(a), sb = Math.sin(b), cb = Math.cos(b);
        final double sc = Math.sin(c), cc = Math.cos(c);
        // Rx turns z towards +y, Ry turns z towards +x, Rz turns y towards +x.
        final double[][] yx = { { cb, -sb * sa, sb * ca }, { 0, ca, sa }, { -sb, -cb * sa, cb * ca } };
        final float[] r = new float[9];
        for (int j = 0; j < 3; j++) {
            r[j] = (float) (cc * yx[0][j] + sc * yx[1][j]);
            r[3 + j] = (float) (-sc * yx[0][j] + cc * yx[1][j]);
            r[6 + j] = (float) yx[2][j];
        }
        return r;
    }
}
