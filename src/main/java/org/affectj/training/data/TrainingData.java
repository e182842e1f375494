package org.affectj.training.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                throw new AffectException("Two data sets are called '" + set.name() + "': rename the file or folder of one.");
        return new TrainingData(sets.stream().map(set -> cache(set, work, progress)).toList());
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

    @Override
    public void close() {
        caches.forEach(CropCache::close);
    }
}
