package org.affectj.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.affectj.Progress;
import org.affectj.imagej.Sample;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a picture or video that comes with AffectJ, to try it with. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Open Sample...")
public final class OpenSample extends AffectCommand {

    @Parameter(label = "Sample", choices = { "portrait", "rendered video" },
        description = "portrait: a photograph of one smiling face; rendered video: 60 frames of a drawn "
            + "person who smiles, is surprised and frowns.")
    private String sample = Sample.RENDERED_VIDEO.toString();

    @Parameter(label = "Show true action units",
        description = "Also shows a table of what the drawn person performs in each frame, to compare results with.")
    private boolean truth = false;

    @Parameter(type = ItemIO.OUTPUT, label = "Sample")
    private ImagePlus image;

    @Parameter(type = ItemIO.OUTPUT, label = "AffectJ True Action Units")
    private ResultsTable table;

    @Override
    void perform(final Progress progress) {
        final Sample chosen = named(Sample.values(), sample, "sample");
        image = chosen.open(progress);
        if (truth) table = chosen.truth().orElse(null);
    }
}
