package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.measure.ResultsTable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.affectj.model.ModelStore;
import org.affectj.training.data.DrawnFaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.prefs.PrefService;
import org.scijava.task.event.TaskEvent;

/** A training from the menu, a macro and a script, without a screen. */
class TrainNetworkTest {

    private static final int STEPS_OF_EPOCH = 2;

    private static Context context;

    @TempDir
    private Path folder;

    private Path faces;

    @BeforeAll
    static void open() {
        context = new Context();
    }

    @AfterAll
    static void close() {
        context.dispose();
        System.clearProperty("affectj.models");
    }

    @BeforeEach
    void prepare() throws Exception {
        PlainImageJ.start();
        context.service(PrefService.class).clearAll();
        System.setProperty("affectj.models", folder.resolve("my models").toString());
        faces = DrawnFaces.write(folder.resolve("with space"), 12); // 8 to train with, 3 to validate
    }

    @Test
    void aMacroTrainsAModelThatAnalyzeFindsByItsName() {
        final String work = folder.resolve("my work").toString();
        assertEquals("done", PlainImageJ.runMacro("run('Train Network...', 'method=[new network] format=csv data=["
            + faces + "] work=[" + work + "] name=smiles epochs=2 batch=4 channels=16 learningrate=0.001 threads=1');\n"
            + "open('samples/astronaut.png');\n"
            + "run('Analyze Faces...', 'model=smiles csv=[" + folder.resolve("faces.csv")
            + "]'); close(); return 'done';"));
        assertTrue(new ModelStore().list().containsKey("smiles"));
        assertTrue(Files.exists(folder.resolve("faces.csv")));
        assertTrue(Files.exists(Path.of(work, "runs", "smiles", "curves.png")));
    }

    @Test
    void aModelsOwnHeadsGoOnByCommand() throws Exception {
        final Module module = train("method", "own heads", "epochs", 1, "name", "mine");
        assertNull(reason(module));
        final String report = (String) module.getOutput("report");
        assertTrue(report.startsWith("The model is in " + folder.resolve("my models/mine") + "\n\n# mine\n"), report);
        assertTrue(report.contains("| before |"), "figures before and after");
        assertEquals("ok", ((ResultsTable) context.service(CommandService.class).run(AnalyzeFaces.class, true, "image",
            IJ.openImage("samples/astronaut.png"), "model", "mine").get().getOutput("table"))
            .getStringValue("status", 0));
        assertEquals("The name 'mine' is taken by the model in " + folder.resolve("my models/mine")
            + ": use another, or delete that folder first.", reason(train("method", "own heads", "name", "mine")));
    }

    @Test
    void aCancelledTrainingGoesOnWhereItStopped() throws Exception {
        final Impatient user = new Impatient(3);
        context.service(EventService.class).subscribe(user);
        final Module cancelled = train("epochs", 3, "batch", 4, "channels", 16, "name", "slow", "threads", 1);
        assertTrue(((Cancelable) cancelled.getDelegateObject()).isCanceled());
        assertEquals("", reason(cancelled), "who cancels needs no message");
        final Path run = folder.resolve("work/runs/slow");
        assertTrue(Files.exists(run.resolve("checkpoints/step-000000003")),
            "the last state, in the middle of an epoch");
        assertTrue(Files.exists(run.resolve("checkpoints/step-000000002")), "the best one");
        assertFalse(new ModelStore().list().containsKey("slow"));
        user.limit = Long.MAX_VALUE;
        user.steps.clear();
        assertNull(reason(train("epochs", 3, "batch", 4, "channels", 16, "name", "slow", "threads",
            1, "resume", true)));
        assertEquals(4, user.steps.get(0), "the first step after those before");
        assertEquals(3 * STEPS_OF_EPOCH, user.steps.get(user.steps.size() - 1));
        assertEquals(4, Files.readAllLines(run.resolve("log.csv")).size(), "a heading and three epochs");
        assertTrue(new ModelStore().list().containsKey("slow"));
    }

    @Test
    void mistakesAreSaidBeforeTheTraining() throws Exception {
        assertEquals("There is no data: name the table or the folder of labelled faces to learn from.",
            reason(context.service(CommandService.class).run(TrainNetwork.class, true).get()));
        assertEquals("A model can't be called '../mine': use letters, digits, '-' and '_', and '.' in between.",
            reason(train("name", "../mine")));
        assertEquals("The training can't be 'everything': give new network, new heads, own heads.",
            reason(train("method", "everything")));
        assertEquals("The batch can't be 1: give a number from 2 to 4096.", reason(train("batch", 1)));
        assertFalse(Files.exists(folder.resolve("work")));
    }

    private Module train(final Object... inputs) throws Exception {
        final List<Object> all = new ArrayList<>(List.of("format", "csv", "data", faces.toFile(), "work",
            folder.resolve("work").toFile()));
        all.addAll(List.of(inputs));
        context.service(PrefService.class).clearAll(); // what isn't given would be as it was the last time
        final Class<? extends Command> command = TrainNetwork.class;
        return context.service(CommandService.class).run(command, true, all.toArray()).get();
    }

    private static String reason(final Module module) {
        return ((Cancelable) module.getDelegateObject()).getCancelReason();
    }

    /** Keeps the steps that a task reports, and cancels it at one. */
    private static final class Impatient {

        private volatile long limit;
        private final List<Long> steps = new CopyOnWriteArrayList<>();

        Impatient(final long limit) {
            this.limit = limit;
        }

        @EventHandler
        private void onEvent(final TaskEvent event) {
            if (event.getTask().getProgressMaximum() != 3 * STEPS_OF_EPOCH || event.getTask().getStatusMessage() == null
                || !event.getTask().getStatusMessage().contains("images/s")) return;
            steps.add(event.getTask().getProgressValue());
            if (event.getTask().getProgressValue() >= limit && !event.getTask().isCanceled())
                event.getTask().cancel("enough");
        }
    }
}
