package org.affectj.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.WholeFile;
import org.affectj.model.Diagnosis;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Says in a {@code run.json} what was run, so that it can be repeated and described. */
public final class RunReport {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    /** What a diagnosis says of the machine and nothing of its user. */
    private static final List<String> MACHINE = List.of("System", "Processor", "Precision", "Engine", "Devices");

    private RunReport() {
    }

    /**
     * @param folder the results' folder; {@code run.json} there is replaced
     * @param settings versions, models, options
     * @param started when the run began
     * @param outcomes what became of each input
     * @throws org.affectj.AffectException if the file can't be written
     */
    public static void write(final Path folder, final BatchSettings settings, final Instant started,
        final List<Outcome> outcomes)
    {
        final Map<String, Object> report = new LinkedHashMap<>(settings.describe());
        final Map<String, String> machine = new LinkedHashMap<>(Diagnosis.run().findings());
        machine.keySet().retainAll(MACHINE);
        report.put("machine", machine);
        report.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("seconds", outcomes.stream().filter(o -> !o.skipped()).mapToDouble(Outcome::seconds).sum());
        report.put("inputs", outcomes.stream().map(RunReport::describe).toList());
        WholeFile.write(folder.resolve("run.json"), part -> Files.writeString(part, GSON.toJson(report) + "\n"));
    }

    private static Map<String, Object> describe(final Outcome outcome) {
        final Map<String, Object> input = new LinkedHashMap<>();
        input.put("file", outcome.input().toString());
        input.put("status", outcome.status().toString());
        if (outcome.skipped()) input.put("skipped", true);
        outcome.state().ifPresent(state -> input.put("sha256", state.sha256()));
        outcome.result().ifPresent(result -> {
            input.put("frames", result.frames());
            input.put("faces", result.faces());
            input.put("rows", result.rows());
            result.damage().ifPresent(damage -> input.put("damage", damage));
            input.put("results", result.files().stream().map(f -> f.getFileName().toString()).toList());
        });
        outcome.error().ifPresent(error -> input.put("error", error));
        input.put("seconds", outcome.seconds());
        return input;
    }
}
