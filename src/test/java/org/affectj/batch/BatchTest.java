package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FrameSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link Batch} with a job that counts the bytes of files and can't do empty ones. */
class BatchTest {

    private static final BatchSettings SETTINGS =
        BatchSettings.ofAlignment(AnalysisOptions.DEFAULT, FrameSelection.Choice.ALL, 112);

    @TempDir
    private Path folder;

    @Test
    void goesOnAfterAFailureAndReportsIt() throws IOException {
        final List<Path> inputs = List.of(file("a.png", "12"), file("b.png", ""), file("c.png", "1234"));
        final List<Outcome> outcomes = batch().run(inputs, BatchTest::count, Progress.NONE);

        assertEquals("2", Files.readString(folder.resolve("out/a.txt")));
        assertEquals("4", Files.readString(folder.resolve("out/c.txt")));
        assertEquals(List.of(2, 4), outcomes.stream().flatMap(o -> o.result().stream()).map(r -> r.faces()).toList());
        assertEquals(Optional.of("The file b.png is empty: look at it."), outcomes.get(1).error());
        assertEquals(List.of("input,error", inputs.get(1) + ",The file b.png is empty: look at it."),
            Files.readAllLines(folder.resolve("out/errors.csv")));
    }

    @Test
    void removesTheErrorsOfAnEarlierRun() throws IOException {
        final Path empty = file("a.png", "");
        final Batch batch = batch();
        batch.run(List.of(empty), BatchTest::count, Progress.NONE);
        assertTrue(Files.exists(folder.resolve("out/errors.csv")));
        Files.writeString(empty, "no longer");
        batch.run(List.of(empty), BatchTest::count, Progress.NONE);
        assertFalse(Files.exists(folder.resolve("out/errors.csv")));
    }

    @Test
    void reportsADefectOfOneInputAndGoesOn() throws IOException {
        final List<Path> inputs = List.of(file("a.png", "1"), file("b.png", "2"));
        final List<Outcome> outcomes = batch().run(inputs, (input, output, progress) -> {
            if (input.endsWith("a.png")) throw new IllegalStateException("oops");
            return count(input, output, progress);
        }, Progress.NONE);
        assertEquals(Optional.of("The file '" + inputs.get(0)
            + "' met a defect of AffectJ, please report it: java.lang.IllegalStateException: oops"),
            outcomes.get(0).error());
        assertTrue(outcomes.get(1).result().isPresent());
    }

    @Test
    void tellsInputsAndFramesDone() throws IOException {
        final List<Path> inputs = List.of(file("a.png", "1"), file("b.tif", "2"));
        final List<String> told = new ArrayList<>();
        batch().run(inputs, (input, output, progress) -> {
            if (input.endsWith("b.tif")) progress.update(3, 7, "");
            return count(input, output, progress);
        }, new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                told.add(done + "/" + total + " " + message.replace(folder + "/", ""));
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertEquals(List.of("0/2 a.png", "1/2 b.tif", "1/2 b.tif, frame 3 of 7", "2/2 done"), told);
    }

    @Test
    void severalInputsAtATimeComeInTheirOrder() throws Exception {
        final List<Path> inputs = new ArrayList<>();
        for (int i = 0; i < 20; i++) inputs.add(file(i + ".png", "x".repeat(20 - i)));
        final CyclicBarrier four = new CyclicBarrier(4); // opens when four inputs are in work
        final List<Outcome> outcomes = batch().run(inputs, (input, output, progress) -> {
            meet(four);
            return count(input, output, progress);
        }, 4, Progress.NONE);
        assertEquals(inputs, outcomes.stream().map(Outcome::input).toList());
        assertEquals(IntStream.range(0, 20).mapToObj(i -> 20 - i).toList(),
            outcomes.stream().map(outcome -> outcome.result().get().faces()).toList());
        assertTrue(batch().plan(inputs).stream().allMatch(Batch.Plan::isFinished));
    }

    @Test
    void whatEndsTheBatchStopsTheOthers() throws Exception {
        final List<Path> inputs = List.of(file("a.png", "1"), file("b.png", "2"), file("c.png", "3"),
            file("d.png", "4"));
        final CyclicBarrier both = new CyclicBarrier(2);
        final List<String> begun = Collections.synchronizedList(new ArrayList<>());
        assertThrows(CancellationException.class, () -> batch().run(inputs, (input, output, progress) -> {
            begun.add(input.getFileName().toString());
            meet(both);
            if (input.endsWith("a.png")) throw new CancellationException("enough");
            while (true) progress.throwIfCancelled();
        }, 2, Progress.NONE));
        assertEquals(List.of("a.png", "b.png"), begun.stream().sorted().toList());
        assertEquals("There can't be 0 inputs worked on at a time: give 1 to 64.", assertThrows(AffectException.class,
            () -> batch().run(inputs, BatchTest::count, 0, Progress.NONE)).getMessage());
    }

    private static void meet(final CyclicBarrier others) {
        try {
            others.await(1, TimeUnit.MINUTES);
        } catch (final InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesAnOutputFolderThatIsAFile() throws IOException {
        final Path file = file("results", "x");
        final AffectException e = assertThrows(AffectException.class, () -> new Batch(file, SETTINGS, false));
        assertEquals("The output folder '" + file + "' can't be written: choose another one.", e.getMessage());
    }

    @Test
    void namesNeverMeet() {
        assertEquals(List.of("x", "x-3", "x-2", "X-4", "errors-2", "run-2", "y.tar"), OutputNames.of(List.of(
            Path.of("a/x.png"), Path.of("b/x.jpg"), Path.of("x-2.png"), Path.of("c/X.png"), Path.of("errors.png"),
            Path.of("run.png"), Path.of("y.tar.png")), Map.of()));
    }

    private Batch batch() {
        return new Batch(folder.resolve("out"), SETTINGS, false);
    }

    private Path file(final String name, final String contents) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, contents);
    }

    private static Outcome.Result count(final Path input, final Path output, final Progress progress) {
        try {
            final int bytes = (int) Files.size(input);
            if (bytes == 0) throw new AffectException("The file " + input.getFileName() + " is empty: look at it.");
            final Path result = Path.of(output + ".txt");
            Files.writeString(result, Integer.toString(bytes));
            return new Outcome.Result(1, bytes, 1, List.of(result), Optional.empty());
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
