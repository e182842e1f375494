package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.prefs.PrefService;

/** What users do while an analysis runs: start another one, close the image. */
class InterplayTest {

    private static final String PORTRAIT = "samples/astronaut.png";
    private static final int SLICES = 4;

    private Context context;

    @BeforeEach
    void start() {
        context = new Context();
        context.service(PrefService.class).clearAll();
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    @Test
    void twoAnalysesAtOnceGiveWhatEachGivesAlone() throws Exception {
        final List<String> alone = lines(analyze(stack(null)));
        final Future<CommandModule> one = analyze(stack(null));
        final Future<CommandModule> other = analyze(stack(null));
        assertEquals(alone, lines(one));
        assertEquals(alone, lines(other));
        assertEquals(1 + SLICES, alone.size());
    }

    @Test
    void closingTheImageDoesNotDisturbItsAnalysis() throws Exception {
        final List<String> alone = lines(analyze(stack(null)));
        final ImagePlus[] closed = new ImagePlus[1];
        closed[0] = stack(() -> {
            closed[0].changes = false;
            closed[0].close();
        });
        assertEquals(alone, lines(analyze(closed[0])));
    }

    private Future<CommandModule> analyze(final ImagePlus image) {
        return context.service(CommandService.class).run(AnalyzeFaces.class, true, "image", image, "threads", 0);
    }

    /** @param second what happens when the second slice is read */
    private static ImagePlus stack(final Runnable second) {
        final ImageProcessor portrait = IJ.openImage(PORTRAIT).getProcessor();
        return new ImagePlus("portrait", new VirtualStack(portrait.getWidth(), portrait.getHeight(), null, "") {

            @Override
            public ImageProcessor getProcessor(final int n) {
                if (n == 2 && second != null) second.run();
                return portrait.duplicate();
            }

            @Override
            public int getSize() {
                return SLICES;
            }
        });
    }

    private static List<String> lines(final Future<CommandModule> command) throws Exception {
        final CommandModule module = command.get(10, TimeUnit.MINUTES);
        final Cancelable delegate = (Cancelable) module.getDelegateObject();
        assertTrue(!delegate.isCanceled(), delegate.getCancelReason());
        return FaceTables.lines((ResultsTable) module.getOutput("table"));
    }
}
