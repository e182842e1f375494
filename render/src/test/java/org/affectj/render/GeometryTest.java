package org.affectj.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Poses, the camera, alignment and surfaces against hand calculations. */
class GeometryTest {

    @Test
    void positiveYawTurnsTheNoseToTheRightEdge() {
        assertArrayEquals(new float[] { 0.5f, 0, 0.8660254f }, turned(new Pose(0, 30, 0), 0, 0, 1), 1e-6f);
    }

    @Test
    void positivePitchLooksUp() {
        assertArrayEquals(new float[] { 0, 0.5f, 0.8660254f }, turned(new Pose(30, 0, 0), 0, 0, 1), 1e-6f);
    }

    @Test
    void positiveRollIsClockwiseInThePicture() {
        assertArrayEquals(new float[] { 0.5f, 0.8660254f, 0 }, turned(new Pose(0, 0, 30), 0, 1, 0), 1e-6f);
    }

    /** Rz(90°)·Ry(90°)·Rx: z turns to x by the yaw, and then down by the roll. */
    @Test
    void tiltComesAfterTurn() {
        assertArrayEquals(new float[] { 0, -1, 0 }, turned(new Pose(0, 90, 90), 0, 0, 1), 1e-6f);
    }

    private static float[] turned(final Pose pose, final float x, final float y, final float z) {
        final float[] r = pose.rotation();
        return new float[] { r[0] * x + r[1] * y + r[2] * z, r[3] * x + r[4] * y + r[5] * z,
            r[6] * x + r[7] * y + r[8] * z };
    }

    /** A unit at the pivot's distance is 10 pixels; at half the distance 20. Rows go down. */
    @Test
    void nearThingsAppearLarger() {
        final float[] screen = Camera.at(100, 10, 50, 60).project(new float[] { 1, 2, 0, 1, 2, 50 });
        assertArrayEquals(new float[] { 60, 40, 0.01f, 70, 20, 0.02f }, screen, 1e-4f);
    }

    /** METHOD 6.1's worked example. */
    @Test
    void alignmentMatchesTheWorkedExample() {
        final double[] m = Sampling.similarity(
            new double[][] { { 120, 110 }, { 180, 104 }, { 153, 148 }, { 130, 180 }, { 182, 175 } });
        assertArrayEquals(new double[] { 0.57035418, 0.04829824, -24.31206123, -17.27764014 }, m, 1e-7);
    }

    /** The middle of pixel 3 is between samples 6 and 7. */
    @Test
    void samplesAndPixelsShareTheirCentres() {
        assertEquals(6.5f, Frame.sample(3), 0);
        assertEquals(3, Frame.pixel(6.5f), 0);
    }

    /** A tetrahedron's tip points up; a dent in a plane is hollow, a bump is not. */
    @Test
    void dentsAreHollowAndBumpsAreNot() {
        final float[] dent = { -1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0, 0, 0, -0.5f };
        final int[] fan = { 0, 1, 4, 1, 2, 4, 2, 3, 4, 3, 0, 4 };
        final Relief relief = new Relief(new Mesh(dent, fan, new byte[4]));
        final float[] normals = relief.normals(dent);
        assertArrayEquals(new float[] { 0, 0, 1 }, new float[] { normals[12], normals[13], normals[14] }, 1e-6f);
        assertEquals(0.5, relief.hollows(dent, normals, 1)[4], 1e-6);
        final float[] bump = dent.clone();
        bump[14] = 0.5f;
        assertTrue(relief.hollows(bump, relief.normals(bump), 1)[4] < 0);
    }

    /** Half precision: 1, -2, the largest number 65504, and the smallest, 2⁻²⁴. */
    @Test
    void readsHalfPrecision() {
        assertEquals(1, FaceKit.half((short) 0x3c00), 0);
        assertEquals(-2, FaceKit.half((short) 0xc000), 0);
        assertEquals(65504, FaceKit.half((short) 0x7bff), 0);
        assertEquals(0x1p-24f, FaceKit.half((short) 1), 0);
    }
}
