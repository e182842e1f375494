package org.affectj.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final int FRAMES = 5000;

    @TempDir
    private Path folder;

    /** Two people for 5,000 frames, the second from frame 2,000 on: person by person, and as a table again. */
    @Test
    void aLongTableIsReadPersonByPerson() throws Exception {
        final List<String> lines = new ArrayList<>(List.of("source,frame,time,track,status,AU12,valence"));
        for (int i = 0; i < FRAMES; i++) {
            final String place = "talk.mp4," + (i + 1) + "," + String.format(Locale.ROOT, "%.6f", i / 25.0);
            if (i % 100 == 50) lines.add(place + ",,no_face,,");
            else lines.add(place + ",1,ok," + String.format(Locale.ROOT, "%.6f,", i / 10000.0));
            if (i >= 2000) lines.add(place + ",2,ok,0.500000,-0.250000");
        }
        final Path table = Files.write(folder.resolve("talk.csv"), lines);
        try (Recording recording = Recording.read(table, List.of(), Progress.NONE)) {
            assertEquals(List.of("AU12", "valence"), recording.channels());
            final Identity first = new Identity("talk.mp4", 1);
            final Identity second = new Identity("talk.mp4", 2);
            assertEquals(List.of(first, second), recording.identities());
            final Series smile = recording.series(first, "AU12");
            assertEquals(FRAMES - 50, smile.size());
            assertEquals(0.0049, smile.values()[49], 1e-12);
            assertEquals(0.0051, smile.values()[50], 1e-12); // frame 51 shows nobody
            assertEquals(51 / 25.0, smile.times()[50], 1e-12);
            assertEquals(3000, recording.series(second, "valence").size());
            assertEquals(-0.25, recording.series(second, "valence").values()[2999], 0);

            final double[] others = new double[3000];
            others[2999] = 7;
            recording.replace(second, "valence", others);
            assertArrayEquals(others, recording.series(second, "valence").values(), 0);
            final Path copy = folder.resolve("copy.csv");
            CsvTable.write(copy, List.of("source", "frame", "time", "track", "AU12", "valence"), recording::copyTo);
            final List<String> written = Files.readAllLines(copy);
            assertEquals(1 + FRAMES - 50 + 3000, written.size());
            assertEquals("talk.mp4,1,0.000000,1,0.000000,", written.get(1));
            assertEquals("talk.mp4,5000,199.960000,2,0.500000,7.000000", written.get(written.size() - 1));
        }
    }

    @Test
    void wrongTablesAreSaidInOneSentence() throws Exception {
        final Path table = folder.resolve("a.csv");
        assertFails(table, "The file '" + table + "' doesn't exist: check its name and folder.");
        Files.writeString(table, "source,track,AU12\na,1,0\n");
        assertFails(table, "The table '" + table + "' has no column 'time': give one that has.");
        Files.writeString(table, "source,time,track,score\na,0,1,0\n");
        assertFails(table, "The table '" + table + "' has no action units, expressions, valence or "
            + "arousal: name the columns to take.");
        Files.writeString(table, "source,time,track,AU12\na,,1,0\n");
        assertFails(table, "The table '" + table
            + "', line 2: there is no time, as in tables of pictures; time series need a video.");
        Files.writeString(table, "source,time,track,AU12\na,0,1,0\na,0,1,0\n");
        assertFails(table, "The table '" + table + "', line 3: the time 0.0 isn't after that of the "
            + "row before of the same person, 0.0; see that each person has a track of its own.");
        Files.writeString(table, "source,time,track,AU12\na,0,1,much\n");
        assertFails(table, "The table '" + table + "', line 2: the column 'AU12' holds 'much', where a "
            + "number is expected.");
    }

    private static void assertFails(final Path table, final String message) {
        assertEquals(message, assertThrows(AffectException.class,
            () -> Recording.read(table, List.of(), Progress.NONE).close()).getMessage());
    }
}
