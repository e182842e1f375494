package org.affectj.command;

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
import org.scijava.Context;
import org.scijava.command.CommandService;

/** Macros import tables, compare them and measure synchrony; a command writes the methods of a paper. */
class TableCommandsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        PlainImageJ.start();
    }

    @Test
    void aMacroImportsAndComparesTables() throws Exception {
        final Path imported = folder.resolve("imported.csv");
        assertEquals("done",
            PlainImageJ.runMacro("run('Import Table...', 'table=[src/test/resources/foreign/pyfeat.csv] rate=25 "
                + "output=[" + imported + "]'); return 'done';"));
        assertTrue(Files.readAllLines(imported).get(3).startsWith("talk.mp4,3,0.080000,1,ok,216.642180,"));
        final Path out = folder.resolve("out");
        assertEquals("done", PlainImageJ.runMacro("run('Compare Tables...', 'first=[" + imported
            + "] second=[" + imported + "] columns=AU12 output=[" + out + "]'); return 'done';"));
        assertTrue(Files.readAllLines(out.resolve("agreement.csv")).get(1).startsWith("AU12,AU12,2,"));
        assertTrue(Files.exists(out.resolve("AU12.png")));
    }

    @Test
    void aMacroMeasuresSynchrony() throws Exception {
        final List<String> lines = new ArrayList<>(List.of("source,time,track,AU12"));
        for (int i = 0; i < 400; i++)
            for (int track = 1; track <= 2; track++)
                lines.add(String.format(Locale.ROOT, "a.mp4,%.1f,%d,%.4f", i / 10.0, track, Math.sin(i * i / 900.0)));
        final Path table = Files.write(folder.resolve("a.csv"), lines);
        final Path out = folder.resolve("out");
        assertEquals("done", PlainImageJ.runMacro("run('Measure Synchrony...', 'table=[" + table
            + "] surrogates=9 output=[" + out + "]'); return 'done';"));
        final String[] cells = Files.readAllLines(out.resolve("synchrony.csv")).get(1).split(",");
        assertEquals("1.000000", cells[3]); // the second does what the first does
        assertEquals("0.000000", cells[4]); // at the same time
    }

    @Test
    void aCommandWritesMethods() throws Exception {
        Files.writeString(folder.resolve("run.json"), """
            {"software": "AffectJ 0.1.0", "minimum_score": 0.5, "minimum_face": 0.08, "track_gap_seconds": 1.0,
             "model": {"name": "m", "version": "1.0", "sha256": {"saved_model.pb": "ab"}},
             "landmark_model": {"name": "l", "version": "1.0", "sha256": {"saved_model.pb": "cd"}},
             "inputs": [{"file": "a.mp4", "status": "done", "frames": 3, "faces": 2}]}
            """);
        try (Context context = new Context()) {
            final String methods = (String) context.service(CommandService.class)
                .run(WriteMethods.class, true, "results", folder.toFile()).get().getOutput("methods");
            assertTrue(methods.contains("AffectJ 0.1.0. Faces") && methods.contains("8 % of the picture's shorter side")
                && methods.contains("@article{nguyen2022affectj"), methods);
        }
    }
}
