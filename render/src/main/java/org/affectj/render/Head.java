package org.affectj.render;

import java.util.random.RandomGenerator;

/** Makes people from the face kit and lets them act: positions of the vertices, in the head's axes. */
public final class Head {

    private final FaceKit kit;
    private final Mesh mesh;
    private final Relief relief;

    /** Adds hair and shoulders to the kit's face. */
    public Head(final FaceKit kit) {
        this.kit = kit;
        mesh = kit.mesh().and(Hair.extras());
        relief = new Relief(mesh);
    }

    /** @return the kit's mesh, then hair and shoulders */
    public Mesh mesh() {
        return mesh;
    }

    /** @return normals and creases of this mesh */
    Relief relief() {
        return relief;
    }

    /**
     * A person at rest.
     *
     * @param neutral x, y, z a vertex
     */
    public record Person(float[] neutral, Appearance appearance) {
    }

    /** @return a person with weights of identity ~ N(0, 1), clipped at 2.5 */
    public Person person(final RandomGenerator random) {
        final float[] neutral = mesh.rest().clone();
        for (final float[] mode : kit.identities()) {
            final float weight = (float) Math.max(-2.5, Math.min(2.5, random.nextGaussian()));
            for (int i = 0; i < mode.length; i++) neutral[i] += weight * mode[i];
        }
        final Appearance appearance = Appearance.random(random);
        if (!appearance.bald()) grow(neutral, appearance);
        return new Person(neutral, appearance);
    }

    /** @return the mean person of the kit with the given looks */
    public Person mean(final Appearance appearance) {
        final float[] neutral = mesh.rest().clone();
        if (!appearance.bald()) grow(neutral, appearance);
        return new Person(neutral, appearance);
    }

    /** Moves the skin under the hair out by the hair's volume. */
    private void grow(final float[] neutral, final Appearance looks) {
        final float[] normals = relief.normals(neutral);
        final float[] rest = mesh.rest();
        for (int i = 0; i < 3 * FaceKit.SKIN_VERTICES; i += 3) {
            final float depth = Hair.depth(rest[i], rest[i + 1], rest[i + 2], looks.hairline());
            if (depth <= 0) continue;
            final float lump = 1
                + 0.3f * Noise.cloud(rest[i] * 0.4f + looks.offset(), rest[i + 1] * 0.4f, rest[i + 2] * 0.4f);
            final float above = 0.6f + 0.4f * Ramp.step(6, 12, rest[i + 1]);
            final float out = looks.hairVolume() * lump * above * Ramp.step(-0.2f, 1.5f, depth);
            for (int k = 0; k < 3; k++) neutral[i + k] += out * normals[i + k];
        }
        fall(neutral, looks);
    }

    /** Long hair starts outside the ears and ends where it is cut. */
    private void fall(final float[] neutral, final Appearance looks) {
        float widest = 0;
        for (int i = 0; i < 3 * FaceKit.SKIN_VERTICES; i += 3)
            if (mesh.rest()[i + 1] > -2) widest = Math.max(widest, neutral[i]);
        final float wide = (widest + 0.3f + 0.8f * looks.hairVolume()) / 10.6f;
        final boolean[] hair = new boolean[mesh.vertexCount()];
        for (int t = 0; t < mesh.materials().length; t++)
            if (mesh.materials()[t] == Material.HAIR.ordinal())
                for (int c = 3 * t; c < 3 * t + 3; c++) hair[mesh.triangles()[c]] = true;
        for (int v = 0; v < hair.length; v++) {
            if (!hair[v]) continue;
            final float around = mesh.rest()[3 * v] * 0.5f + looks.offset();
            final float lump = 1 + 0.06f * Noise.at(around, neutral[3 * v + 1] * 0.3f, 2);
            neutral[3 * v] *= wide * lump;
            neutral[3 * v + 2] *= wide * lump;
            if (neutral[3 * v + 1] < 4) neutral[3 * v + 1] = 4 + (neutral[3 * v + 1] - 4) * looks.longHair();
        }
    }

    /** @return positions of {@code person}'s vertices during {@code performance} */
    public float[] act(final Person person, final Performance performance) {
        final float[] positions = person.neutral().clone();
        performance.act(kit.expressions(), positions);
        return positions;
    }
}
