package org.affectj.analysis;

import static org.affectj.analysis.SmoothingTest.every;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.analysis.Baseline.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTest {

    @TempDir
    private Path folder;

    /** Seconds 0 to 9 hold 0 to 9: during 4 to 6 the mean is 5, in the two seconds before, 2 and 3, it is 2.5. */
    @Test
    void anEpochIsComparedWithWhatCameBefore() {
        final Series count = every(1, 0, 1, 2, 3, 4, 5, Double.NaN, 7, 8, 9);
        final Epoch epoch = Epoch.of(new Identity("a", 1), stimulus("funny", 1, 4, 6), "AU12", count, 2);
        assertEquals(2, epoch.frames()); // the third has no value
        assertEquals(4.5, epoch.mean(), 1e-12);
        assertEquals(2, epoch.baselineFrames());
        assertEquals(2.5, epoch.baseline(), 1e-12);
        assertEquals(2, epoch.change(), 1e-12);
        assertTrue(Double.isNaN(Epoch.of(new Identity("a", 1), stimulus("funny", 1, 20, 30), "AU12", count, 2).mean()));
    }

    /** Subjects' means 1, 2, 3 and 4: mean 2.5, deviation 1.290994, and t(0.975, 3) is 3.182446 in every table. */
    @Test
    void subjectsCountOnceEach() {
        final GroupSummary summary = new GroupSummary();
        add(summary, "a", 1, 1, 10, 0.5);
        add(summary, "a", 1, 2, 30, 1.5); // stimuli count the same, however long
        add(summary, "b", 1, 1, 10, 1);
        add(summary, "b", 2, 1, 30, 7 / 3.0); // tracks of one stimulus by their frames: 10 of 1, 30 of 7/3 are 2
        add(summary, "c", 1, 1, 10, 3);
        add(summary, "d", 1, 1, 10, 4);
        add(summary, "e", 1, 1, 0, Double.NaN); // was never seen
        final GroupSummary.Row row = summary.rows(false).get(0);
        assertEquals(4, row.subjects());
        assertEquals(2.5, row.mean(), 1e-12);
        assertEquals(1.290994, row.deviation(), 1e-6);
        assertEquals(2.5 - 3.182446 * 1.290994 / 2, row.low(), 1e-5);
        assertEquals(2.5 + 3.182446 * 1.290994 / 2, row.high(), 1e-5);
    }

    private static void add(final GroupSummary summary, final String subject, final int track, final int stimulus,
        final int frames, final double mean)
    {
        summary.add(subject, new Epoch(new Identity(subject + ".mp4", track), stimulus("funny", stimulus, 0, 1),
            "AU12", frames, mean, 0, Double.NaN));
    }

    private static Stimulus stimulus(final String condition, final int number, final double start, final double end) {
        return new Stimulus(number, Optional.empty(), condition, start, end);
    }

    @Test
    void stimuliHaveEndsOrLengths() throws Exception {
        final Path table = folder.resolve("stimuli.csv");
        Files.writeString(table, "\uFEFFsource,start,length,end,condition\na.mp4,1,2,,calm\n,5,,6.5,funny\n");
        assertEquals(List.of(new Stimulus(1, Optional.of("a.mp4"), "calm", 1, 3),
            new Stimulus(2, Optional.empty(), "funny", 5, 6.5)), Stimulus.read(table));
        Files.writeString(table, "start,end,condition\n3,2,calm\n");
        assertEquals("The table '" + table + "', line 2: the stimulus ends at 2.0 seconds, not after its start at 3.0.",
            assertThrows(AffectException.class, () -> Stimulus.read(table)).getMessage());
        Files.writeString(table, "start,condition\n3,calm\n");
        assertEquals("The table '" + table + "' has no column 'end': give one that has.",
            assertThrows(AffectException.class, () -> Stimulus.read(table)).getMessage());
    }

    /** Of 1, 2, 3, 4 and 10: the median is 3; the 10th percentile lies 0.4 of the way from 1 to 2, as NumPy has it. */
    @Test
    void baselinesAreSubtracted() {
        final Series series = every(1, 10, 2, Double.NaN, 3, 1, 4);
        assertEquals(3, new Baseline(Kind.MEDIAN, 10, 0, 0).of(series), 1e-12);
        assertEquals(1.4, new Baseline(Kind.PERCENTILE, 10, 0, 0).of(series), 1e-12);
        assertEquals(2.5, new Baseline(Kind.INTERVAL, 10, 1, 3).of(series), 1e-12);
        assertTrue(Double.isNaN(new Baseline(Kind.INTERVAL, 10, 2, 2.5).of(series))); // nobody was seen then
        assertEquals(7, new Baseline(Kind.MEDIAN, 10, 0, 0).correct(series).values()[0], 1e-12);
        assertEquals("The interval of the baseline can't last from 3.0 to 1.0 seconds: let it end after its beginning.",
            assertThrows(AffectException.class, () -> new Baseline(Kind.INTERVAL, 10, 3, 1)).getMessage());
    }
}
