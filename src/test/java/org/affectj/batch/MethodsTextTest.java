package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.detect.ExtraPasses;
import org.affectj.model.Diagnosis;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelStore;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FrameSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paragraph tells what a run wrote of itself. */
class MethodsTextTest {

    @TempDir
    private Path folder;

    @Test
    void everySettingThatDecidesIsTold() throws Exception {
        final Path input = Files.writeString(folder.resolve("a.mp4"), "abc");
        RunReport.write(folder, BatchSettings.ofAnalysis(AnalysisOptions.DEFAULT.withMinimumFace(60)
            .withExtraPasses(ExtraPasses.NEVER).withMaximumFaces(2), FrameSelection.Choice.ALL,
            new AnalysisFiles(true, false)), Instant.now(), List.of(
                new Outcome(input, "a", InputState.of(input), Outcome.Status.DONE,
                    Optional.of(new Outcome.Result(250, 240, 250, List.of(folder.resolve("a.csv")), Optional.empty())),
                    Optional.empty(), 1, false),
                new Outcome(folder.resolve("b.mp4"), "b", Optional.empty(), Outcome.Status.FAILED, Optional.empty(),
                    Optional.of("It isn't there."), 1, false)));
        final String text = MethodsText.of(folder).paragraph();
        final ModelDescription model = new ModelStore().open(ModelStore.AFFECT).description();
        for (final String part : List.of("measured with AffectJ " + Diagnosis.version() + " (TensorFlow ",
            "sought in every frame with OpenCV's cascade classifiers (Viola & Jones, 2001); the smallest face sought "
                + "had a side of 60 pixels",
            "scored below 0.5 were left out. Of each frame the 2 largest faces were taken.",
            "affectj-default " + model.version() + " (SHA-256 of saved_model.pb "
                + model.files().get("saved_model.pb") + ")",
            "thresholds: AU01 " + model.thresholds().get(0) + ", AU02 " + model.thresholds().get(1),
            "Of 2 recordings or pictures (1 done, 1 failed), 250 frames held 240 measured faces.",
            "Other settings: ", "precision auto", "To add by yourself: consent"))
            assertTrue(text.contains(part), part + "\n" + text);
        // whatever is cited has its entry
        final String bibtex = MethodsText.of(folder.resolve("run.json")).bibtex();
        for (final String author : List.of("Viola", "Sagonas", "Ekman", "Nguyen"))
            assertTrue(text.contains(author) && bibtex.contains("author") && bibtex.contains("{" + author + ", "),
                author);
        assertEquals(bibtex.chars().filter(c -> c == '{').count(), bibtex.chars().filter(c -> c == '}').count());
    }

    @Test
    void whatIsNoAnalysisIsSaidInOneSentence() throws Exception {
        final Path file = folder.resolve("run.json");
        assertFails("There is no '" + file + "': give a folder that 'analyze' wrote.");
        Files.writeString(file, "hello");
        assertFails("The file '" + file + "' isn't a run.json: give a folder that 'analyze' wrote.");
        Files.writeString(file, "{\"command\": \"align\"}");
        assertFails("The file '" + file + "' isn't of an analysis: give a folder that 'analyze' wrote.");
    }

    private void assertFails(final String message) {
        assertEquals(message, assertThrows(AffectException.class, () -> MethodsText.of(folder)).getMessage());
    }
}
