package org.affectj.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.affectj.WholeFile;

/** A CSV file with one row an epoch: mean losses and validation figures. */
final class TrainingLog {

    private final Path file;

    TrainingLog(final Path file) {
        this.file = file;
    }

    /** Writes all epochs, so that the file agrees with a state however often the run was stopped. */
    void write(final List<TrainingState.Epoch> epochs) {
        if (epochs.isEmpty()) return;
        final List<String> lines = new ArrayList<>();
        lines.add("epoch,seconds," + String.join(",", epochs.get(0).figures().keySet()));
        for (final TrainingState.Epoch epoch : epochs)
            lines.add(lines.size() + String.format(Locale.ROOT, ",%.1f,", epoch.seconds()) + epoch.figures().values()
                .stream().map(value -> String.format(Locale.ROOT, "%.5f", value)).collect(Collectors.joining(",")));
        WholeFile.write(file, part -> Files.write(part, lines));
    }
}
