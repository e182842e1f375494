package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** What a dialog does with the preview: on, other values, off. */
class PreviewTest {

    @Test
    void facesAreDrawnWhileValuesAreChosenAndThenTakenAway() throws Exception {
        try (Context context = new Context()) {
            final ImagePlus image = IJ.openImage("samples/astronaut.png");
            final Overlay own = new Overlay(new Roi(1, 2, 3, 4));
            image.setOverlay(own);
            final CommandModule module = new CommandModule(context.service(CommandService.class)
                .getCommand(AnalyzeFaces.class));
            module.setInput("image", image);
            module.preview();
            assertSame(own, image.getOverlay(), "nobody asked for one");
            module.setInput("preview", true);
            module.setInput("minimumScore", 7.0); // half typed
            module.preview();
            module.setInput("minimumScore", 0.5);
            for (int i = 0; i < 20; i++) module.preview();
            waitFor(() -> image.getOverlay() != own);
            assertEquals(1, faces(image), "one face, beside what the user drew");
            assertTrue(image.getOverlay().contains(own.get(0)));
            module.setInput("preview", false);
            module.preview();
            assertSame(own, image.getOverlay());
            module.setInput("preview", true);
            module.preview();
            waitFor(() -> image.getOverlay() != own);
            module.cancel();
            assertSame(own, image.getOverlay());
        }
    }

    private static long faces(final ImagePlus image) {
        return Stream.of(image.getOverlay().toArray()).map(Roi::getName)
            .filter(name -> name != null && name.contains("Happiness")).distinct().count();
    }

    private interface Condition {

        boolean holds();
    }

    private static void waitFor(final Condition condition) throws InterruptedException {
        for (int i = 0; i < 3000 && !condition.holds(); i++) Thread.sleep(100);
        assertTrue(condition.holds());
    }
}
