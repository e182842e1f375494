package org.affectj.training.data;

import java.util.Locale;
import java.util.Optional;

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

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
