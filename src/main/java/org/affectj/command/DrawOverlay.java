package org.affectj.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.imagej.FaceOverlay;
import org.affectj.imagej.FaceTable;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws the faces of a results table onto an image. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Draw Results as Overlay...")
public final class DrawOverlay extends AffectCommand {

    @Parameter(label = "Image", required = false, persist = false,
        description = "The image that was analysed.")
    private ImagePlus image;

    @Parameter(label = "Table", persist = false,
        description = "Title of the window that Analyze Faces showed its table in, or the path of a CSV file of it.")
    private String table = FaceTable.TITLE;

    @Parameter(label = "Results", required = false, persist = false, autoFill = false,
        visibility = ItemVisibility.INVISIBLE, description = "The table itself, for scripts; goes before the title.")
    private ResultsTable results;

    @Override
    void perform(final Progress progress) {
        if (image == null) throw new AffectException("There is no image: open the picture that was analysed first.");
        FaceOverlay.show(image, FaceOverlay.of(image, results == null ? FaceTable.find(table) : results));
    }
}
