package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.affectj.Progress;
import org.affectj.batch.AnalysisFiles;
import org.affectj.batch.AnalysisJob;
import org.affectj.batch.Batch;
import org.affectj.batch.BatchSettings;
import org.affectj.batch.Inputs;
import org.affectj.batch.Outcome;
import org.affectj.batch.RunReport;
import org.affectj.imagej.FrameFiles;
import org.affectj.imagej.OutcomeTable;
import org.affectj.imagej.OverlayPicture;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSelection;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Measures the faces of all pictures and videos of a folder: the tables and files that {@code affectj analyze} writes.
 */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Analyze Folder...")
public final class AnalyzeFolder extends AffectCommand {

    @Parameter(label = "Folder", required = false, style = "directory",
        description = "The folder whose pictures, stacks and videos are measured.")
    private File input;

    @Parameter(label = "Folders within", description = "Looks into the folders within the folder too.")
    private boolean recursive = false;

    @Parameter(label = "Only files", required = false,
        description = "Takes only files whose path in the folder fits: *.mp4, or **.mp4 for folders within too. "
            + "Several are parted by semicolons; empty takes all.")
    private String include = "";

    @Parameter(label = "Without files", required = false,
        description = "Leaves out files whose path in the folder fits: pilot*, or **/test/** for folders within too.")
    private String exclude = "";

    @Parameter(label = "Results folder", required = false, style = "directory",
        description = "Where tables and reports go. It is made if it doesn't exist.")
    private File output;

    @Parameter(label = "Model",
        description = "Name of the model that reads the faces, as About AffectJ lists them, or the path of its folder.")
    private String model = AnalysisOptions.DEFAULT.model();

    @Parameter(label = "Smallest face", min = "0", max = "100000", stepSize = "0.01",
        description = "Side of the smallest face to find: in pixels, or below 1 as a share of the picture's shorter "
            + "side.")
    private double minimumFace = AnalysisOptions.DEFAULT.minimumFace();

    @Parameter(label = "Draw pictures", description = "Saves each picture with its faces drawn in, beside its table.")
    private boolean overlays = true;

    @Parameter(label = "Annotated videos",
        description = "Saves each video and stack with its faces drawn in, as an MP4 video beside its table.")
    private boolean annotatedVideos = false;

    @Parameter(label = "Inputs at a time", min = "1", max = "64",
        description = "How many files are worked on side by side; more than one is faster for many "
            + "small ones, and needs more memory. No result depends on it.")
    private int jobs = 1;

    @Parameter(label = "Go on with earlier results",
        description = "Skips what is done in the results folder already; else results of earlier runs there are "
            + "deleted.")
    private boolean resume = true;

    @Parameter(type = ItemIO.OUTPUT, label = OutcomeTable.TITLE)
    private ResultsTable table;

    @Override
    void perform(final Progress progress) {
        final Path results = path(output, "results folder");
        final List<Path> named = List.of(path(input, "folder of pictures or videos"));
        final AnalysisOptions options = AnalysisOptions.DEFAULT.withModel(model).withMinimumFace(minimumFace);
        final AnalysisFiles kinds = new AnalysisFiles(overlays, annotatedVideos);
        final BatchSettings settings = BatchSettings.ofAnalysis(options, FrameSelection.Choice.ALL, kinds);
        final Batch batch = new Batch(results, settings, !resume);
        final List<Path> files = new Inputs(recursive, parts(include, ";"), parts(exclude, ";"), FrameFiles::isFrames)
            .files(named, results);
        final Instant start = Instant.now();
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(options)) {
            final List<Outcome> outcomes = batch.run(files, new AnalysisJob(FrameFiles::open, analyzer, kinds,
                new OverlayPicture(analyzer.model().thresholds())), jobs, progress);
            RunReport.write(results, settings, start, outcomes);
            table = OutcomeTable.of(outcomes);
        }
    }
}
