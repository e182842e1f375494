package org.affectj.training.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Some faces of a {@link CropCache}: one split of it, or those fit for a purpose. Safe for use by several threads. */
public final class FacePool {

    private final CropCache cache;
    private final int[] numbers;
    private final double[] cumulated;

    /**
     * @param cache holds the faces
     * @param wanted which of them
     * @param weight how often each is drawn, relative to the others
     */
    public FacePool(final CropCache cache, final Predicate<CachedFace> wanted,
        final ToDoubleFunction<CachedFace> weight)
    {
        this.cache = cache;
        numbers = IntStream.range(0, cache.count()).filter(i -> wanted.test(cache.face(i))).toArray();
        cumulated = new double[numbers.length];
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += weight.applyAsDouble(cache.face(numbers[i]));
            cumulated[i] = sum;
        }
    }

    /** @return the faces of one split, each drawn as often as the others */
    public static FacePool of(final CropCache cache, final Split split) {
        return new FacePool(cache, face -> face.split() == split, face -> 1);
    }

    public CropCache cache() {
        return cache;
    }

    public int size() {
        return numbers.length;
    }

    /** @return the number in the cache of the face at a place in this pool */
    public int number(final int place) {
        return numbers[place];
    }

    /** @return the number in the cache of a face drawn by weight */
    public int draw(final SplittableRandom random) {
        final double at = random.nextDouble() * cumulated[cumulated.length - 1];
        final int found = Arrays.binarySearch(cumulated, at);
        return numbers[Math.min(numbers.length - 1, found < 0 ? -found - 1 : found + 1)];
    }
}
