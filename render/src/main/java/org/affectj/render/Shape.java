package org.affectj.render;

/**
 * A deformation of a face: offsets of the vertices that it moves.
 *
 * @param vertices indices of the moved vertices
 * @param offsets x, y, z a moved vertex, in the kit's units (about a centimetre)
 */
public record Shape(int[] vertices, float[] offsets) {

    private static final float STILL = 1e-3f;

    /** @return the shape with the given x, y, z a vertex, without the vertices that it leaves in place */
    public static Shape of(final float[] dense) {
        int moved = 0;
        for (int v = 0; v < dense.length; v += 3) if (moves(dense, v)) moved++;
        final int[] vertices = new int[moved];
        final float[] offsets = new float[3 * moved];
        int n = 0;
        for (int v = 0; v < dense.length; v += 3) {
            if (!moves(dense, v)) continue;
            vertices[n] = v / 3;
            System.arraycopy(dense, v, offsets, 3 * n++, 3);
        }
        return new Shape(vertices, offsets);
    }

    private static boolean moves(final float[] dense, final int at) {
        return Math.abs(dense[at]) + Math.abs(dense[at + 1]) + Math.abs(dense[at + 2]) > STILL;
    }

    /** Adds {@code weight} times this shape to positions x, y, z a vertex. */
    public void addTo(final float[] positions, final float weight) {
        for (int i = 0; i < vertices.length; i++) {
            final int p = 3 * vertices[i];
            positions[p] += weight * offsets[3 * i];
            positions[p + 1] += weight * offsets[3 * i + 1];
            positions[p + 2] += weight * offsets[3 * i + 2];
        }
    }
}
