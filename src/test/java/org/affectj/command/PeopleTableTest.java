package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.prefs.PrefService;

/** Analyze Faces tells of each person in a stack when they are seen and what they show. */
class PeopleTableTest {

    @Test
    void aStackHasARowForEachPerson() throws Exception {
        final ImageProcessor portrait = IJ.openImage("samples/astronaut.png").getProcessor();
        final ImageStack slices = new ImageStack(512, 512);
        slices.addSlice(new ColorProcessor(512, 512));
        slices.addSlice(portrait);
        slices.addSlice(portrait);
        final ImagePlus stack = new ImagePlus("stack", slices);
        stack.getCalibration().frameInterval = 0.5;
        try (Context context = new Context()) {
            context.service(PrefService.class).clear(AnalyzeFaces.class); // what other tests left
            final Module module = analyze(context, stack);
            final ResultsTable faces = (ResultsTable) module.getOutput("table");
            final ResultsTable people = (ResultsTable) module.getOutput("people");
            assertEquals(1, people.size());
            assertEquals(1, people.getValue("track", 0));
            assertEquals(2, people.getValue("frames_with_face", 0));
            assertEquals(0.666667, people.getValue("share_with_face", 0));
            assertEquals(2, people.getValue("first_frame", 0));
            assertEquals(0.5, people.getValue("first_time", 0));
            assertEquals(1.0, people.getValue("last_time", 0));
            assertEquals(faces.getValue("AU12", 1), people.getValue("AU12_p50", 0), 1e-6);
            assertEquals(1, people.getValue("Happiness_share", 0));
            assertEquals(0, people.getValue("valence_sd", 0));
            assertNull(analyze(context, new ImagePlus("portrait", portrait)).getOutput("people"));
        }
    }

    private static Module analyze(final Context context, final ImagePlus image) throws Exception {
        return context.service(CommandService.class).run(AnalyzeFaces.class, true, "image", image).get();
    }
}
