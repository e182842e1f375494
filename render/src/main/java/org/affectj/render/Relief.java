package org.affectj.render;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Normals of a surface and how hollow it is, from its vertices as they are at the moment. */
final class Relief {

    private final Mesh mesh;
    private final int[] firstNeighbour;
    private final int[] neighbours;

    Relief(final Mesh mesh) {
        this.mesh = mesh;
        final List<TreeSet<Integer>> around = new ArrayList<>();
        for (int v = 0; v < skin(); v++) around.add(new TreeSet<>());
        final int[] triangles = mesh.triangles();
        for (int i = 0; i < triangles.length; i++) {
            if (triangles[i] >= skin()) continue;
            around.get(triangles[i]).add(triangles[i - i % 3 + (i % 3 + 1) % 3]);
            around.get(triangles[i]).add(triangles[i - i % 3 + (i % 3 + 2) % 3]);
        }
        firstNeighbour = new int[skin() + 1];
        for (int v = 0; v < skin(); v++) firstNeighbour[v + 1] = firstNeighbour[v] + around.get(v).size();
        neighbours = around.stream().flatMap(TreeSet::stream).mapToInt(v -> v).toArray();
    }

    /** @return unit normals, x, y, z a vertex, weighted by the area of the triangles around it */
    float[] normals(final float[] p) {
        final float[] normals = new float[p.length];
        final int[] triangles = mesh.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            final int a = 3 * triangles[t], b = 3 * triangles[t + 1], c = 3 * triangles[t + 2];
            final float ux = p[b] - p[a], uy = p[b + 1] - p[a + 1], uz = p[b + 2] - p[a + 2];
            final float vx = p[c] - p[a], vy = p[c + 1] - p[a + 1], vz = p[c + 2] - p[a + 2];
            final float x = uy * vz - uz * vy, y = uz * vx - ux * vz, z = ux * vy - uy * vx;
            add(normals, a, x, y, z);
            add(normals, b, x, y, z);
            add(normals, c, x, y, z);
        }
        for (int i = 0; i < normals.length; i += 3) normalise(normals, i);
        return normals;
    }

    private static void add(final float[] normals, final int at, final float x, final float y, final float z) {
        normals[at] += x;
        normals[at + 1] += y;
        normals[at + 2] += z;
    }

    private static void normalise(final float[] normals, final int i) {
        final float length = (float) Math.sqrt(
            normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
        if (length == 0) return;
        for (int k = 0; k < 3; k++) normals[i + k] /= length;
    }

    /**
     * How far each vertex of the skin lies below its smoothed surroundings, in the kit's units: positive in folds,
     * negative on ridges.
     *
     * @param rounds of smoothing: more sees wider hollows
     */
    float[] hollows(final float[] positions, final float[] normals, final int rounds) {
        float[] smooth = positions;
        float[] target = positions.clone();
        for (int round = 0; round < rounds; round++) {
            smoothInto(target, smooth);
            final float[] free = smooth == positions ? positions.clone() : smooth;
            smooth = target;
            target = free;
        }
        final float[] hollows = new float[mesh.vertexCount()];
        for (int v = 0; v < skin(); v++)
            for (int k = 3 * v; k < 3 * v + 3; k++) hollows[v] += normals[k] * (smooth[k] - positions[k]);
        return hollows;
    }

    private int skin() {
        return Math.min(FaceKit.SKIN_VERTICES, mesh.vertexCount());
    }

    private void smoothInto(final float[] target, final float[] source) {
        for (int v = 0; v < skin(); v++) {
            final int count = firstNeighbour[v + 1] - firstNeighbour[v];
            if (count == 0) continue;
            float x = 0, y = 0, z = 0;
            for (int n = firstNeighbour[v]; n < firstNeighbour[v + 1]; n++) {
                x += source[3 * neighbours[n]];
                y += source[3 * neighbours[n] + 1];
                z += source[3 * neighbours[n] + 2];
            }
            target[3 * v] = x / count;
            target[3 * v + 1] = y / count;
            target[3 * v + 2] = z / count;
        }
    }
}
