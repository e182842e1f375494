package org.affectj.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.affectj.AffectException;

/** Opens data sets. */
public final class DataSets {

    private DataSets() {
    }

    /**
     * @param sources each {@code FORMAT:PATH}
     * @return the data sets, in their order, to be closed; each mistake in them is an error
     * @throws AffectException if a format is unknown or a path missing
     */
    public static List<DataSet> open(final List<String> sources) {
        return open(sources, Set.of());
    }

    /**
     * @param sources each {@code FORMAT:PATH}
     * @param leftOut mistakes whose rows are left out instead of an error
     * @return the data sets, in their order, to be closed
     * @throws AffectException if a format is unknown or a path missing
     */
    public static List<DataSet> open(final List<String> sources, final Set<Mistake> leftOut) {
        final List<DataSet> sets = new ArrayList<>();
        for (final String source : sources)
            sets.add(new CheckedFaces(open(source), leftOut));
        return sets;
    }

    private static DataSet open(final String source) {
        final int colon = source.indexOf(':');
        final DataFormat format = DataFormat.named(source.substring(0, Math.max(0, colon)))
            .orElseThrow(() -> new AffectException("The data '" + source
                + "' has no known format: give FORMAT:PATH with one of " + DataFormat.names() + " for the format."));
        final Path path = Path.of(source.substring(colon + 1));
        if (!Files.exists(path))
            throw new AffectException("The data " + path + " is missing: give the path of the data set.");
        return format.open(path);
    }
}
