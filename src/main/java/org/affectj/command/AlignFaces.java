package org.affectj.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.affectj.Progress;
import org.affectj.imagej.AlignedFaces;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FrameSource;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Cuts out every face of an image, turned and scaled so that eyes, nose and mouth lie where networks expect them. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Detect and Align Faces...")
public final class AlignFaces extends FaceCommand {

    @Parameter(label = "Size of aligned faces", min = "16", max = "4096",
        description = "Width and height of the aligned faces in pixels; 112 is what networks are made for.")
    private int cropSize = 112;

    @Parameter(type = ItemIO.OUTPUT, label = "Aligned faces")
    private ImagePlus crops;

    @Parameter(type = ItemIO.OUTPUT, label = AlignedFaces.TITLE)
    private ResultsTable table;

    @Override
    void perform(final Progress progress) {
        try (FrameSource source = source(); FaceAlignment alignment = FaceAlignment.open(options(), cropSize)) {
            final AlignedFaces faces = new AlignedFaces(source.name(), cropSize);
            alignment.align(source, faces::add, progress);
            crops = faces.stack().orElse(null);
            table = faces.table();
        }
    }
}
