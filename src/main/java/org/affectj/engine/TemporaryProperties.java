package org.affectj.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** System properties that are put back to what they were. */
final class TemporaryProperties implements AutoCloseable {

    private final Map<String, String> before = new LinkedHashMap<>();

    /** Sets a property until {@link #close()}. */
    void set(final String name, final String value) {
        keep(name);
        System.setProperty(name, value);
    }

    /** Notes the value of a property that other code is going to change. */
    void keep(final String name) {
        before.put(name, System.getProperty(name));
    }

    @Override
    public void close() {
        before.forEach((name, value) -> {
            if (value == null) System.clearProperty(name);
            else System.setProperty(name, value);
        });
    }
}
