package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.affectj.AffectException;
import org.affectj.training.TrainingSchedule.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run isn't resumed with other settings than it began with. */
class SettingsFileTest {

    @TempDir
    private Path run;

    private record Settings(TrainingSchedule schedule, String name) {
    }

    private static Settings settings(final int epochs) {
        return new Settings(new TrainingSchedule(epochs, 5, 0.1, 0.25, 0, Curve.COSINE, 1), "a");
    }

    @Test
    void acceptsTheSameAgain() {
        new SettingsFile(run).keep(settings(3));
        new SettingsFile(run).keep(settings(3));
    }

    @Test
    void namesWhatDiffers() {
        new SettingsFile(run).keep(settings(3));
        assertEquals("The run in " + run + " began with other settings (schedule.epochs was 3 and "
            + "is 4): resume it with those, or give another work folder.",
            assertThrows(AffectException.class, () -> new SettingsFile(run).keep(settings(4))).getMessage());
    }
}
