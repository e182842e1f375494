package org.affectj.render;

import java.util.Arrays;

/** Where hair grows on the resting head, and the hair and shoulders that the kit lacks. */
final class Hair {

    /** Front hairline: height over distance from the middle. */
    private static final float[] FRONT = { 0, 9.6f, 3, 9.9f, 4.6f, 9.3f, 5.8f, 7.9f, 6.6f, 6.2f, 7.2f, 4.2f, 7.6f, 3f };
    /** Lower end of the hair behind the temples: height over z, from the nape to the front. */
    private static final float[] SIDE = { -8f, -6f, -4.2f, -5.2f, -3f, -1f, -2.2f, 3.5f, 0.5f, 5.2f, 2f, 4.8f,
        3.2f, 2.2f };

    private Hair() {
    }

    /** @return how far inside the hair a point of the resting head lies, in the kit's units; negative is bare skin */
    static float depth(final float x, final float y, final float z, final float hairline) {
        final float side = Math.abs(x);
        final float front = y - Ramp.along(FRONT, side) - hairline;
        if (z > 3.2f) return front;
        final float back = y - Ramp.along(SIDE, z);
        return z > 2 ? Math.max(front, Math.min(back, front + 3 * (3.2f - z))) : back;
    }

    /** @return hair that falls behind the face, seen from outside and from inside, then shoulders */
    static Mesh extras() {
        final float[][] fall = { { 12.5f, 6f, 6f, 0 }, { 9f, 9.4f, 9f, 0 }, { 4f, 10.6f, 9.8f, 0 },
            { -2f, 10.6f, 9.6f, -0.3f }, { -8f, 10.2f, 9f, -0.8f }, { -14f, 10.4f, 8.4f, -1.2f },
            { -20f, 10.8f, 7.6f, -1.5f } };
        final Mesh curtain = lathe(fall, 58, Material.HAIR).and(lathe(fall, 58, Material.HAIR).insideOut());
        final Mesh body = lathe(new float[][] { { -12.5f, 6.6f, 6.2f, -2 }, { -14.5f, 9.8f, 7.6f, -2 },
            { -16.5f, 15f, 9f, -2 }, { -19f, 20f, 10.5f, -2 }, { -24f, 22.5f, 11.5f, -2 },
            { -60f, 23f, 13f, -2 } }, 0, Material.CLOTH);
        return curtain.and(body);
    }

    /** Turns rows of {height, half width, half depth, centre z} about the vertical, open by ±{@code gap}° in front. */
    private static Mesh lathe(final float[][] rows, final double gap, final Material material) {
        final int columns = 33;
        final float[] rest = new float[3 * rows.length * columns];
        for (int r = 0; r < rows.length; r++)
            for (int c = 0; c < columns; c++) {
                final double angle = Math.toRadians(gap + c * (360 - 2 * gap) / (columns - 1)); // from +z towards +x
                final int at = 3 * (r * columns + c);
                rest[at] = (float) (rows[r][1] * Math.sin(angle));
                rest[at + 1] = rows[r][0];
                rest[at + 2] = (float) (rows[r][3] + rows[r][2] * Math.cos(angle));
            }
        return new Mesh(rest, grid(rows.length, columns), filled(2 * (rows.length - 1) * (columns - 1), material));
    }

    private static int[] grid(final int rows, final int columns) {
        final int[] triangles = new int[6 * (rows - 1) * (columns - 1)];
        int n = 0;
        for (int r = 0; r + 1 < rows; r++)
            for (int c = 0; c + 1 < columns; c++) {
                final int a = r * columns + c;
                for (final int corner : new int[] { a, a + columns, a + columns + 1, a, a + columns + 1, a + 1 })
                    triangles[n++] = corner;
            }
        return triangles;
    }

    private static byte[] filled(final int count, final Material material) {
        final byte[] materials = new byte[count];
        Arrays.fill(materials, (byte) material.ordinal());
        return materials;
    }
}
