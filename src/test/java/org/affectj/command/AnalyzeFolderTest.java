package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.shell.AffectJ;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.prefs.PrefService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** A folder is measured by macro, by command and in a shell, and each goes on where another stopped. */
class AnalyzeFolderTest {

    @TempDir
    private Path folder;
    private Path in;
    private Path out;

    /** Cancels a task at its second input. */
    private static final class Impatient {

        @EventHandler
        private void onEvent(final TaskEvent event) {
            final Task task = event.getTask();
            if (task.getProgressValue() >= 1 && !task.isCanceled()) task.cancel("enough");
        }
    }

    @BeforeEach
    void write() throws Exception {
        PlainImageJ.start();
        in = Files.createDirectories(folder.resolve("my faces [1]/within")).getParent();
        out = folder.resolve("results");
        Files.copy(Path.of("samples/astronaut.png"), in.resolve("a.png"));
        Files.copy(Path.of("samples/astronaut.png"), in.resolve("within/a.png"));
        Files.writeString(in.resolve("b.png"), "hello");
        Files.copy(Path.of("samples/astronaut.png"), in.resolve("c.png"));
    }

    @Test
    void macroCommandAndShellDoTheSame() throws Exception {
        assertEquals("done", PlainImageJ.runMacro("run('Analyze Folder...', 'input=[" + in + "] output=[" + out
            + "] recursive=true exclude=c.*'); return 'done';"));
        assertEquals(2, Files.readAllLines(out.resolve("a.csv")).size());
        assertEquals(Files.readAllLines(out.resolve("a.csv")), Files.readAllLines(out.resolve("a-2.csv")));
        assertEquals(3, Files.readAllLines(out.resolve("summary.csv")).size());
        assertTrue(Files.exists(out.resolve("a-overlay.png")));

        try (Context context = new Context()) {
            final Module module = run(context, "recursive", true);
            assertNull(((Cancelable) module.getDelegateObject()).getCancelReason());
            assertEquals(List.of("input,faces,rows,status,message",
                in.resolve("a.png") + ",1,1,done before,",
                in.resolve("b.png") + ",0,0,failed,The file '" + in.resolve("b.png")
                    + "' isn't a picture: use PNG, JPEG, TIFF, GIF or BMP.",
                in.resolve("c.png") + ",1,1,done,",
                in.resolve("within/a.png") + ",1,1,done before,"),
                FaceTables.lines((ResultsTable) module.getOutput("table")));

            assertEquals("The output folder '" + out + "' has results of other settings (overlays was true and is "
                + "false): give another one, or overwrite them.",
                ((Cancelable) run(context, "overlays", false).getDelegateObject()).getCancelReason());
        }

        final StringWriter printed = new StringWriter();
        assertEquals(1, AffectJ.run(new PrintWriter(printed, true), new PrintWriter(new StringWriter()), "analyze",
            in.toString(), "--recursive", "--output", out.toString()));
        assertTrue(printed.toString().contains("3 of 4 inputs done, 3 of them before, in "), printed.toString());
    }

    @Test
    void aCancelledCommandGoesOn() throws Exception {
        try (Context context = new Context()) {
            final Impatient user = new Impatient();
            context.service(EventService.class).subscribe(user);
            assertTrue(((Cancelable) run(context, "include", "*.png").getDelegateObject()).isCanceled());
            assertTrue(Files.exists(out.resolve("a.csv")));
            assertFalse(Files.exists(out.resolve("c.csv")));
        }
        try (Context context = new Context()) {
            final ResultsTable table = (ResultsTable) run(context).getOutput("table");
            assertEquals("done before", table.getStringValue("status", 0));
            assertEquals("done", table.getStringValue("status", 2));
        }
    }

    @Test
    void missingFoldersAreSaidInOneSentence() throws Exception {
        try (Context context = new Context()) {
            assertEquals("There is no results folder: name one.", reason(context, "input", in.toFile()));
            assertEquals("There is no folder of pictures or videos: name one.",
                reason(context, "output", out.toFile()));
        }
    }

    private static String reason(final Context context, final Object... values) throws Exception {
        context.service(PrefService.class).clearAll();
        return ((Cancelable) context.service(CommandService.class).run(AnalyzeFolder.class, true, values).get()
            .getDelegateObject()).getCancelReason();
    }

    private Module run(final Context context, final Object... more) throws Exception {
        context.service(PrefService.class).clearAll();
        final Object[] values = new Object[more.length + 4];
        System.arraycopy(new Object[] { "input", in.toFile(), "output", out.toFile() }, 0, values, 0, 4);
        System.arraycopy(more, 0, values, 4, more.length);
        return context.service(CommandService.class).run(AnalyzeFolder.class, true, values).get();
    }
}
