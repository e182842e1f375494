package org.affectj.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names for the results of many inputs, so that none overwrites another. */
final class OutputNames {

    /** Names that a batch's own files have. */
    private static final Set<String> RESERVED = Set.of("errors", "run", "manifest", "summary");

    private OutputNames() {
    }

    /**
     * @param inputs files
     * @param known names of earlier runs, which stay, by what {@link Manifest#key} makes of inputs
     * @return a name for each: its own without the ending, with a number from 2 behind it where another input has
     *         that name already; upper and lower case count as equal, as they do on many disks
     */
    static List<String> of(final List<Path> inputs, final Map<String, String> known) {
        final Set<String> wanted = new HashSet<>(inputs.stream().map(input -> key(base(input))).toList());
        final Set<String> taken = new HashSet<>(RESERVED);
        known.values().forEach(name -> taken.add(key(name)));
        final List<String> names = new ArrayList<>();
        for (final Path input : inputs) {
            final String earlier = known.get(Manifest.key(input));
            final String name = earlier == null ? free(base(input), taken, wanted) : earlier;
            taken.add(key(name));
            names.add(name);
        }
        return names;
    }

    private static String free(final String base, final Set<String> taken, final Set<String> wanted) {
        String name = base;
        for (int n = 2; taken.contains(key(name)) || n > 2 && wanted.contains(key(name)); n++)
            name = base + "-" + n;
        return name;
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
