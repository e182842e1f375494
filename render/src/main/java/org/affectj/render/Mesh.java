package org.affectj.render;

import java.util.Arrays;

/**
 * A surface at rest: what stays the same whoever's face it is and whatever that face does.
 *
 * @param rest x, y, z a vertex of the mean neutral face; x to the image's right, y up, z towards the camera. Paint is a
 *        function of this position, so that it moves with the skin
 * @param triangles three vertex indices a triangle, counter-clockwise from outside
 * @param materials ordinal of a {@link Material} a triangle
 */
public record Mesh(float[] rest, int[] triangles, byte[] materials) {

    public Mesh {
        if (triangles.length != 3 * materials.length) throw new IllegalArgumentException("one material a triangle");
    }

    /** @return number of vertices */
    public int vertexCount() {
        return rest.length / 3;
    }

    /** @return the other side of this surface */
    public Mesh insideOut() {
        final int[] turned = triangles.clone();
        for (int i = 0; i < turned.length; i += 3) {
            turned[i + 1] = triangles[i + 2];
            turned[i + 2] = triangles[i + 1];
        }
        return new Mesh(rest, turned, materials);
    }

    /** @return this mesh followed by {@code other}, whose vertex indices move up */
    public Mesh and(final Mesh other) {
        final float[] allRest = Arrays.copyOf(rest, rest.length + other.rest.length);
        System.arraycopy(other.rest, 0, allRest, rest.length, other.rest.length);
        final int[] all = Arrays.copyOf(triangles, triangles.length + other.triangles.length);
        for (int i = 0; i < other.triangles.length; i++)
            all[triangles.length + i] = other.triangles[i] + vertexCount();
        final byte[] made = Arrays.copyOf(materials, materials.length + other.materials.length);
        System.arraycopy(other.materials, 0, made, materials.length, other.materials.length);
        return new Mesh(allRest, all, made);
    }
}
