package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FrameSelection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a {@link Batch} goes on where an earlier one stopped, with a job that copies texts and can't do empty
 * ones.
 */
class ResumeTest {

    private static final BatchSettings SETTINGS = settings(AnalysisOptions.DEFAULT);

    @TempDir
    private Path folder;
    private Path out;
    private final List<String> worked = new ArrayList<>();

    @BeforeEach
    void name() {
        out = folder.resolve("out");
    }

    @Test
    void skipsWhatIsDone() throws IOException {
        final List<Path> inputs = List.of(file("a.png", "one"), file("b.png", "two"));
        run(inputs);
        final List<Outcome> again = run(inputs);
        assertEquals(List.of("a.png", "b.png"), worked);
        assertTrue(again.stream().allMatch(Outcome::skipped));
        assertEquals(inputs, again.stream().map(Outcome::input).toList());
        assertEquals(3, again.get(0).result().get().rows());
        assertEquals(List.of(true, true), batch().plan(inputs).stream().map(Batch.Plan::isFinished).toList());
    }

    @Test
    void doesAgainWhatChangedFailedOrIsLost() throws IOException {
        final List<Path> inputs =
            List.of(file("changed.png", "x"), file("copied.png", "x"), file("failed.png", ""), file("lost.png", "x"));
        run(inputs);
        file("changed.png", "y");
        Files.setLastModifiedTime(inputs.get(0), FileTime.fromMillis(1));
        Files.setLastModifiedTime(inputs.get(1), FileTime.fromMillis(1));
        file("failed.png", "better");
        Files.delete(out.resolve("lost.txt"));
        worked.clear();
        assertEquals(List.of(false, true, false, false), run(inputs).stream().map(Outcome::skipped).toList());
        assertEquals(List.of("changed.png", "failed.png", "lost.png"), worked);
        assertEquals("y", Files.readString(out.resolve("changed.txt")));
    }

    @Test
    void resultsOfAFileThatNowFailsAreRemoved() throws IOException {
        final Path input = file("a.png", "one");
        run(List.of(input));
        file("a.png", "");
        run(List.of(input));
        assertFalse(Files.exists(out.resolve("a.txt")));
    }

    @Test
    void aLineThatWasNotFinishedDoesNotCount() throws IOException {
        final List<Path> inputs = List.of(file("a.png", "one"), file("b.png", "two"));
        run(inputs);
        final Path manifest = out.resolve("manifest.csv");
        final byte[] whole = Files.readAllBytes(manifest);
        final int last = new String(whole).indexOf(inputs.get(1).toString());
        for (int length = last; length < whole.length; length += 7) {
            Files.write(manifest, Arrays.copyOf(whole, length));
            worked.clear();
            run(inputs);
            assertEquals(List.of("b.png"), worked);
            assertEquals(3, Files.readAllLines(manifest).size());
        }
        Files.write(manifest, Arrays.copyOf(whole, 20));
        worked.clear();
        run(inputs);
        assertEquals(List.of("a.png", "b.png"), worked);
    }

