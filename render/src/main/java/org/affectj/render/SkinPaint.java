package org.affectj.render;

/** Colour of skin, lips, brows, lids and the hair on the head, as a function of the resting position. */
final class SkinPaint {

    private static final float[] BROW = { 0.7f, 5.65f, 1.17f, 5.75f, 2.41f, 6.05f, 3.79f, 6.1f, 4.93f, 5.8f,
        5.82f, 5.15f };
    private static final float[] UPPER_LID = { 1.8f, 3.22f, 2.1f, 3.55f, 2.78f, 3.93f, 3.3f, 4f, 3.87f, 3.87f,
        4.3f, 3.6f, 4.5f, 3.42f };
    private static final float[] LOWER_LID = { 1.8f, 3.22f, 2.73f, 3.08f, 3.86f, 3.07f, 4.5f, 3.42f };
    private static final float[] UPPER_LIP = { 0, -2.48f, 0.35f, -2.4f, 0.73f, -2.42f, 1.7f, -2.78f, 2.55f, -3.5f };
    private static final float[] LOWER_LIP = { 0, -4.38f, 1.03f, -4.3f, 1.8f, -4.06f, 2.55f, -3.52f };
    private static final float[] RED = { 1.12f, 0.86f, 0.86f };

    private final Appearance looks;
    private final float[] lip;
    private final float[] lash;
    private final float[] brow;

    SkinPaint(final Appearance looks, final Performance performance) {
        this.looks = looks;
        final float[] bare = Colour.times(looks.skin(), new float[] { 0.86f, 0.58f, 0.6f });
        // Blood leaves pressed lips.
        final float pressed = 0.45f * performance.intensity(ActionUnit.AU24)
            + 0.2f * performance.intensity(ActionUnit.AU23);
        lip = Colour.mix(Colour.mix(bare, looks.lips(), looks.lipstick()), looks.skin(), pressed);
        brow = Colour.times(looks.hair(), 0.6f);
        lash = Colour.times(looks.skin(), 0.12f);
    }

    /** Paints the surface {@code s} at its resting position. */
    void paint(final Surface s) {
        final float side = Math.abs(s.x);
        final float o = looks.offset();
        s.paint(looks.skin());
        s.spread = 0.3f;
        s.sharpness = 14;
        final float mottle = Noise.cloud(s.x * 0.45f + o, s.y * 0.45f, s.z * 0.45f);
        final float grain = Noise.at(s.x * 4.5f, s.y * 4.5f + o, s.z * 4.5f);
        final float shade = 1 + 0.09f * mottle + 0.05f * grain;
        s.tint(shade, shade * (1 - 0.03f * mottle), shade * (1 - 0.03f * mottle));
        s.shine = looks.shine() * (0.5f + 0.5f * Ramp.bell(side / 4)) * (1 + 0.3f * grain);
        if (s.z > 2) {
            flush(s, side);
            freckles(s);
            eyes(s, side);
            lips(s, side);
            beard(s, side);
            brows(s, side);
        }
        hair(s);
    }

    private void flush(final Surface s, final float side) {
        final float cheek = Ramp.bell(Ramp.length(side - 4, s.y + 0.2f) / 3.2f);
        final float nose = Ramp.bell(Ramp.length(side, s.y - 0.2f) / 1.9f);
        final float amount = (1 - 0.6f * looks.melanin()) * Math.min(1, 0.6f * cheek + 0.7f * nose);
        s.tint(1 + amount * (RED[0] - 1), 1 + amount * (RED[1] - 1), 1 + amount * (RED[2] - 1));
        if (side < 1.3f && s.y < -0.3f && s.y > -1.6f) { // nostrils
            final float hole = Ramp.bell(Ramp.length((side - 0.62f) * 1.6f, (s.y + 0.95f) * 2.6f) / 0.75f);
            if (s.z < 11.6f) s.tint(1 - 0.55f * hole, 1 - 0.6f * hole, 1 - 0.6f * hole);
        }
    }

    private void freckles(final Surface s) {
        if (looks.freckles() == 0) return;
        final float spot = Noise.at(s.x * 3.2f, s.y * 3.2f + looks.offset(), 3.7f);
        final float where = Ramp.bell(Ramp.length(s.x * 0.7f, s.y - 1) / 4.5f);
        final float amount = looks.freckles() * where * Ramp.step(0.35f, 0.7f, spot);
        s.tint(1 - 0.3f * amount, 1 - 0.45f * amount, 1 - 0.5f * amount);
    }

