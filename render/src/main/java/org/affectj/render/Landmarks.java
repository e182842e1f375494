package org.affectj.render;

/**
 * The 68 points of a face in iBUG order, in pixels of a picture; the centre of the first pixel is (0, 0).
 *
 * @param x 68 horizontal positions
 * @param y 68 vertical positions
 */
public record Landmarks(float[] x, float[] y) {

    /** Points 1 to 17 are the contour of the face. */
    private static final int CONTOUR = 17;
    /** Centre of the rest face that contour points are seen from. */
    private static final float CENTRE_Y = 0.5f;

    public Landmarks {
        if (x.length != 68 || y.length != 68) throw new IllegalArgumentException("68 points expected");
    }

    /**
     * Points on the projected mesh. A contour point that has turned away slides to where the face ends in the picture,
     * as people mark it.
     */
    static Landmarks of(final Mesh mesh, final float[] positions, final float[] normals, final float[] screen,
        final Camera camera) {
        final float[] x = new float[68];
        final float[] y = new float[68];
        for (int i = 0; i < 68; i++) {
            int vertex = FaceKit.LANDMARKS[i];
            if (i < CONTOUR && hidden(3 * vertex, positions, normals, camera)) {
                final float[] out = { normals[3 * vertex], -normals[3 * vertex + 1] };
                vertex = outermost(vertex, out, mesh.rest(), screen);
            }
            x[i] = Frame.pixel(screen[3 * vertex]);
            y[i] = Frame.pixel(screen[3 * vertex + 1]);
        }
        return new Landmarks(x, y);
    }

    private static boolean hidden(final int at, final float[] positions, final float[] normals, final Camera camera) {
        return -normals[at] * positions[at] - normals[at + 1] * positions[at + 1]
            + normals[at + 2] * (camera.distance() - positions[at + 2]) < 0;
    }

    /**
     * @param out the way that the landmark faces in the picture
     * @return the vertex of cheek or chin, in the same direction from the face's centre, that is farthest out
     */
    private static int outermost(final int landmark, final float[] out, final float[] rest, final float[] screen) {
        final double direction = Math.atan2(rest[3 * landmark + 1] - CENTRE_Y, rest[3 * landmark]);
        int best = landmark;
        float farthest = Float.NEGATIVE_INFINITY;
        for (int v = 0; v < FaceKit.FACE_VERTICES; v++) {
            if (rest[3 * v + 2] < rest[3 * landmark + 2] || !cheekOrChin(rest[3 * v], rest[3 * v + 1])) continue;
            if (Math.abs(Math.atan2(rest[3 * v + 1] - CENTRE_Y, rest[3 * v]) - direction) > 0.05) continue;
            final float reach = out[0] * screen[3 * v] + out[1] * screen[3 * v + 1];
            if (reach > farthest) {
                farthest = reach;
                best = v;
            }
        }
        return best;
    }

    /** Not nose, lips or eyes, which the contour passes outside. */
    private static boolean cheekOrChin(final float x, final float y) {
        return y < -5.2f || Math.abs(x) > (y > 2 ? 4.7f : 2.8f);
    }

    /** @return these points, moved right and down by {@code offset} pixels */
    Landmarks movedBy(final float offset) {
        final float[] movedX = x.clone();
        final float[] movedY = y.clone();
        for (int i = 0; i < 68; i++) {
            movedX[i] += offset;
            movedY[i] += offset;
        }
        return new Landmarks(movedX, movedY);
    }

    /** @return what faces are aligned by (METHOD 10.1): eyes, nose tip, mouth corners, image left first */
    double[][] fivePoints() {
        return new double[][] { mean(36, 42), mean(42, 48), { x[30], y[30] }, { x[48], y[48] }, { x[54], y[54] } };
    }

    private double[] mean(final int from, final int to) {
        double sumX = 0;
        double sumY = 0;
        for (int i = from; i < to; i++) {
            sumX += x[i];
            sumY += y[i];
        }
        return new double[] { sumX / (to - from), sumY / (to - from) };
    }
}
