package org.affectj.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.Sha256;
import org.affectj.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Says in a {@code run.json} what was run, so that it can be repeated and described. */
public final class RunReport {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private RunReport() {
    }

    /**
     * @param folder the results' folder; {@code run.json} there is replaced
     * @param run versions, model, options, as they shall stand in the file
     * @param outcomes what became of each input
     * @throws org.affectj.AffectException if the file can't be written
     */
    public static void write(final Path folder, final Map<String, Object> run, final List<Outcome> outcomes) {
        final Map<String, Object> report = new LinkedHashMap<>(run);
        report.put("seconds", outcomes.stream().mapToDouble(Outcome::seconds).sum());
        report.put("inputs", outcomes.stream().map(RunReport::describe).toList());
        WholeFile.write(folder.resolve("run.json"), part -> Files.writeString(part, GSON.toJson(report) + "\n"));
    }

    private static Map<String, Object> describe(final Outcome outcome) {
        final Map<String, Object> input = new LinkedHashMap<>();
        input.put("file", outcome.input().toString());
        if (Files.isReadable(outcome.input()) && Files.isRegularFile(outcome.input()))
            input.put("sha256", sha256(outcome.input()));
        outcome.result().ifPresent(result -> {
            input.put("frames", result.frames());
            input.put("faces", result.faces());
            result.damage().ifPresent(damage -> input.put("damage", damage));
            input.put("results", result.files().stream().map(f -> f.getFileName().toString()).toList());
        });
        outcome.error().ifPresent(error -> input.put("error", error));
        input.put("seconds", outcome.seconds());
        return input;
    }

    private static String sha256(final Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        } catch (final IOException e) {
            throw new AffectException("The file '" + file + "' can't be read any more: run AffectJ again.", e);
        }
    }
}
