package org.affectj.render;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What to render: people, pictures of each, and the streams of chance that each picture draws from, so that neither the
 * number of threads nor the order of rendering matters.
 *
 * @param count number of pictures
 * @param identities number of people
 * @param seed of everything
 * @param train share of the people to train with, 0 to 1
 * @param validation share of the people to validate with, 0 to 1; the rest is to test
 */
public record Plan(int count, int identities, long seed, double train, double validation) {

    public Plan {
        if (identities < 1 || count < identities)
            throw new IllegalArgumentException(count + " pictures of " + identities
                + " people: give at least one person and one picture of each.");
        if (train < 0 || validation < 0 || train + validation > 1)
            throw new IllegalArgumentException("Shares " + train + " and " + validation
                + " to train and validate: give two numbers from 0 that add up to at most 1.");
    }

    /** @return the split of the person with the given index, from 0 */
    public Split split(final int person) {
        if (person < Math.round(train * identities)) return Split.TRAIN;
        return person < Math.round((train + validation) * identities) ? Split.VALIDATION : Split.TEST;
    }

    /** @return number of pictures of a person; the first people have one more where it doesn't come out even */
    public int pictures(final int person) {
        return count / identities + (person < count % identities ? 1 : 0);
    }

    /** @return name of a person: {@code s0001} for the first */
    public String subject(final int person) {
        return String.format(Locale.ROOT, "s%04d", person + 1);
    }

    /** @return the stream that makes a person */
    SplittableRandom person(final int person) {
        return stream(1, person, 0);
    }

    /** @return the stream that makes a person's picture */
    SplittableRandom picture(final int person, final int picture) {
        return stream(2, person, picture);
    }

    /** @return the stream that makes a scene of several people */
    SplittableRandom scene(final int scene) {
        return stream(3, scene, 0);
    }

    /** @return the stream that makes a clip of a crowd of people */
    SplittableRandom crowd(final int crowd) {
        return stream(4, crowd, 0);
    }

    private SplittableRandom stream(final int purpose, final int first, final int second) {
        long state = seed;
        for (final int part : new int[] { purpose, first, second })
            state = new SplittableRandom(state * 0x9E3779B97F4A7C15L + part).nextLong();
        return new SplittableRandom(state);
    }
}
