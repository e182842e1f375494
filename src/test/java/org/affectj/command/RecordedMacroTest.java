package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.imagej.menu.MenuCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.prefs.PrefService;

/** What ImageJ's recorder writes while somebody works gives the same table when the macro runs without a screen. */
class RecordedMacroTest {

    private static final String PORTRAIT = "samples/astronaut.png";

    @TempDir
    private Path folder;

    @AfterEach
    void stopRecording() {
        Recorder.record = false;
        Recorder.setCommand(null);
        WindowManager.setTempCurrentImage(null);
        try (Context context = new Context()) {
            context.service(PrefService.class).clearAll();
        }
    }

    @Test
    void recordedAnalysisGivesTheSameTable() throws Exception {
        final ImagePlus image = IJ.openImage(PORTRAIT);
        final List<String> byHand = analyzeWithChosenValues(image);

        WindowManager.setTempCurrentImage(image);
        Recorder.record = true;
        Recorder.setCommand("Analyze Faces...");
        // with the values that were chosen last, as a dialog shows them
        new MenuCommand().run(AnalyzeFaces.class.getName());
        final String recorded = Recorder.getCommandOptions();
        Recorder.record = false;
        for (final String value : List.of("image=astronaut.png", "landmarks=true", "minimumscore=0.4",
            "turnedfaces=[when none]"))
            assertTrue((" " + recorded + " ").contains(" " + value + " "), recorded);

        try (Context context = new Context()) {
            context.service(PrefService.class).clearAll(); // another computer
        }
        PlainImageJ.start();
        final Path csv = folder.resolve("replayed.csv");
        assertEquals("done", PlainImageJ.runMacro("open('" + PORTRAIT + "');\n"
            + "run('Analyze Faces...', '" + recorded + " csv=[" + csv + "]'); close(); return 'done';"));
        assertEquals(byHand, Files.readAllLines(csv));
    }

    private static List<String> analyzeWithChosenValues(final ImagePlus image) throws Exception {
        try (Context context = new Context()) {
            context.service(PrefService.class).clearAll();
            return FaceTables.lines((ResultsTable) context.service(CommandService.class).run(AnalyzeFaces.class,
                true, "image", image, "landmarks", true, "minimumScore", 0.4, "overlay", false)
                .get().getOutput("table"));
        }
    }
}
