package org.affectj.render;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What a face does in one picture.
 *
 * @param expression the expression that it acts out; empty for a random set of action units
 * @param intensities of the twelve action units, 0 to 1
 * @param nuisances weights of shapes that belong to no action unit here: blinks, gaze, the jaw to a side
 * @param asymmetry of both sides, -1 to 1: positive weakens the left
 */
public record Performance(Optional<Expression> expression, float[] intensities, SortedMap<String, Float> nuisances,
    float asymmetry) {

    private static final ActionUnit[] UNITS = ActionUnit.values();

    public Performance {
        if (intensities.length != UNITS.length) throw new IllegalArgumentException("one intensity an action unit");
    }

    /** @return a still face that shows {@code unit} at {@code intensity} and nothing else */
    public static Performance of(final ActionUnit unit, final float intensity) {
        final float[] intensities = new float[UNITS.length];
        intensities[unit.ordinal()] = intensity;
        return new Performance(Optional.empty(), intensities, new TreeMap<>(), 0);
    }

    /** @return a still neutral face */
    public static Performance neutral() {
        return new Performance(Optional.of(Expression.NEUTRAL), new float[UNITS.length], new TreeMap<>(), 0);
    }

    /** @return half random subsets, a third prototypes of emotions, the rest neutral; nuisances with each */
    public static Performance random(final RandomGenerator random) {
        final double kind = random.nextDouble();
        if (kind < 0.5) return subset(random);
        if (kind >= 0.5 + 1.0 / 3) return prototype(Expression.NEUTRAL, random);
        return prototype(Expression.values()[random.nextInt(1, Expression.values().length)], random);
    }

    private static Performance subset(final RandomGenerator random) {
        final float[] intensities = new float[UNITS.length];
        for (final ActionUnit unit : UNITS) {
            final boolean parting = unit == ActionUnit.AU25 || unit == ActionUnit.AU26;
            if (random.nextDouble() < (parting ? 0.4 : 0.25)) intensities[unit.ordinal()] = active(random);
        }
        return new Performance(Optional.empty(), agree(intensities, random), nuisances(random), asymmetry(random));
    }

    /** @return {@code expression} acted out, with chance in what is optional and how strong it is */
    static Performance prototype(final Expression expression, final RandomGenerator random) {
        final float[] intensities = new float[UNITS.length];
        for (final ActionUnit unit : expression.always()) intensities[unit.ordinal()] = active(random);
        for (final ActionUnit unit : expression.sometimes())
            if (random.nextBoolean()) intensities[unit.ordinal()] = active(random);
        final SortedMap<String, Float> nuisances = nuisances(random);
        final boolean startled = expression == Expression.SURPRISE || expression == Expression.FEAR;
        if (startled && random.nextBoolean()) both(nuisances, "eyeWide", (float) random.nextDouble());
        return new Performance(Optional.of(expression), agree(intensities, random), nuisances, asymmetry(random));
    }

    /** Pressed lips don't part (one of both gives way), and a dropping jaw parts them. */
    private static float[] agree(final float[] intensities, final RandomGenerator random) {
        final int press = ActionUnit.AU24.ordinal();
        final int part = ActionUnit.AU25.ordinal();
        final int drop = ActionUnit.AU26.ordinal();
        if (intensities[press] > 0 && intensities[part] + intensities[drop] > 0) {
            if (random.nextBoolean()) intensities[press] = 0;
            else intensities[part] = intensities[drop] = 0;
        }
        if (intensities[drop] > 0 && intensities[part] == 0) intensities[part] = active(random);
        return intensities;
    }

    private static float active(final RandomGenerator random) {
        return (float) random.nextDouble(0.25, 1);
    }

    private static float asymmetry(final RandomGenerator random) {
        return (float) Math.max(-1, Math.min(1, 0.4 * random.nextGaussian()));
    }

    private static SortedMap<String, Float> nuisances(final RandomGenerator random) {
        final SortedMap<String, Float> weights = new TreeMap<>();
        gaze(weights, random);
        if (random.nextDouble() < 0.1) both(weights, "eyeBlink", (float) random.nextDouble(0.3, 1));
        if (random.nextDouble() < 0.1)
            weights.put(random.nextBoolean() ? "jawLeft" : "jawRight", (float) random.nextDouble(0.1, 0.6));
        return weights;
    }

    private static void gaze(final SortedMap<String, Float> weights, final RandomGenerator random) {
        final float side = (float) Math.max(-1, Math.min(1, 0.3 * random.nextGaussian()));
        final float up = (float) Math.max(-1, Math.min(1, 0.25 * random.nextGaussian()));
        weights.put(side > 0 ? "eyeLookOut_L" : "eyeLookIn_L", Math.abs(side));
        weights.put(side > 0 ? "eyeLookIn_R" : "eyeLookOut_R", Math.abs(side));
        both(weights, up > 0 ? "eyeLookUp" : "eyeLookDown", Math.abs(up));
    }

    private static void both(final SortedMap<String, Float> weights, final String shape, final float weight) {
        weights.put(shape + "_L", weight);
        weights.put(shape + "_R", weight);
    }

    /** @return this performance on its way to another one, {@code share} of it done, 0 to 1 */
    public Performance towards(final Performance other, final float share) {
        final float[] mixed = new float[UNITS.length];
        for (int i = 0; i < mixed.length; i++)
            mixed[i] = intensities[i] + share * (other.intensities[i] - intensities[i]);
        final SortedMap<String, Float> weights = new TreeMap<>();
        nuisances.forEach((shape, weight) -> weights.merge(shape, (1 - share) * weight, Float::sum));
        other.nuisances.forEach((shape, weight) -> weights.merge(shape, share * weight, Float::sum));
        return new Performance(Optional.empty(), mixed, weights, asymmetry + share * (other.asymmetry - asymmetry));
    }

    /** @return intensity of an action unit, 0 to 1 */
    public float intensity(final ActionUnit unit) {
        return intensities[unit.ordinal()];
    }

    /** Deforms the neutral {@code positions}, x, y, z a vertex, with the kit's {@code shapes}. */
    public void act(final Map<String, Shape> shapes, final float[] positions) {
        for (final ActionUnit unit : UNITS)
            if (intensity(unit) > 0)
                unit.shapes().forEach((shape, weight) -> add(shapes, shape, weight * intensity(unit), positions));
        nuisances.forEach((shape, weight) -> shapes.get(shape).addTo(positions, weight));
    }

    private void add(final Map<String, Shape> shapes, final String name, final float weight, final float[] positions) {
        final int side = name.endsWith("_L") ? -1 : name.endsWith("_R") ? 1 : 0;
        shapes.get(name).addTo(positions, Math.min(1, weight * (1 + 0.15f * side * asymmetry)));
    }
}
