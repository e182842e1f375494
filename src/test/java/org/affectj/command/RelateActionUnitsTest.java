package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.model.ActionUnit;
import org.affectj.model.ModelStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** The graphs that the shipped models read the portrait with. */
class RelateActionUnitsTest {

    /** As model.json says; more where two are equally near. */
    private static final int NEIGHBOURS = 4;

    @TempDir
    private Path folder;

    @Test
    void eachActionUnitIsJoinedToItselfAndItsNeighbours() throws Exception {
        final Path chart = folder.resolve("relations.csv");
        try (Context context = new Context()) {
            final Module module = context.service(CommandService.class).run(RelateActionUnits.class, true, "image",
                IJ.openImage("samples/astronaut.png"), "chart", chart.toFile(), "model", ModelStore.FAST).get();
            final ResultsTable table = (ResultsTable) module.getOutput("table");
            for (int row = 0; row < 12; row++) {
                double sum = 0;
                for (final ActionUnit other : ActionUnit.values()) sum += table.getValue(other.name(), row);
                assertTrue(sum >= NEIGHBOURS && sum <= NEIGHBOURS + 1, "one face: each share is 0 or 1");
                assertEquals(1, table.getValue(ActionUnit.values()[row].name(), row),
                    "nothing is more like it than itself");
            }
            final ImagePlus picture = (ImagePlus) module.getOutput("picture");
            assertEquals("900×900", picture.getWidth() + "×" + picture.getHeight());
            final List<String> lines = Files.readAllLines(chart);
            assertEquals(1 + 12 * 12, lines.size());
            assertTrue(lines.contains("AU12,AU12,1.0000"));
            final Module none = context.service(CommandService.class).run(RelateActionUnits.class, true, "image",
                new ImagePlus("grey", new ByteProcessor(64, 64))).get();
            assertTrue(((Cancelable) none.getDelegateObject()).getCancelReason()
                .startsWith("There are no relations to show"));
        }
    }

    @Test
    void anEnsembleJoinsWhatAnyOfItsTwoMembersJoins() throws Exception {
        try (Context context = new Context()) {
            final ResultsTable table = (ResultsTable) context.service(CommandService.class)
                .run(RelateActionUnits.class, true, "image", IJ.openImage("samples/astronaut.png"), "model",
                    ModelStore.AFFECT).get().getOutput("table");
            for (int row = 0; row < 12; row++) {
                double sum = 0;
                for (final ActionUnit other : ActionUnit.values()) {
                    final double share = table.getValue(other.name(), row);
                    assertTrue(share == 0 || share == 1, "one face, but a share of " + share);
                    sum += share;
                }
                assertTrue(sum >= NEIGHBOURS && sum <= 2 * NEIGHBOURS, "joined to " + sum);
                assertEquals(1, table.getValue(ActionUnit.values()[row].name(), row));
            }
        }
    }
}
