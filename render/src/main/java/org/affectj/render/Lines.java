package org.affectj.render;

import static org.affectj.render.ActionUnit.*;

/**
 * Lines that skin folds into during action units; the kit's shapes are too smooth to have them. Heights are functions
 * of the resting position; what is wanted of them is the slope and how deep a furrow is.
 */
final class Lines {

    /** From the wing of the nose past the corner of the mouth. */
    private static final float[] NASOLABIAL = { 1.75f, -0.3f, 2.3f, -1.1f, 2.9f, -2.1f, 3.25f, -3.3f };
    /** Under the eye, from its inner corner outwards. */
    private static final float[] UNDER_EYE = { 1.9f, 2.75f, 2.8f, 2.35f, 3.8f, 2.35f, 4.6f, 2.9f };

    private final float brow, outer, glabella, crow, squint, cheek, corner, pucker;
    private final float offset;

    Lines(final Appearance looks, final Performance performance) {
        final float depth = 0.4f + 0.6f * looks.age();
        brow = 0.035f * depth * performance.intensity(AU01);
        outer = 0.035f * depth * performance.intensity(AU02);
        glabella = 0.07f * (0.35f + 0.65f * looks.age()) * performance.intensity(AU04);
        crow = 0.03f * depth * Math.max(performance.intensity(AU06), 0.4f * performance.intensity(AU07));
        squint = 0.03f * looks.age() * looks.age()
            + 0.05f * depth * Math.max(performance.intensity(AU06), 0.7f * performance.intensity(AU07));
        cheek = 0.07f * looks.age() * looks.age()
            + 0.1f * depth * Math.max(performance.intensity(AU12), 0.8f * performance.intensity(AU10));
        corner = 0.06f * depth * performance.intensity(AU15);
        pucker = 0.03f * depth * Math.max(performance.intensity(AU23), 0.5f * performance.intensity(AU24));
        offset = looks.offset();
    }

    /** Adds the lines' slopes to {@code s} and darkens it in furrows. */
    void fold(final Surface s) {
        if (s.z < 3) return;
        final float e = 0.03f;
        final float here = height(s.x, s.y);
        if (here == 0 && height(s.x + 4 * e, s.y + 4 * e) == 0) return;
        s.slopeX += (height(s.x + e, s.y) - here) / e;
        s.slopeY += (height(s.x, s.y + e) - here) / e;
        s.open *= 1 - Math.min(0.45f, Math.max(0, -5 * here));
    }

    /** @return height of the skin over its smooth shape, in the kit's units; negative in furrows */
    private float height(final float x, final float y) {
        final float side = Math.abs(x);
        float height = 0;
        if (y > 6.4f && brow + outer > 0) height += forehead(x, side, y);
        if (glabella > 0 && side < 1.6f && y > 3.5f && y < 7.5f) height += frown(side, y);
        if (side > 1.5f && y > 1 && y < 5.5f) height += eye(side, y);
        if (cheek > 0 && side > 1 && y < 0.5f && y > -4) height -= cheek * furrow(NASOLABIAL, side, y, 0.5f);
        if (corner > 0 && side > 2 && side < 4 && y < -3.2f && y > -6)
            height -= corner * Ramp.bell((side - 2.75f - 0.12f * (-3.4f - y)) / 0.4f) * Ramp.bell((y + 4.3f) / 1.2f);
        if (pucker > 0 && side < 2.8f && y < -1.2f && y > -5.6f) height -= pucker * lips(x, side, y);
        return height;
    }

    /** Short lines across the rim of tightened lips. */
    private float lips(final float x, final float side, final float y) {
        final float rim = Math.max(Ramp.bell((y + 2.3f + 0.15f * side * side) / 0.8f),
            Ramp.bell((y + 4.4f - 0.12f * side * side) / 0.8f));
        final double wave = 0.5 + 0.5 * Math.cos(x * 2 * Math.PI / 0.5 + Noise.at(x * 2 + offset, y * 0.5f, 3) * 2);
        return rim * Ramp.bell(side / 2.8f) * (float) (wave * wave * wave);
    }

    private float forehead(final float x, final float side, final float y) {
        final float depth = brow * Ramp.bell(side / 4.2f) + outer * Ramp.bell((side - 4.2f) / 3.2f);
        if (depth == 0) return 0;
        final float bent = y - 0.12f * side * (outer > brow ? -1 : 1)
            + 0.35f * Noise.at(x * 0.5f + offset, y * 0.3f, 7);
        final double wave = 0.5 + 0.5 * Math.cos(bent * 2 * Math.PI / 0.95);
        return depth * Ramp.bell((y - 8.4f) / 2.1f) * (float) -(wave * wave * wave);
    }

    private float frown(final float side, final float y) {
        final float vertical = Ramp.bell((side - 0.62f - 0.05f * (y - 5.5f)) / 0.3f) * Ramp.bell((y - 5.8f) / 1.5f);
        final float root = 0.6f * Ramp.bell((y - 4.3f) / 0.35f) * Ramp.bell(side / 1.1f);
        return -glabella * (vertical + root);
    }

    private float eye(final float side, final float y) {
        float height = squint > 0 ? -squint * furrow(UNDER_EYE, side, y, 0.35f) : 0;
        if (crow > 0 && side > 4.7f) {
            final float radius = Ramp.length(side - 4.3f, y - 3.35f);
            final float angle = Ramp.angle(y - 3.35f, side - 4.3f);
            final double wave = 0.5 + 0.5 * Math.cos(angle * 9);
            if (Math.abs(angle) < 0.9) height -= crow * Ramp.bell((radius - 1.25f) / 0.9f) * (float) (wave * wave);
        }
        return height;
    }

    private static float furrow(final float[] line, final float side, final float y, final float width) {
        return Ramp.bell(Ramp.distance(line, side, y) / width);
    }
}
