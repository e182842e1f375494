package org.affectj.render;

import java.util.Arrays;

/**
 * What is seen in each pixel: the nearest triangle, where in it, and how near. One owner, one thread.
 */
final class DepthBuffer {

    private static final float EDGE = 1e-5f;

    final int width;
    final int height;
    final float[] nearness;
    final int[] triangle;
    final float[] second;
    final float[] third;

    DepthBuffer(final int width, final int height) {
        this.width = width;
        this.height = height;
        nearness = new float[width * height];
        triangle = new int[width * height];
        second = new float[width * height];
        third = new float[width * height];
        clear();
    }

    /** Forgets everything drawn. */
    void clear() {
        Arrays.fill(nearness, Float.NEGATIVE_INFINITY);
        forgetTriangles();
    }

    /** Forgets which triangles were drawn, but not how near they are: what is drawn next can hide behind them. */
    void forgetTriangles() {
        Arrays.fill(triangle, -1);
    }

    /**
     * Draws the triangles that face the viewer (clockwise on screen, since rows go down).
     *
     * @param screen column, row, nearness a vertex
     * @param triangles three vertex indices a triangle
     * @param materials ordinal of a material a triangle
     * @param drawn whether to draw a triangle, by its material's ordinal
     */
    void draw(final float[] screen, final int[] triangles, final byte[] materials, final boolean[] drawn) {
        for (int t = 0; t < materials.length; t++)
            if (drawn[materials[t]])
                draw(screen, t, 3 * triangles[3 * t], 3 * triangles[3 * t + 1], 3 * triangles[3 * t + 2]);
    }

    private void draw(final float[] s, final int t, final int a, final int b, final int c) {
        final float ax = s[a], ay = s[a + 1], bx = s[b], by = s[b + 1], cx = s[c], cy = s[c + 1];
        final float area = (by - ay) * (cx - ax) - (bx - ax) * (cy - ay);
        if (!(area > 0)) return;
        final int left = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx))));
        final int right = Math.min(width - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx))));
        final int top = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy))));
        final int bottom = Math.min(height - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy))));
        if (left > right || top > bottom) return;
        final float za = s[a + 2], zb = s[b + 2] - za, zc = s[c + 2] - za;
        final float inverse = 1 / area;
        for (int y = top; y <= bottom; y++)
            for (int x = left; x <= right; x++) {
                final float px = x - ax, py = y - ay;
                final float wb = (py * (cx - ax) - px * (cy - ay)) * inverse;
                final float wc = (px * (by - ay) - py * (bx - ax)) * inverse;
                plot(y * width + x, t, za + wb * zb + wc * zc, wb, wc);
            }
    }

    private void plot(final int pixel, final int t, final float near, final float wb, final float wc) {
        if (wb < -EDGE || wc < -EDGE || wb + wc > 1 + EDGE || near <= nearness[pixel]) return;
        nearness[pixel] = near;
        triangle[pixel] = t;
        second[pixel] = wb;
        third[pixel] = wc;
    }
}
