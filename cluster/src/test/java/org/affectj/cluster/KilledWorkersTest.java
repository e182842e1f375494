package org.affectj.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes of a cluster of Spark's own, with a master and two workers, while they work. */
@Tag("slow")
class KilledWorkersTest {

    private static final int PORTRAITS = 12;

    @TempDir
    private Path folder;

    @BeforeEach
    void startACluster() {
        System.setProperty("spark.master", "local-cluster[2,1,1024]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    }

    @AfterEach
    void forget() {
        Batches.forgetSettings();
    }

    @Test
    void aKilledProcessLosesAndDoublesNothing() throws Exception {
        final Path inputs = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < PORTRAITS; i++) Batches.portrait(inputs.resolve("portrait " + i + ".png"), 20 * i);
        Files.copy(Batches.SAMPLES.resolve("rendered-face.avi"), inputs.resolve("face.avi"));
        final Map<String, String> expected = Batches.plain(inputs, folder.resolve("plain"));

        final CompletableFuture<Batches.Told> run = CompletableFuture.supplyAsync(() -> Batches.spark("analyze",
            inputs.toString(), "-o", folder.resolve("out").toString(), "--csv", folder.resolve("csv").toString()));
        await(run, () -> tables() > 0);
        assertTrue(tables() < PORTRAITS, "it was too fast to be killed");
        Batches.executors().get(0).destroyForcibly();
        final Batches.Told told = run.get(10, TimeUnit.MINUTES);
        assertEquals(0, told.status(), told.err());
        Batches.assertSame(expected, folder.resolve("csv"));
    }

    @Test
    void anInputThatEndsItsProcessEachTimeIsLeftOut() throws Exception {
        final Path inputs = Files.createDirectory(folder.resolve("in"));
        Files.copy(Batches.SAMPLES.resolve("rendered-face.avi"), inputs.resolve("deadly.avi"));
        final CompletableFuture<Batches.Told> run = CompletableFuture.supplyAsync(
            () -> Batches.spark("analyze", inputs.toString(), "-o", folder.resolve("out").toString()));
        // what decodes a video is a child of the process that works on it
        while (!run.isDone()) {
            Batches.executors().stream().filter(executor -> executor.children().anyMatch(Batches::isJava))
                .forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(20);
        }
        final Batches.Told told = run.get();
        assertTrue(told.err().contains("deadly.avi' was begun 3 times"), told.err());
        assertEquals("0 of 1 inputs done: " + folder.resolve("out"), told.out().strip());
    }

    /** Twelve pictures are a group of eight and one of four. */
    @Test
    void aGroupWhoseProcessIsKilledIsMeasuredInputByInput() throws Exception {
        System.setProperty("spark.master", "local-cluster[1,1,1024]");
        System.setProperty("spark.extraListeners", KillerOfTheFirst.class.getName());
        final Path inputs = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < PORTRAITS; i++) Batches.portrait(inputs.resolve("portrait " + i + ".png"), 20 * i);
        final Map<String, String> expected = Batches.plain(inputs, folder.resolve("plain"));

        final Batches.Told told = Batches.spark("analyze", inputs.toString(), "-o", folder.resolve("out").toString(),
            "--csv", folder.resolve("csv").toString());
        assertEquals(0, told.status(), told.err());
        assertEquals(List.of(2, 8), KillerOfTheFirst.TASKS.subList(0, 2));
        Batches.assertSame(expected, folder.resolve("csv"));
    }

    /** Kills the process that begins the first task, and keeps the number of tasks of each stage. */
    public static final class KillerOfTheFirst extends SparkListener {

        private static final List<Integer> TASKS = new CopyOnWriteArrayList<>();
        private boolean killed;

        @Override
        public void onStageSubmitted(final SparkListenerStageSubmitted stage) {
            TASKS.add(stage.stageInfo().numTasks());
        }

        @Override
        public void onTaskStart(final SparkListenerTaskStart task) {
            if (!killed) Batches.executors().forEach(ProcessHandle::destroyForcibly);
            killed = true;
        }
    }

    private static void await(final CompletableFuture<Batches.Told> run, final BooleanSupplier condition)
        throws Exception
    {
        while (!condition.getAsBoolean()) {
            if (run.isDone()) throw new AssertionError("it ended too early: " + run.get());
            Thread.sleep(20);
        }
    }

    private long tables() {
        final Path faces = folder.resolve("out/faces");
        if (!Files.isDirectory(faces)) return 0;
        try (Stream<Path> files = Files.list(faces)) {
            return files.filter(file -> file.getFileName().toString().startsWith("table=")).count();
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
