package org.affectj.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when the benchmark is done. */
final class TemporaryFolder implements AutoCloseable {

    private final Path folder;

    TemporaryFolder() throws IOException {
        folder = Files.createTempDirectory("affectj-bench");
    }

    /** @return a path in it */
    Path path(final String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        final List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (final Path path : all)
            Files.delete(path);
    }
}
