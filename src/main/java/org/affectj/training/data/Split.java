package org.affectj.training.data;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** What a face is used for. No person is in two splits. */
public enum Split {
    /** To fit weights. */
    TRAIN,
    /** To choose between states of a network, and thresholds. */
    VALIDATION,
    /** To report figures, once. */
    TEST;

    /** @return the split that a data set's file calls {@code name}, in any case; empty for another word */
    public static Optional<Split> named(final String name) {
        for (final Split split : values())
            if (split.name().equalsIgnoreCase(name)) return Optional.of(split);
        return Optional.empty();
    }

    /**
     * Splits people where a data set doesn't: eight of ten to train, one to validate, one to test.
     *
     * @param subject who it is
     * @return the split of all pictures of that person, on every computer
     */
    public static Split ofSubject(final String subject) {
        final CRC32 hash = new CRC32();
        hash.update(subject.getBytes(StandardCharsets.UTF_8));
        final long tenth = hash.getValue() % 10;
        return tenth == 0 ? TEST : tenth == 1 ? VALIDATION : TRAIN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
