package org.affectj.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;

/** The data sets of a folder, cut into crops: FER+, the photographs and rendered faces, whichever are there. */
public final class TrainingData implements AutoCloseable {

    /** The name of FER+. */
    public static final String FER_PLUS = "ferplus";
    /** The name of the photographs. */
    public static final String PHOTOGRAPHS = "photographs";
    /** The name of the rendered faces. */
    public static final String RENDERED = "rendered";

    private final List<CropCache> caches;

    private TrainingData(final List<CropCache> caches) {
        this.caches = caches;
    }

    /**
     * Opens what is there, cutting out crops where that wasn't done yet.
     *
     * @param folder holds ferplus.zip and photographs.zip with their tables, one of them or both
     * @param rendered a folder of rendered faces, if there is one
     * @param work where the crops go; never inside the data's folder
     * @param progress is told how many crops are done
     * @return the data, to be closed
     * @throws AffectException if nothing is there or a file is wrong
     */
    public static TrainingData open(final Path folder, final Optional<Path> rendered, final Path work,
        final Progress progress)
    {
        final List<CropCache> caches = new ArrayList<>();
        if (Files.exists(folder.resolve(FER_PLUS + ".csv"))) caches.add(cache(new FerPlus(folder), work, progress));
        if (Files.exists(folder.resolve(PHOTOGRAPHS + ".csv")))
            caches.add(cache(new Photographs(folder), work, progress));
        rendered.ifPresent(faces -> caches.add(cache(new RenderedFaces(faces), work, progress)));
        if (caches.isEmpty())
            throw new AffectException("The folder " + folder
                + " holds no data set: give one with ferplus.csv or photographs.csv.");
        return new TrainingData(caches);
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
