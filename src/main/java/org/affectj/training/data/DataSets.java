package org.affectj.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        return open(sources, Set.of(), List.of());
    }

    /**
     * @param sources each {@code FORMAT:PATH}
     * @param leftOut mistakes whose rows are left out instead of an error
     * @param splits files of splits, each of one of the sets; the others keep their own
     * @return the data sets, in their order, to be closed
     * @throws AffectException if a format is unknown, a path missing, or splits are of other data
     */
    public static List<DataSet> open(final List<String> sources, final Set<Mistake> leftOut, final List<Path> splits) {
        final List<CheckedFaces> sets = new ArrayList<>();
        for (final String source : sources)
            sets.add(new CheckedFaces(open(source), leftOut, Optional.empty()));
        if (!splits.isEmpty()) split(sources, sets, splits);
        return List.copyOf(sets);
    }

    /**
     * @param source {@code FORMAT:PATH}
     * @param leftOut mistakes whose rows are left out instead of an error
     * @return a data set to make splits of: a person may be in several
     */
    public static DataSet undivided(final String source, final Set<Mistake> leftOut) {
        return new CheckedFaces(open(source), leftOut, Optional.of(Splits.UNDIVIDED));
    }

    /** Gives each set the splits that were made of it. */
    private static void split(final List<String> sources, final List<CheckedFaces> sets, final List<Path> files) {
        final List<String> fingerprints =
            sets.stream().map(set -> ContentFingerprint.of(set.split(Splits.UNDIVIDED))).toList();
        for (final Path file : files) {
            final Splits splits = SplitsFile.read(file);
            final int set = fingerprints.indexOf(splits.fingerprint());
            if (set < 0) throw new AffectException("The splits " + file + " (" + start(splits.fingerprint())
                + ") aren't of this data: " + IntStream.range(0, sets.size()).mapToObj(
                    i -> sources.get(i) + " (" + start(fingerprints.get(i)) + ")").collect(Collectors.joining(", "))
                + "; give the data as it was when they were made, or make others with 'affectj data split'.");
            sets.set(set, sets.get(set).split(splits));
        }
    }

    private static String start(final String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
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
