package org.affectj.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;

/**
 * What was shown to a person, and when.
 *
 * @param number counts the stimuli of a table from 1
 * @param source name of the recording that it belongs to; empty for all
 * @param condition what is compared: its kind
 * @param start in seconds of the recording
 * @param end in seconds, after the start
 */
public record Stimulus(int number, Optional<String> source, String condition, double start, double end) {

    /**
     * @param table a CSV file with the columns {@code start}, {@code end} or {@code length} (seconds),
     *            {@code condition} and, where stimuli differ between recordings, {@code source}
     * @return its stimuli, in order
     * @throws AffectException if the file isn't such a table, or a stimulus ends before it starts
     */
    public static List<Stimulus> read(final Path table) {
        final List<Stimulus> stimuli = new ArrayList<>();
        try (TableFile file = TableFile.open(table)) {
            file.require("start");
            file.require("condition");
            if (!file.headings().contains("length")) file.require("end");
            for (final TableFile.Row row : file) {
                final double start = row.needed("start");
                final double end = row.given("end").isPresent() ? row.needed("end") : start + row.needed("length");
                if (!(end > start))
                    throw row.error("the stimulus ends at " + end + " seconds, not after its start at " + start);
                stimuli.add(new Stimulus(stimuli.size() + 1, row.given("source"), row.text("condition"), start, end));
            }
        }
        if (stimuli.isEmpty())
            throw new AffectException("The table '" + table + "' has no stimulus: give a row for each.");
        return stimuli;
    }

    /** @return whether it was shown in a recording */
    boolean isIn(final String recording) {
        return source.isEmpty() || source.get().equals(recording);
    }
}
