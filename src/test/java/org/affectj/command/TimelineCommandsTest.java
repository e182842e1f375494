package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.prefs.PrefService;

/** Tables are taken as time series by macro and by command. */
class TimelineCommandsTest {

    @TempDir
    private Path folder;
    private Path table;

    @BeforeEach
    void write() throws Exception {
        PlainImageJ.start();
        table = Files.writeString(Files.createDirectory(folder.resolve("my tables [1]")).resolve("a.csv"), """
            source,frame,time,face,track,status,AU12
            a.mp4,1,0.000000,1,1,ok,0.0000
            a.mp4,2,0.200000,1,1,ok,0.4000
            a.mp4,3,0.400000,1,1,ok,0.8000
            a.mp4,4,0.600000,1,1,ok,0.0000
            """);
    }

    @Test
    void aMacroFindsEvents() throws Exception {
        final Path out = folder.resolve("my tables [1]/events.csv");
        assertEquals("done", PlainImageJ.runMacro("run('Find Events...', 'table=[" + table + "] output=[" + out
            + "] high=0.7'); return 'done';"));
        assertEquals("a.mp4,1,AU12,0.200000,0.400000,0.400000,0.200000,0.800000,0.400000,0.120000,2.000000,,",
            Files.readAllLines(out).get(1));
        final Path smooth = folder.resolve("smooth.csv");
        assertEquals("done", PlainImageJ.runMacro("run('Smooth Table...', 'table=[" + table + "] output=[" + smooth
            + "] baseline=percentile'); return 'done';"));
        assertEquals("a.mp4,3,0.400000,1,0.800000", Files.readAllLines(smooth).get(3));
    }

    @Test
    void commandsGiveTables() throws Exception {
        Files.writeString(folder.resolve("stimuli.csv"), "start,length,condition\n0.1,0.3,funny\n");
        try (Context context = new Context()) {
            final Module module = run(context, CutEpochs.class, "table", table.toFile(), "stimuli",
                folder.resolve("stimuli.csv").toFile(), "output", folder.resolve("out").toFile());
            final ResultsTable groups = (ResultsTable) module.getOutput("groups");
            assertEquals(0.6, groups.getValue("mean", 0), 1e-9);
            final ResultsTable none = (ResultsTable) run(context, FindEvents.class, "table", table.toFile(), "output",
                folder.resolve("none.csv").toFile(), "high", 2).getOutput("events");
            assertEquals(0, none.size());
            Files.writeString(folder.resolve("stimuli.csv"), "start,length,condition\n90,1,funny\n");
            assertEquals(List.of("There is no table: name one.", "There is no table of stimuli: name one.",
                "No face was measured during any stimulus: see that the times of the stimuli are seconds "
                    + "of the video, and that the sources are named as in the table."),
                List.of(reason(run(context, FindEvents.class, "output", folder.resolve("x.csv").toFile())),
                    reason(run(context, CutEpochs.class, "table", table.toFile(), "output", folder.toFile())),
                    reason(run(context, CutEpochs.class, "table", table.toFile(), "output", folder.toFile(), "stimuli",
                        folder.resolve("stimuli.csv").toFile()))));
        }
    }

    private static Module run(final Context context, final Class<? extends AffectCommand> command,
        final Object... values) throws Exception
    {
        context.service(PrefService.class).clearAll();
        return context.service(CommandService.class).run(command, true, values).get();
    }

    private static String reason(final Module module) {
        return ((Cancelable) module.getDelegateObject()).getCancelReason();
    }
}
