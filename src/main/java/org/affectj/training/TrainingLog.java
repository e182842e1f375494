package org.affectj.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file with one row an epoch: mean losses and validation figures. A resumed run appends to it. */
final class TrainingLog {

    private final Path file;

    TrainingLog(final Path file) {
        this.file = file;
    }

    void append(final int epoch, final double seconds, final Map<String, Double> figures) {
        try {
            final boolean fresh = !Files.exists(file);
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND))
            {
                if (fresh) out.write("epoch,seconds," + String.join(",", figures.keySet()) + "\n");
                out.write(epoch + "," + String.format(Locale.ROOT, "%.1f", seconds) + "," + figures.values().stream()
                    .map(value -> String.format(Locale.ROOT, "%.5f", value)).collect(Collectors.joining(",")) + "\n");
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
