package org.affectj.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for the results of many inputs, so that none overwrites another. */
final class OutputNames {

    /** Names that a batch's own files have. */
    private static final Set<String> RESERVED = Set.of("errors", "run");

    private OutputNames() {
    }

    /**
     * @param inputs files
     * @return a name for each: its own without the ending, with a number from 2 behind it where another input has
     *         that name already; upper and lower case count as equal, as they do on many disks
     */
    static List<String> of(final List<Path> inputs) {
        final List<String> bases = inputs.stream().map(OutputNames::base).toList();
        final Set<String> wanted = new HashSet<>(bases.stream().map(OutputNames::key).toList());
        final Set<String> taken = new HashSet<>(RESERVED);
        final List<String> names = new ArrayList<>();
        for (final String base : bases) {
            String name = base;
            for (int n = 2; taken.contains(key(name)) || n > 2 && wanted.contains(key(name)); n++)
                name = base + "-" + n;
            taken.add(key(name));
            names.add(name);
        }
        return names;
    }

    private static String base(final Path input) {
        final String name = input.getFileName().toString();
        final int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String key(final String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
