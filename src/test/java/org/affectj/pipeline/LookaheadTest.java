package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What waits for what: drawn frames whose one face a detector finds where it always is, with a score that tells how.
 */
@Timeout(120)
class LookaheadTest {

    private final AtomicInteger reads = new AtomicInteger();

    private static FaceAlignment alignment(final int every, final int threads, final long milliseconds) {
        return new FaceAlignment(SlowFaces.finder(milliseconds), 16, new Tracking(every, 1), threads);
    }

    @Test
    void chainsBeginWithASearchAndGoOnAcrossUnreadableFrames() {
        final List<String> rows = new ArrayList<>();
        try (FaceAlignment alignment = alignment(3, 2, 0)) {
            alignment.align(new DrawnFrames(8, 320, 240, number -> {
                if (number == 2 || number == 4) throw new AffectException("damaged");
            }), (record, face) -> rows.add(record.frame() + " "
                + record.face().map(f -> f.box().score() == SlowFaces.SEARCHED ? "searched" : "followed")
                    .orElse(record.status())), Progress.NONE);
        }
        assertEquals(List.of("1 searched", "2 unreadable", "3 followed", "4 unreadable", "5 searched", "6 followed",
            "7 searched", "8 followed"), rows);
    }

    @Test
    void readersWaitForWhoTakesTheResults() {
        final int threads = 2;
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger taken = new AtomicInteger();
        try (FaceAlignment alignment = alignment(1, threads, 0)) {
            alignment.align(new DrawnFrames(100, 64, 64, number -> reads.incrementAndGet()), (record, face) -> {
                pause(5);
                most.accumulateAndGet(reads.get() - taken.getAndIncrement(), Math::max);
            }, Progress.NONE);
        }
        assertEquals(100, taken.get());
        assertTrue(most.get() > 1 && most.get() <= 2 * threads + 2, most + " frames were read ahead");
    }

    @Test
    void stopsWithinASecondAndLetsGoOfTheSource() {
        final long[] start = new long[1];
        final Progress impatient = new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                if (done == 3) start[0] = System.nanoTime();
            }

            @Override
            public boolean isCancelled() {
                return start[0] != 0;
            }
        };
        try (FaceAlignment alignment = alignment(5, 4, 20)) {
            final DrawnFrames endless = new DrawnFrames(1_000_000, 64, 64, number -> reads.incrementAndGet());
            assertThrows(CancellationException.class, () -> alignment.align(endless, (record, face) -> {}, impatient));
        }
        final double seconds = (System.nanoTime() - start[0]) / 1e9;
        assertTrue(seconds < 1, seconds + " s");
        final int then = reads.get();
        pause(100);
        assertEquals(then, reads.get(), "nobody reads any more");
    }

    @Test
    void whatGoesWrongInAnotherThreadComesToLight() {
        try (FaceAlignment alignment = alignment(1, 2, 0)) {
            final DrawnFrames broken = new DrawnFrames(9, 64, 64, number -> {
                if (number == 5) throw new IllegalStateException("a defect");
            });
            final List<Integer> frames = new ArrayList<>();
            assertEquals("a defect", assertThrows(IllegalStateException.class,
                () -> alignment.align(broken, (record, face) -> frames.add(record.frame()), Progress.NONE))
                .getMessage());
            assertEquals(List.of(1, 2, 3, 4), frames);
        }
    }

    /** 3,000 frames of 640×480 pixels are 3.7 GB. */
    @Test
    void memoryDoesNotGrowWithTheLengthOfASource() throws IOException, InterruptedException {
        final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        final String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        final Process process = new ProcessBuilder(java.toString(), "-Xmx40m", "-cp", classes,
            DrawnFrames.class.getName(), "3000").redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals("3000 faces", output.strip());
        assertFalse(process.isAlive());
    }

    private static void pause(final long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
