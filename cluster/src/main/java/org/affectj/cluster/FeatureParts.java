package org.affectj.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.affectj.WholeFile;
import org.affectj.WholeFolder;

/**
 * The files in which tasks put features, in a folder beside what they become. Its name says what they are made of, so
 * that only a job on the same goes on with them.
 */
final class FeatureParts {

    /** Seconds of work, so that little is lost with a task, and a task costs little beside them. */
    private static final int BATCHES = 16;
    private static final String PREFIX = "parts-";

    private final Path folder;
    private final List<FeaturePart> all;

    /**
     * @param features the folder of the features
     * @param fingerprint of what they are made of
     * @param batches how many there are
     */
    FeatureParts(final Path features, final String fingerprint, final long batches) {
        folder = features.resolve(PREFIX + fingerprint.substring(0, 16));
        all = LongStream.range(0, (batches + BATCHES - 1) / BATCHES).mapToObj(number -> new FeaturePart(
            folder.resolve(number + ".bin").toString(), number * BATCHES, Math.min((number + 1) * BATCHES, batches)))
            .toList();
    }

    Path folder() {
        return folder;
    }

    /** @return the parts that aren't there, after deleting those of other features; while nothing else writes there */
    List<FeaturePart> begin() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> others = Files.list(folder.getParent())) {
            for (final Path other : others.filter(path -> path.getFileName().toString().startsWith(PREFIX)
                && !path.equals(folder)).toList())
                WholeFolder.delete(other);
        }
        WholeFile.deleteUnfinished(folder);
        return missing();
    }

    /** @return the parts that aren't there */
    List<FeaturePart> missing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) { // network file systems may err about a single file
            final Set<String> there = files.map(Path::toString).collect(Collectors.toSet());
            return all.stream().filter(part -> !there.contains(part.file())).toList();
        }
    }

    /** Writes all parts, in order, to a file. */
    void join(final Path into) throws IOException {
        try (FileChannel out = FileChannel.open(into, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (final FeaturePart part : all) {
                try (FileChannel in = FileChannel.open(Path.of(part.file()))) {
                    for (long done = 0; done < in.size();) done += in.transferTo(done, in.size() - done, out);
                }
            }
        }
    }

    void delete() throws IOException {
        WholeFolder.delete(folder);
    }
}
