package org.affectj.render;

import java.util.Arrays;

/**
 * Draws people: deforms, turns, projects and shades one head after the other into a frame. Keeps buffers, so one a
 * thread.
 */
public final class Portrait {

    /** The turning point, in the head's axes: between the ears. */
    private static final float[] PIVOT = { 0, 0.5f, 3 };

    private final Head head;
    private final Shadow shadow = new Shadow();

    /** Draws people made by {@code head}. */
    public Portrait(final Head head) {
        this.head = head;
    }

    /**
     * Draws one person over what is already in the frame, behind what is nearer.
     *
     * @return where the 68 landmarks are, in pixels
     */
    public Landmarks draw(final Frame frame, final Head.Person person, final Performance performance, final Pose pose,
        final Camera camera, final Light light) {
        final float[] positions = head.act(person, performance);
        final float[] normals = head.relief().normals(positions);
        final float[] creases = creases(positions, normals);
        final float[] rotation = pose.rotation();
        turn(positions, rotation, PIVOT);
        turn(normals, rotation, new float[3]);
        final float[] screen = camera.project(positions);
        final boolean[] drawn = drawn(person.appearance());
        frame.depths().forgetTriangles();
        frame.depths().draw(screen, head.mesh().triangles(), head.mesh().materials(), drawn);
        shadow.cast(positions, head.mesh(), drawn, light.direction());
        final Posed posed = new Posed(head.mesh(), positions, normals, creases, screen, rotation);
        final Reflection reflection = new Reflection(light, shadow, camera.distance());
        new Shading(posed, person.appearance(), performance, reflection).shade(frame);
        return Landmarks.of(head.mesh(), positions, normals, screen, camera);
    }

    /** Folds are dark: light reaches them from fewer sides. Narrow and wide hollows both count. */
    private float[] creases(final float[] positions, final float[] normals) {
        final float[] narrow = head.relief().hollows(positions, normals, 2);
        final float[] wide = head.relief().hollows(positions, normals, 10);
        for (int v = 0; v < wide.length; v++)
            wide[v] = Math.max(0.35f, Math.min(1.12f, 1 - 5f * narrow[v] - 1.1f * wide[v]));
        return wide;
    }

    /** Turns the head about its pivot; shoulders stay, and the neck follows less the lower it is. */
    private void turn(final float[] vectors, final float[] r, final float[] pivot) {
        final float[] rest = head.mesh().rest();
        for (int i = 0; i < vectors.length; i += 3) {
            final float x = vectors[i] - pivot[0], y = vectors[i + 1] - pivot[1], z = vectors[i + 2] - pivot[2];
            final float share = Ramp.step(-19, -9, rest[i + 1]);
            vectors[i] = x + share * (r[0] * x + r[1] * y + r[2] * z - x);
            vectors[i + 1] = y + share * (r[3] * x + r[4] * y + r[5] * z - y);
            vectors[i + 2] = z + share * (r[6] * x + r[7] * y + r[8] * z - z);
        }
    }

    private static boolean[] drawn(final Appearance looks) {
        final boolean[] drawn = new boolean[Material.values().length];
        Arrays.fill(drawn, true);
        drawn[Material.LASH.ordinal()] = false;
        drawn[Material.HAIR.ordinal()] = looks.longHair() > 0;
        return drawn;
    }
}
