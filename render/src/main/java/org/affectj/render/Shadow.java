package org.affectj.render;

/** Which points the main light reaches, softened at the edges. */
final class Shadow {

    private static final int SIZE = 200;
    private static final float SCALE = SIZE / 30f;
    private static final float BIAS = 0.28f;

    private final DepthBuffer depths = new DepthBuffer(SIZE, SIZE);
    private final float[] right = new float[3];
    private final float[] up = new float[3];
    private float[] towards;

    /** Draws the surface as the light sees it; positions are in the camera's axes, around the head's pivot. */
    void cast(final float[] positions, final Mesh mesh, final boolean[] drawn, final float[] direction) {
        towards = direction;
        final float flat = (float) Math.hypot(direction[0], direction[2]);
        right[0] = direction[2] / flat;
        right[1] = 0;
        right[2] = -direction[0] / flat;
        up[0] = -direction[1] * direction[0] / flat;
        up[1] = flat;
        up[2] = -direction[1] * direction[2] / flat;
        final float[] seen = new float[positions.length];
        for (int i = 0; i < positions.length; i += 3) {
            seen[i] = SIZE / 2f + SCALE * dot(right, positions[i], positions[i + 1], positions[i + 2]);
            seen[i + 1] = SIZE / 2f - SCALE * dot(up, positions[i], positions[i + 1], positions[i + 2]);
            seen[i + 2] = dot(towards, positions[i], positions[i + 1], positions[i + 2]);
        }
        depths.clear();
        depths.draw(seen, mesh.triangles(), mesh.materials(), drawn);
    }

    /** @return share of the main light that reaches a point, 0 to 1 */
    float light(final float x, final float y, final float z) {
        final float column = SIZE / 2f + SCALE * dot(right, x, y, z);
        final float row = SIZE / 2f - SCALE * dot(up, x, y, z);
        final float near = dot(towards, x, y, z) + BIAS;
        return (reaches(column - 1, row - 1, near) + reaches(column + 1, row - 1, near) + reaches(column, row, near)
            + reaches(column - 1, row + 1, near) + reaches(column + 1, row + 1, near)) / 5;
    }

    /** @return share of the four nearest samples that let the light through, weighted by distance */
    private float reaches(final float column, final float row, final float near) {
        final int c = (int) Math.floor(column);
        final int r = (int) Math.floor(row);
        if (c < 0 || r < 0 || c + 1 >= SIZE || r + 1 >= SIZE) return 1;
        final float u = column - c;
        final float v = row - r;
        final int at = r * SIZE + c;
        return (1 - v) * ((1 - u) * pass(at, near) + u * pass(at + 1, near))
            + v * ((1 - u) * pass(at + SIZE, near) + u * pass(at + SIZE + 1, near));
    }

    private float pass(final int at, final float near) {
        return depths.nearness[at] > near ? 0 : 1;
    }

    private static float dot(final float[] a, final float x, final float y, final float z) {
        return a[0] * x + a[1] * y + a[2] * z;
    }
}
