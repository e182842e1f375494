package org.affectj.render;

/**
 * A head as it is for one picture, in the camera's axes around the head's pivot.
 *
 * @param mesh what it is made of
 * @param positions x, y, z a vertex
 * @param normals x, y, z a vertex
 * @param creases share of the light around that reaches a vertex
 * @param screen column, row, nearness a vertex
 * @param rotation of the head, by rows
 */
record Posed(Mesh mesh, float[] positions, float[] normals, float[] creases, float[] screen, float[] rotation) {
}
