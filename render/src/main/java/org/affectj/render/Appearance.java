package org.affectj.render;

import java.util.random.RandomGenerator;

/**
 * How a person looks apart from the shape of the face. Amounts are 0 to 1 unless said; colours are linear.
 *
 * @param skin colour of the skin, from light to dark
 * @param melanin how dark the skin is
 * @param hair colour of hair and brows
 * @param bald whether there is no hair on the head
 * @param hairline how far the hairline is moved up, in the kit's units
 * @param hairVolume thickness of the hair, in the kit's units
 * @param longHair how far down hair falls behind the face; 0 is short
 * @param browThickness of the usual, about 1
 * @param browDensity how much of the skin the brows cover
 * @param browLift how far brows sit above the usual, in the kit's units
 * @param iris colour of the eyes
 * @param lips colour that the lips tend to
 * @param lipstick how far they do
 * @param beard density of a beard
 * @param age how deep lines are
 * @param freckles how many
 * @param shine of the skin
 * @param cloth colour of the clothes
 * @param offset where in the noise this person's skin lies
 */
public record Appearance(float[] skin, float melanin, float[] hair, boolean bald, float hairline, float hairVolume,
    float longHair, float browThickness, float browDensity, float browLift, float[] iris, float[] lips, float lipstick,
    float beard, float age, float freckles, float shine, float[] cloth, float offset) {

    private static final float[][] SKINS = { Colour.srgb(240, 205, 188), Colour.srgb(228, 184, 160),
        Colour.srgb(208, 160, 130), Colour.srgb(178, 128, 96), Colour.srgb(136, 92, 66), Colour.srgb(96, 62, 45),
        Colour.srgb(62, 41, 32) };
    private static final float[][] HAIRS = { Colour.srgb(22, 18, 17), Colour.srgb(45, 32, 25), Colour.srgb(80, 55, 38),
        Colour.srgb(125, 88, 55), Colour.srgb(175, 140, 95) };
    private static final float[][] IRISES = { Colour.srgb(50, 30, 18), Colour.srgb(88, 55, 30),
        Colour.srgb(110, 95, 60), Colour.srgb(90, 115, 110), Colour.srgb(110, 140, 165) };

    /** @return a person; hair and eyes tend to be dark where the skin is */
    public static Appearance random(final RandomGenerator random) {
        final float melanin = (float) random.nextDouble();
        final float[] tint = Colour.srgb(255, 255 - random.nextDouble(0, 12), 255 - random.nextDouble(0, 16));
        final float fair = (float) (random.nextDouble() * Math.max(0.12, 1 - 1.6 * melanin));
        final float age = (float) random.nextDouble();
        final float grey = (float) (age > 0.75 ? random.nextDouble() : 0);
        final boolean beardless = random.nextDouble() < 0.65;
        final boolean longHaired = beardless && random.nextDouble() < 0.6;
        return new Appearance(Colour.times(Colour.along(SKINS, melanin), tint), melanin,
            Colour.mix(Colour.along(HAIRS, fair), Colour.srgb(135, 132, 130), grey),
            !longHaired && random.nextDouble() < 0.12, (float) (0.7 * random.nextGaussian() + (longHaired ? 0 : 0.2)),
            (float) random.nextDouble(0.25, longHaired ? 1.5 : 1.3),
            longHaired ? (float) random.nextDouble(0.4, 1) : 0, (float) random.nextDouble(0.6, 1.35),
            (float) random.nextDouble(0.45, 1), (float) (0.12 * random.nextGaussian()),
            Colour.along(IRISES, (float) (fair > 0.4 ? random.nextDouble() : random.nextDouble(0, 0.35))),
            Colour.srgb(random.nextDouble(115, 170), random.nextDouble(40, 80), random.nextDouble(50, 80)),
            (float) (longHaired && random.nextBoolean() ? random.nextDouble(0.2, 0.8) : 0),
            (float) (beardless ? 0 : random.nextDouble(0.15, 1)), age,
            (float) (melanin < 0.4 && random.nextDouble() < 0.2 ? random.nextDouble() : 0),
            (float) random.nextDouble(0.2, 1), Colour.any(random), (float) random.nextDouble(0, 32));
    }
}
