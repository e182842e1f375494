package org.affectj.render;

/** Colour of the eyeballs, as a function of the resting position. */
final class EyePaint {

    private static final float POLE_X = 3.21f;
    private static final float POLE_Y = 3.61f;
    private static final float IRIS = 0.62f;
    private static final float PUPIL = 0.24f;
    private static final float[] WHITE = Colour.srgb(208, 199, 192);
    private static final float[] VEINS = Colour.srgb(190, 130, 120);
    private static final float[] BLACK = Colour.srgb(8, 7, 7);

    private final Appearance looks;

    EyePaint(final Appearance looks) {
        this.looks = looks;
    }

    /** Paints the surface {@code s} of an eyeball at its resting position. */
    void paint(final Surface s) {
        final float dx = Math.abs(s.x) - POLE_X;
        final float dy = s.y - POLE_Y;
        final float radius = (float) Math.sqrt(dx * dx + dy * dy);
        s.paint(WHITE);
        s.blend(VEINS, 0.5f * Ramp.step(0.7f, 1.6f, radius));
        final float fibres = 1 + 0.35f * Noise.at(Ramp.angle(dy, dx) * 7, radius * 3, looks.offset());
        final float[] iris = Colour.times(looks.iris(), fibres * (1.25f - 0.6f * radius / IRIS));
        s.blend(iris, Ramp.step(IRIS + 0.05f, IRIS - 0.05f, radius));
        s.blend(BLACK, 0.55f * Ramp.bell((radius - IRIS) / 0.12f));
        s.blend(BLACK, Ramp.step(PUPIL + 0.04f, PUPIL - 0.03f, radius));
        // The upper lid and its lashes shade the eye.
        s.open = 0.3f + 0.48f * Ramp.step(3.95f, 3.45f, s.y) * Ramp.step(1.7f, 0.9f, radius);
        s.shine = 2.2f;
        s.sharpness = 160;
        s.spread = 0.25f;
    }
}
