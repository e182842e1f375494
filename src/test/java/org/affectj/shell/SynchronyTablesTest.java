package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj synchrony}: a person and an echo, half a second later, in one table and in two. */
class SynchronyTablesTest {

    @TempDir
    private Path folder;
    private Path both;
    private Path echo;

    @BeforeEach
    void write() throws Exception {
        final Random random = new Random(1);
        final double[] smile = new double[605];
        for (int i = 1; i < smile.length; i++)
            smile[i] = 0.8 * smile[i - 1] + random.nextGaussian();
        final List<String> two = new ArrayList<>(List.of("source,frame,time,track,AU12"));
        final List<String> alone = new ArrayList<>(List.of("source,frame,time,track,AU12"));
        for (int i = 0; i < 600; i++) {
            two.add(row("dinner.mp4", i, 1, smile[i + 5]));
            two.add(row("dinner.mp4", i, 2, smile[i]));
            alone.add(row("ben.mp4", i, 1, smile[i]));
        }
        both = Files.write(folder.resolve("dinner.csv"), two);
        echo = Files.write(folder.resolve("ben.csv"), alone);
    }

    private static String row(final String source, final int frame, final int track, final double value) {
        return String.format(Locale.ROOT, "%s,%d,%.6f,%d,%.4f", source, frame + 1, frame / 10.0, track, value);
    }

    @Test
    void anEchoFollows() throws Exception {
        final Path out = folder.resolve("out");
        final ShellRun run = ShellRun.of("synchrony", both, "-o", out, "--surrogates", "19", "--region", "0.4");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.lines().get(0).endsWith("p = 0.050"), run.output()); // 1 of 20
        final List<String> windows = Files.readAllLines(out.resolve("windows.csv"));
        assertEquals("channel,time,correlation_at_0,peak_correlation,peak_lag", windows.get(0));
        // lags of 2 s before, 5 s of window, 2 s after: 52 windows in a minute, the first in the middle of 2 to 6.9 s
        assertEquals(52, windows.size() - 1);
        assertTrue(windows.get(1).startsWith("AU12,4.450000,"), windows.get(1));
        assertTrue(windows.stream().filter(line -> line.endsWith(",1.000000,0.500000")).count() > 26,
            windows.toString());
    }

    /** Ben's camera was started half a second before, so that his echo comes at once. */
    @Test
    void twoTablesAreShifted() throws Exception {
        final Path out = folder.resolve("out");
        final ShellRun run = ShellRun.of("synchrony", both, echo, "--second", "1", "--shift", "-0.5",
            "-o", out, "--surrogates", "19");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.lines().get(0).startsWith("AU12       mean peak 1.000, "), run.output());
        assertTrue(run.lines().get(0).contains("lag 0.00 s"), run.output());
        final String errors = ShellRun.of("synchrony", both, echo, "-o", out).errors();
        assertTrue(errors.endsWith("affectj: The table '" + echo + "' has 0 people with track 2: give another "
            + "track.\n"), errors);
    }
}
