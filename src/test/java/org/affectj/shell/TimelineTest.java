package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj timeline} on a folder as an analysis writes it. */
class TimelineTest {

    @TempDir
    private Path folder;
    private Path results;

    /** Anna smiles from second 2 to 3, with 0.1 at rest; Ben doesn't. Four frames a second. */
    @BeforeEach
    void write() throws Exception {
        results = Files.createDirectory(folder.resolve("results"));
        write("anna.mp4", 0.6);
        write("ben.mp4", 0);
        Files.writeString(results.resolve("summary.csv"), "input,table,status,frames,track\n");
        Files.writeString(folder.resolve("stimuli.csv"), "start,end,condition\n0,1,calm\n2,3,funny\n");
    }

    private void write(final String source, final double smile) throws Exception {
        final List<String> lines = new ArrayList<>(List.of("source,frame,time,face,track,status,AU12"));
        for (int i = 0; i < 20; i++)
            lines.add(String.format(Locale.ROOT, "%s,%d,%.6f,1,1,ok,%.4f", source, i + 1, i / 4.0,
                i >= 8 && i <= 12 ? 0.1 + smile : 0.1));
        Files.write(results.resolve(source.replace(".mp4", ".csv")), lines);
    }

    @Test
    void findsEvents() throws Exception {
        final Path out = folder.resolve("events.csv");
        final ShellRun run = ShellRun.of("timeline", "events", results, "-o", out, "--baseline",
            "median", "--high", "0.5");
        assertEquals(out + ": 1 event\n", run.output(), run.errors());
        assertEquals(List.of(
            "source,track,channel,onset,apex,offset,duration,peak,amplitude,area,rise_speed,decay_speed,cut",
            "anna.mp4,1,AU12,2.000000,2.000000,3.000000,1.000000,0.600000,0.000000,0.600000,,0.000000,"),
            Files.readAllLines(out));
    }

    @Test
    void smoothsTables() throws Exception {
        final Path out = folder.resolve("smooth.csv");
        final ShellRun run = ShellRun.of("timeline", "smooth", results.resolve("anna.csv"), "-o",
            out, "--smooth", "median", "--width", "3", "--channels", "AU12");
        assertEquals(out + ": series of 1 person\n", run.output(), run.errors());
        assertEquals(21, Files.readAllLines(out).size());
        assertEquals("source,frame,time,track,AU12", Files.readAllLines(out).get(0));
        assertEquals("anna.mp4,11,2.500000,1,0.100000", Files.readAllLines(out).get(11)); // 5 of 13 frames smile
    }

    /** Both are 0.1 when calm; when it is funny, Anna is 0.6 above what she was before, Ben is not: mean 0.3. */
    @Test
    void comparesConditions() throws Exception {
        final Path out = folder.resolve("out");
        final ShellRun run = ShellRun.of("timeline", "epochs", results, "-o", out, "--stimuli",
            folder.resolve("stimuli.csv"), "--before", "1");
        assertEquals(0, run.status(), run.errors());
        assertEquals("anna.mp4,1,anna.mp4,2,funny,2.000000,3.000000,AU12,5,0.700000,4,0.100000,0.600000",
            Files.readAllLines(out.resolve("epochs.csv")).get(2));
        // deviation 0.6/√2 of two subjects; t(0.975, 1) is 12.706205: 0.3 ± 12.706205 · 0.424264 / √2
        assertEquals(List.of("condition,channel,value,subjects,mean,sd,low_95,high_95",
            "funny,AU12,change,2,0.300000,0.424264,-3.511861,4.111861"), Files.readAllLines(out.resolve("groups.csv")));
        assertTrue(run.output().contains("2 subjects"), run.output());
    }

    @Test
    void complaintsNameWhatIsWrong() {
        assertEquals("affectj: The folder '" + folder + "' holds no table of faces: name the tables, "
            + "or a folder that an analysis wrote.\n",
            ShellRun.of("timeline", "events", folder, "-o", folder.resolve("x.csv")).errors());
        assertEquals("affectj: A command is missing: smooth, events or epochs.\nHelp: affectj timeline --help\n",
            ShellRun.of("timeline").errors());
    }
}
