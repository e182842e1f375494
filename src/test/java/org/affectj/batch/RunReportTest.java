package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FrameSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Tests {@link RunReport}. */
class RunReportTest {

    @TempDir
    private Path folder;

    @Test
    void tellsInputsResultsAndErrors() throws IOException {
        final Path input = Files.writeString(folder.resolve("abc.png"), "abc");
        final Path missing = folder.resolve("missing.png");
        RunReport.write(folder, BatchSettings.ofAnalysis(AnalysisOptions.DEFAULT.withMinimumFace(60),
            FrameSelection.Choice.ALL, new AnalysisFiles(true, false)),
            Instant.parse("2026-11-25T08:00:00.5Z"), List.of(
                new Outcome(input, "abc", InputState.of(input), Outcome.Status.DONE, Optional.of(
                    new Outcome.Result(1, 2, 2, List.of(folder.resolve("abc.csv")), Optional.empty())),
                    Optional.empty(),
                    0.25, false),
                new Outcome(missing, "missing", InputState.of(missing), Outcome.Status.FAILED, Optional.empty(),
                    Optional.of("It isn't there."), 0.5, false)));

        final JsonObject run = JsonParser.parseString(Files.readString(folder.resolve("run.json"))).getAsJsonObject();
        assertEquals("analyze", run.get("command").getAsString());
        assertEquals("2026-11-25T08:00:00Z", run.get("started").getAsString());
        assertEquals(60, run.get("minimum_face").getAsDouble());
        assertEquals("landmarks-68", run.getAsJsonObject("landmark_model").get("name").getAsString());
        assertEquals(0.75, run.get("seconds").getAsDouble());
        final JsonObject done = run.getAsJsonArray("inputs").get(0).getAsJsonObject();
        // the SHA-256 of "abc", from FIPS 180-2
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            done.get("sha256").getAsString());
        assertEquals(2, done.get("faces").getAsInt());
        assertEquals("abc.csv", done.getAsJsonArray("results").get(0).getAsString());
        final JsonObject failed = run.getAsJsonArray("inputs").get(1).getAsJsonObject();
        assertEquals("failed", failed.get("status").getAsString());
        assertEquals("It isn't there.", failed.get("error").getAsString());
        assertEquals(false, failed.has("sha256"));
    }
}