    @Test
    void unfinishedFilesOfAKilledRunAreDeleted() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(".a.txt.4711.part"), "o");
        Files.writeString(out.resolve(".mine.part"), "kept");
        run(List.of(file("a.png", "one")));
        assertFalse(Files.exists(out.resolve(".a.txt.4711.part")));
        assertTrue(Files.exists(out.resolve(".mine.part")));
    }

    @Test
    void namesStayWhenInputsAreAdded() throws IOException {
        final Path later = file("b/x.png", "b");
        run(List.of(later));
        run(List.of(file("a/x.png", "a"), later));
        assertEquals("b", Files.readString(out.resolve("x.txt")));
        assertEquals("a", Files.readString(out.resolve("x-2.txt")));
    }

    @Test
    void refusesOtherSettings() throws IOException {
        final Path input = file("a.png", "one");
        run(List.of(input));
        final BatchSettings others = settings(AnalysisOptions.DEFAULT.withMinimumFace(60));
        final AffectException e = assertThrows(AffectException.class, () -> new Batch(out, others, false));
        assertEquals("The output folder '" + out + "' has results of other settings (minimum_face was 0.08 and is "
            + "60.0): give another one, or overwrite them.", e.getMessage());
    }

    @Test
    void overwritingBeginsAnew() throws IOException {
        final Path gone = file("a.png", "one");
        final Path kept = file("b.png", "two");
        run(List.of(gone, kept));
        worked.clear();
        new Batch(out, settings(AnalysisOptions.DEFAULT.withMinimumFace(60)), true).run(List.of(kept), this::copy,
            Progress.NONE);
        assertEquals(List.of("b.png"), worked);
        assertFalse(Files.exists(out.resolve("a.txt")));
        assertTrue(Files.readString(out.resolve("manifest.csv")).contains("minimum_face=60.0"));
        assertEquals(2, Files.readAllLines(out.resolve("manifest.csv")).size());
    }

    @Test
    void aFileThatChangesWhileItIsReadIsReported() throws IOException {
        final Path input = file("a.png", "one");
        final List<Outcome> outcomes = batch().run(List.of(input, file("b.png", "two")), (in, output, progress) -> {
            final Outcome.Result result = copy(in, output, progress);
            if (in.equals(input)) append(in);
            return result;
        }, Progress.NONE);
        assertEquals(List.of(Outcome.Status.CHANGED, Outcome.Status.DONE),
            outcomes.stream().map(Outcome::status).toList());
        final String error = "The file '" + input + "' was changed while it was read, so its results were left out: "
            + "give the same command again when nothing writes to it any more.";
        assertEquals(Optional.of(error), outcomes.get(0).error());
        assertTrue(Files.readString(out.resolve("errors.csv")).contains(error));
        assertTrue(Files.readString(out.resolve("manifest.csv")).contains(",changed,"));
        assertFalse(Files.exists(out.resolve("a.txt")));
        assertEquals(List.of(false, true), run(List.of(input, folder.resolve("b.png"))).stream()
            .map(Outcome::skipped).toList());
        assertEquals("one more", Files.readString(out.resolve("a.txt")));
    }

    @Test
    void aCancelledBatchGoesOn() throws IOException {
        final List<Path> inputs = List.of(file("a.png", "one"), file("b.png", "two"));
        assertThrows(CancellationException.class, () -> batch().run(inputs, this::copy, new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                // only cancels
            }

            @Override
            public boolean isCancelled() {
                return !worked.isEmpty();
            }
        }));
        run(inputs);
        assertEquals(List.of("a.png", "b.png"), worked);
    }

    @Test
    void twoRunsDoNotShareAFolder() throws IOException {
        final Path input = file("a.png", "one");
        final List<Outcome> outcomes = batch().run(List.of(input), (in, output, progress) -> {
            run(List.of(in));
            return null;
        }, Progress.NONE);
        assertEquals(Optional.of("Another run is writing to the output folder '" + out + "': wait for its end, or give "
            + "another one."), outcomes.get(0).error());
    }

    private static BatchSettings settings(final AnalysisOptions options) {
        return BatchSettings.ofAlignment(options, FrameSelection.Choice.ALL, 112);
    }

    private Batch batch() {
        return new Batch(out, SETTINGS, false);
    }

    private List<Outcome> run(final List<Path> inputs) {
        return batch().run(inputs, this::copy, Progress.NONE);
    }

    private Path file(final String name, final String contents) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, contents);
    }

    private static void append(final Path file) {
        try {
            Files.writeString(file, " more", StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    private Outcome.Result copy(final Path input, final Path output, final Progress progress) {
        worked.add(input.getFileName().toString());
        try {
            final String text = Files.readString(input);
            if (text.isEmpty()) throw new AffectException("The file " + input.getFileName() + " is empty: look at it.");
            final Path result = Path.of(output + ".txt");
            Files.writeString(result, text);
            return new Outcome.Result(1, 1, text.length(), List.of(result), Optional.empty());
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
