package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.affectj.Progress;
import org.affectj.batch.AnonymousJob;
import org.affectj.batch.Batch;
import org.affectj.batch.BatchSettings;
import org.affectj.batch.Inputs;
import org.affectj.batch.Outcome;
import org.affectj.batch.RunReport;
import org.affectj.imagej.AnonymousPicture;
import org.affectj.imagej.FrameFiles;
import org.affectj.imagej.OutcomeTable;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FrameSelection;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes the pictures and videos of a folder so that nobody's face can be seen. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Anonymize Folder...")
public final class AnonymizeFolder extends AffectCommand {

    @Parameter(label = "Folder", required = false, style = "directory",
        description = "The folder whose pictures, stacks and videos are taken.")
    private File input;

    @Parameter(label = "Results folder", required = false, style = "directory",
        description = "Where pictures and videos without faces go. It is made if it doesn't exist.")
    private File output;

    @Parameter(label = "In place of faces", choices = { "landmarks", "drawing", "pixels" },
        description = "landmarks: 68 points on white, nothing of the picture; drawing: the same on a grey "
            + "patch over each head; pixels: a few large squares over each head.")
    private String style = AnonymousPicture.Style.LANDMARKS.toString();

    @Parameter(label = "Smallest face", min = "0", max = "100000", stepSize = "0.01",
        description = "Side of the smallest face to find: in pixels, or below 1 as a share of the "
            + "picture's shorter side.")
    private double minimumFace = AnalysisOptions.DEFAULT.minimumFace();

    @Parameter(type = ItemIO.OUTPUT, label = OutcomeTable.TITLE)
    private ResultsTable table;

    @Override
    void perform(final Progress progress) {
        final Path results = path(output, "results folder");
        final Path folder = path(input, "folder of pictures or videos");
        final AnonymousPicture painter = new AnonymousPicture(named(AnonymousPicture.Style.values(), style, "style"));
        final AnalysisOptions options = AnonymousJob.options(minimumFace);
        final BatchSettings settings = BatchSettings.ofAnonymous(options, FrameSelection.Choice.ALL, style);
        final Batch batch = new Batch(results, settings, false);
        final List<Path> files = new Inputs(false, List.of(), List.of(), FrameFiles::isFrames)
            .files(List.of(folder), results);
        final Instant start = Instant.now();
        try (FaceAlignment alignment = FaceAlignment.open(options, AnonymousJob.CROP)) {
            final List<Outcome> outcomes =
                batch.run(files, new AnonymousJob(FrameFiles::open, alignment, painter), 1, progress);
            RunReport.write(results, settings, start, outcomes);
            table = OutcomeTable.of(outcomes);
        }
    }
}
