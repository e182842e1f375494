package org.affectj.training.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.Progress;

/** Data sets, cut into crops. */
public final class TrainingData implements AutoCloseable {

    private final List<CropCache> caches;

    private TrainingData(final List<CropCache> caches) {
        this.caches = caches;
    }

    /**
     * Opens data sets, cutting out crops where that wasn't done yet.
     *
     * @param sets at least one, each with a name of its own; closed once they are cut
     * @param work where the crops go; never inside the data's folder
     * @param progress is told how many crops are done
     * @return the data, to be closed
     * @throws AffectException if a file is wrong
     */
    public static TrainingData open(final List<DataSet> sets, final Path work, final Progress progress) {
        final Set<String> names = new HashSet<>();
        for (final DataSet set : sets)
            if (!names.add(set.name()))
                throw new AffectException("Two data sets are called '" + set.name()
                    + "': rename the file or folder of one.");
        return new TrainingData(sets.stream().map(set -> cache(set, work, progress)).toList());
    }

    /**
     * Opens data sets that were cut into crops before.
     *
     * @param names of the sets
     * @param work where the crops are
     * @return the data, to be closed
     * @throws AffectException if the crops of a set aren't there, or are damaged
     */
    public static TrainingData cut(final List<String> names, final Path work) {
        return new TrainingData(names.stream().map(name -> CropCache.cut(name, work)).toList());
    }

    private static CropCache cache(final DataSet data, final Path work, final Progress progress) {
        try (data) {
            return CropCache.of(data, work, progress);
        }
    }

    public List<CropCache> caches() {
        return caches;
    }

    public Optional<CropCache> named(final String name) {
        return caches.stream().filter(cache -> cache.name().equals(name)).findFirst();
    }

    /** @return what is in each set */
    public List<DataReport> reports() {
        return caches.stream().map(CropCache::report).toList();
    }

    /**
     * Sees before a training that it can be done, and keeps the reports with it.
     *
     * @param run the run's folder, which gets {@code data.json}
     * @throws AffectException as {@link #check} does
     */
    public void begin(final Path run) {
        check();
        DataReport.write(reports(), run.resolve("data.json"));
    }

    /**
     * Sees before a training that it can be done.
     *
     * @throws AffectException if there is nothing to learn from or nothing to choose the best state by
     */
    public void check() {
        require(Split.TRAIN, "to learn from");
        require(Split.VALIDATION, "to choose the best state by");
    }

    private void require(final Split split, final String what) {
        if (faces(split) == 0)
            throw new AffectException("The data ("
                + caches.stream().map(CropCache::name).collect(Collectors.joining(", ")) + ") has no face in the split "
                + split + " " + what + ": name some in its files, or make splits with 'affectj data split'.");
    }

    private long faces(final Split split) {
        return caches.stream().mapToLong(cache -> cache.report().faces(split)).sum();
    }

    /** @return the reports in short, for people, with a word on a split that is empty */
    public String summary() {
        final String sets = reports().stream().map(DataReportText::brief).collect(Collectors.joining());
        return faces(Split.TEST) > 0 ? sets
            : sets + "No face is in the split test: the model card will have no figures of faces that had no part in "
                + "it.\n";
    }

    @Override
    public void close() {
        caches.forEach(CropCache::close);
    }
}
