package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** A macro saves the charts of a table where there is no screen for a window. */
class ExploreResultsTest {

    private static final String TABLE = """
        source,frame,time,track,AU01,AU12,valence,arousal
        a.avi,1,0,1,0.1,0.2,0.3,0.4
        a.avi,2,0.5,1,0.5,0.6,0.7,-0.8
        """;

    @TempDir
    private Path folder;

    @Test
    void macroSavesCharts() throws Exception {
        final Path table = Files.writeString(Files.createDirectories(folder.resolve("my results")).resolve("a.csv"),
            TABLE);
        PlainImageJ.start();
        assertEquals("done", PlainImageJ.runMacro(
            "run('Explore Results...', 'file=[" + table + "] charts=[" + folder.resolve("my charts")
                + "]'); return 'done';"));
        for (final String chart : new String[] { "timeline", "circumplex", "action-units" })
            for (final String ending : new String[] { ".png", ".svg", ".csv" })
                assertTrue(Files.size(folder.resolve("my charts").resolve(chart + ending)) > 100, chart + ending);
        assertTrue(Files.readAllLines(folder.resolve("my charts/action-units.csv"))
            .contains("a.avi,1,2.0000,0.5000,AU12,0.6000"));
    }

    @Test
    void withoutScreenAndFolderThereIsNothingToDo() throws Exception {
        try (Context context = new Context()) {
            assertEquals("There is no screen for a window: name a folder to save the charts to.",
                ((Cancelable) context.service(CommandService.class).run(ExploreResults.class, true)
                    .get().getDelegateObject()).getCancelReason());
        }
    }
}