    private void eyes(final Surface s, final float side) {
        if (side > 6 || s.y < 0.5f || s.y > 5.6f) return;
        final float socket = Ramp.bell(Ramp.length((side - 2.9f) / 1.3f, s.y - 3) / 2.1f);
        final float tired = (0.1f + 0.2f * looks.age()) * socket;
        s.tint(1 - tired * 0.8f, 1 - tired * 1.15f, 1 - tired);
        final float above = Ramp.distance(UPPER_LID, side, s.y);
        final float below = Ramp.distance(LOWER_LID, side, s.y);
        final float crease = Ramp.bell((above - 0.52f) / 0.14f) * (s.y > 3.5f ? 0.25f : 0);
        s.tint(1 - crease, 1 - crease, 1 - crease);
        s.blend(lash, Math.max(0.85f * Ramp.step(0.16f, 0.05f, above), 0.35f * Ramp.step(0.13f, 0.03f, below)));
    }

    private void lips(final Surface s, final float side) {
        if (side > 2.6f || s.y > -2.1f || s.y < -4.7f) return;
        final float inside = Math.min(Ramp.along(UPPER_LIP, side) - s.y, s.y - Ramp.along(LOWER_LIP, side));
        final float share = Ramp.step(-0.1f, 0.14f, inside);
        if (share == 0) return;
        final float wrinkle = 1 + 0.1f * Noise.at(s.x * 5 + looks.offset(), s.y * 0.8f, s.z * 0.8f);
        s.blend(Colour.times(lip, wrinkle), share);
        s.shine += share * (0.5f + looks.lipstick());
        s.sharpness += share * 14;
    }

    private void beard(final Surface s, final float side) {
        if (looks.beard() == 0 || s.y > 1.5f) return;
        final float lips = Math.min(Ramp.along(UPPER_LIP, side) - s.y, s.y - Ramp.along(LOWER_LIP, side));
        final float cheek = Ramp.along(new float[] { 0, -1.6f, 2.2f, -1.5f, 3.5f, -3f, 5.5f, -1.8f, 6.6f, 1.5f }, side);
        final float where = Ramp.step(0.6f, -1.5f, s.y - cheek) * (side < 2.6f ? Ramp.step(0.05f, -0.25f, lips) : 1)
            * Ramp.step(-11f, -8.5f, s.y);
        final float strands = 0.75f + 0.25f * Noise.at(s.x * 6, s.y * 3, s.z * 6);
        s.blend(brow, Math.min(0.9f, looks.beard() * where * strands));
        s.shine *= 1 - 0.6f * where * looks.beard();
    }

    private void brows(final Surface s, final float side) {
        if (side < 0.5f || side > 6.3f || s.y < 4 || s.y > 7.5f) return;
        final float along = (side - 0.9f) / 5.1f;
        final float across = s.y - Ramp.along(BROW, side) - looks.browLift();
        final float half = looks.browThickness() * (0.5f - 0.36f * Math.max(0, along));
        final float slant = side + across * (along < 0.3f ? -0.4f : 0.9f);
        final float strands = 0.8f
            + 0.35f * Noise.at(slant * 6.5f, across * 2.5f + looks.offset(), s.x > 0 ? 1.5f : 8.5f);
        final float cover = Ramp.step(1, 0.45f, Math.abs(across) / half) * Ramp.step(-0.05f, 0.12f, along)
            * Ramp.step(1.02f, 0.8f, along);
        s.blend(brow, Math.min(0.95f, looks.browDensity() * cover * strands));
    }

    private void hair(final Surface s) {
        if (looks.bald()) return;
        if (Math.abs(s.x) > 7.9f && s.y < 5 && s.y > -3 && s.z > -2.6f) return; // ears
        final float edge = 0.6f * Noise.cloud(s.x * 1.3f + looks.offset(), s.y * 1.3f, s.z * 1.3f)
            + 0.9f * Noise.at(s.x * 0.3f + looks.offset(), s.y * 0.3f, s.z * 0.3f);
        final float share = Ramp.step(-0.25f, 0.35f, Hair.depth(s.x, s.y, s.z, looks.hairline()) + edge);
        if (share > 0) strands(s, share);
    }

    /** Covers {@code share} of the surface with strands of hair. */
    void strands(final Surface s, final float share) {
        final float angle = Ramp.angle(s.x, s.z - 1);
        final float strand = Noise.at(angle * 28 + looks.offset(), s.y * 0.35f, s.z * 0.3f)
            + 0.6f * Noise.at(angle * 75, s.y * 0.6f, 5.5f);
        final float light = 1 + 0.45f * strand;
        s.blend(Colour.times(looks.hair(), light), share);
        s.shine += share * (0.25f + 0.3f * strand - s.shine);
        s.sharpness = 10;
        s.spread *= 1 - share;
        s.open *= 1 - 0.25f * share * Math.max(0, -strand);
    }
}
