package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Learning rates by hand, and batches in order. */
class TrainingScheduleTest {

    @Test
    void learningRateRisesThenFallsAsHalfACosine() {
        final TrainingSchedule schedule = new TrainingSchedule(10, 10, 0.01, 0, 0.2, TrainingSchedule.Curve.COSINE, 1);
        assertEquals(100, schedule.steps());
        assertEquals(0.01 / 21, schedule.learningRate(0), 1e-12);
        assertEquals(0.01 * 20 / 21, schedule.learningRate(19), 1e-12);
        assertEquals(0.01, schedule.learningRate(20), 1e-12);
        assertEquals(0.005, schedule.learningRate(60), 1e-12); // half of the remaining 80 steps
        assertTrue(schedule.learningRate(99) < 1e-5);
    }

    @Test
    void prefetchedThingsComeInOrder() {
        final List<Long> seen = new ArrayList<>();
        try (Prefetch<Long> things = new Prefetch<>(number -> {
            sleep(number % 3);
            return number;
        }, 5, 40, 4, 3)) {
            while (things.hasNext())
                seen.add(things.next());
        }
        assertEquals(35, seen.size());
        for (int i = 0; i < 35; i++)
            assertEquals(5 + i, seen.get(i));
    }

    @Test
    void aFailureOfThePreparingThreadReachesTheCaller() {
        try (Prefetch<Long> things = new Prefetch<>(number -> {
            throw new IllegalStateException("no picture " + number);
        }, 0, 2, 1, 1)) {
            assertEquals("no picture 0", assertThrows(IllegalStateException.class, things::next).getMessage());
        }
    }

    private static void sleep(final long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
