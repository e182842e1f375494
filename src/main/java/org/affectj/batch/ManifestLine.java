package org.affectj.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;

/**
 * A line of a {@link Manifest}.
 *
 * @param outcome what became of an input
 * @param settings under which: {@link BatchSettings#cells()}
 */
record ManifestLine(Outcome outcome, List<String> settings) {

    /** The columns' headings. */
    static final List<String> COLUMNS = List.of("input", "name", "size", "modified", "sha256", "software", "model",
        "model_sha256", "settings", "status", "frames", "faces", "rows", "seconds", "results", "message");

    private static final int SETTINGS = COLUMNS.indexOf("software");
    /** Between the names of results; no file on any system has it in its name. */
    private static final String SEPARATOR = "/";

    /**
     * Reads a line.
     *
     * @param row with {@link #COLUMNS}
     * @param folder of the results
     * @throws RuntimeException if it wasn't written by this class
     */
    static ManifestLine of(final CSVRecord row, final Path folder) {
        final Optional<InputState> state = row.get("sha256").isEmpty() ? Optional.empty()
            : Optional.of(new InputState(Long.parseLong(row.get("size")), Instant.parse(row.get("modified")),
                row.get("sha256")));
        final Outcome.Status status = Outcome.Status.valueOf(row.get("status").toUpperCase(Locale.ROOT));
        final Optional<String> message = Optional.of(row.get("message")).filter(text -> !text.isEmpty());
        final Optional<Outcome.Result> result = row.get("results").isEmpty() ? Optional.empty()
            : Optional.of(new Outcome.Result(Integer.parseInt(row.get("frames")), Integer.parseInt(row.get("faces")),
                Integer.parseInt(row.get("rows")),
                Stream.of(row.get("results").split(SEPARATOR)).map(folder::resolve).toList(), message));
        return new ManifestLine(new Outcome(Path.of(row.get("input")), row.get("name"), state, status, result,
            result.isPresent() ? Optional.empty() : message, Double.parseDouble(row.get("seconds")), false),
            List.copyOf(row.toList().subList(SETTINGS, SETTINGS + 4)));
    }

    /** @return its cells, each without line breaks */
    List<String> cells() {
        final Optional<InputState> state = outcome.state();
        final Optional<Outcome.Result> result = outcome.result();
        final List<String> cells = new ArrayList<>(List.of(Manifest.key(outcome.input()), outcome.name(),
            state.map(s -> Long.toString(s.size())).orElse(""), state.map(s -> s.modified().toString()).orElse(""),
            state.map(InputState::sha256).orElse("")));
        cells.addAll(settings);
        cells.addAll(List.of(outcome.status().toString(),
            result.map(r -> Integer.toString(r.frames())).orElse(""),
            result.map(r -> Integer.toString(r.faces())).orElse(""),
            result.map(r -> Integer.toString(r.rows())).orElse(""),
            String.format(Locale.ROOT, "%.3f", outcome.seconds()),
            files().stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(SEPARATOR)),
            outcome.problem().orElse("")));
        return cells.stream().map(cell -> cell.replaceAll("\\R", " ")).toList();
    }

    /** @return the results of the input */
    List<Path> files() {
        return outcome.result().map(Outcome.Result::files).orElse(List.of());
    }
}
