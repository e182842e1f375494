package org.affectj.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names for the results of many inputs, so that none overwrites another. */
public final class OutputNames {

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
        return of(inputs.stream().map(input -> input.getFileName().toString()).toList(),
            inputs.stream().map(input -> Optional.ofNullable(known.get(Manifest.key(input)))).toList(), known.values());
    }

    /**
     * @param files names of files, with their endings
     * @param earlier the names that results of each have from an earlier run, which stay; as many as files
     * @param known all names of earlier runs
     * @return a name for each, as {@link #of(List, Map)} gives them
     */
    public static List<String> of(final List<String> files, final List<Optional<String>> earlier,
        final Collection<String> known)
    {
        final Set<String> wanted = new HashSet<>(files.stream().map(file -> key(base(file))).toList());
        final Set<String> taken = new HashSet<>(RESERVED);
        known.forEach(name -> taken.add(key(name)));
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            final String base = base(files.get(i));
            final String name = earlier.get(i).orElseGet(() -> free(base, taken, wanted));
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

    private static String base(final String name) {
        final int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String key(final String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
