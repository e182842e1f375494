package org.affectj.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseTest {

    /**
     * Turns the generic head, one rotation after the other, and looks at it from 3 m away (so with a little
     * perspective): first nodding, then shaking, then tilting, as a person would describe it.
     */
    private static double[][] look(final double pitch, final double yaw, final double roll) {
        final double[][] face = new double[2][68];
        for (final double[] point : PoseFit.HEAD) {
            double x = point[1];
            double y = point[2];
            double z = point[3];
            double angle = Math.toRadians(pitch); // up: what is in front (z < 0) moves up (y < 0)
            final double y1 = y * Math.cos(angle) + z * Math.sin(angle);
            z = -y * Math.sin(angle) + z * Math.cos(angle);
            y = y1;
            angle = Math.toRadians(yaw); // to the right: what is in front moves to x > 0
            final double x1 = x * Math.cos(angle) - z * Math.sin(angle);
            z = x * Math.sin(angle) + z * Math.cos(angle);
            x = x1;
            angle = Math.toRadians(roll); // clockwise: what is on the right (x > 0) moves down
            final double x2 = x * Math.cos(angle) - y * Math.sin(angle);
            y = x * Math.sin(angle) + y * Math.cos(angle);
            final double scale = 12 * 300 / (300 + z);
            face[0][(int) point[0]] = 200 + scale * x2;
            face[1][(int) point[0]] = 150 + scale * y;
        }
        return face;
    }

    @ParameterizedTest
    @CsvSource({ "0, 0, 0", "20, 0, 0", "-20, 0, 0", "0, 30, 0", "0, -30, 0", "0, 0, 45", "0, 0, -170", "15, -40, 10",
        "-25, 50, -35", "10, 70, 5" })
    void findsHowTheHeadWasTurned(final double pitch, final double yaw, final double roll) {
        final double[][] face = look(pitch, yaw, roll);
        final HeadPose pose = HeadPose.fit(face[0], face[1]);
        assertEquals(pitch, pose.pitch(), 2, "pitch");
        assertEquals(yaw, pose.yaw(), 2, "yaw");
        assertEquals(roll, pose.roll(), 2, "roll");
    }

    @Test
    void mirroredFacesTurnAndTiltTheOtherWay() {
        final double[][] face = look(12, 25, -8);
        final double[] x = new double[68];
        final double[] y = new double[68];
        final int[][] pairs = { { 36, 45 }, { 39, 42 }, { 27, 27 }, { 30, 30 }, { 31, 35 }, { 33, 33 }, { 48, 54 } };
        for (final int[] pair : pairs) {
            for (int k = 0; k < 2; k++) {
                x[pair[k]] = 639 - face[0][pair[1 - k]];
                y[pair[k]] = face[1][pair[1 - k]];
            }
        }
        final HeadPose pose = HeadPose.fit(face[0], face[1]);
        final HeadPose mirrored = HeadPose.fit(x, y);
        assertEquals(pose.pitch(), mirrored.pitch(), 1e-6);
        assertEquals(-pose.yaw(), mirrored.yaw(), 1e-6);
        assertEquals(-pose.roll(), mirrored.roll(), 1e-6);
    }
}
