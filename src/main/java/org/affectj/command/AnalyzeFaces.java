package org.affectj.command;

import ij.IJ;
import ij.measure.ResultsTable;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.batch.AnnotatedVideo;
import org.affectj.chart.ResultOutline;
import org.affectj.imagej.FaceOverlay;
import org.affectj.imagej.FacePreview;
import org.affectj.imagej.FaceTable;
import org.affectj.imagej.OverlayPicture;
import org.affectj.imagej.PeopleTable;
import org.affectj.imagej.TableRows;
import org.affectj.imagej.explorer.ExplorerWindow;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ResultRows;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures action units, expression, valence and arousal of every face of an image. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Analyze Faces...")
public final class AnalyzeFaces extends FaceCommand implements Previewable {

    @Parameter(label = "Model",
        description = "Name of the model that reads the faces, as About AffectJ lists them, or the path of its folder.")
    private String model = AnalysisOptions.DEFAULT.model();

    @Parameter(label = "Landmarks in the table", description = "Adds the positions of 68 points in each face.")
    private boolean landmarks = AnalysisOptions.DEFAULT.landmarks();

    @Parameter(label = "Draw overlay",
        description = "Draws box, landmarks, expression and action units of each face onto the image, as an overlay.")
    private boolean overlay = true;

    @Parameter(label = "Explore results",
        description = "Opens a window with charts of the results, linked with the image.")
    private boolean explore = false;

    @Parameter(label = "Preview", persist = false,
        description = "Draws what is found in the shown slice while you choose.")
    private boolean preview = false;

    @Parameter(label = "Save table as", required = false, persist = false, style = "save",
        description = "A CSV file to write the table to as well; empty for none.")
    private File csv;

    @Parameter(label = "Save annotated video as", required = false, persist = false, style = "save",
        description = "An MP4 file to write the frames of a video or stack to, with their faces drawn in; empty for "
            + "none.")
    private File annotatedVideo;

    @Parameter(type = ItemIO.OUTPUT, label = FaceTable.TITLE)
    private ResultsTable table;

    @Parameter(type = ItemIO.OUTPUT, label = PeopleTable.TITLE)
    private ResultsTable people;

    @Parameter(type = ItemIO.OUTPUT, label = "Explorer")
    private ExplorerWindow explorer;

    private FacePreview shown;

    /** Draws what is found with the values that the dialog has now, in the background. */
    @Override
    public void preview() {
        if (!preview) {
            cancel();
            return;
        }
        try {
            if (shown == null) shown = new FacePreview(image());
            shown.show(options().withModel(model));
        }
        catch (final AffectException e) { // what is half typed can't be used yet
            IJ.showStatus(e.getMessage());
        }
    }

    /** Takes the preview away. */
    @Override
    public void cancel() {
        if (shown != null) shown.close();
        shown = null;
    }

    @Override
    void perform(final Progress progress) {
        cancel();
        try (FrameSource source = source();
            FaceAnalyzer analyzer = FaceAnalyzer.open(options().withModel(model).withLandmarks(landmarks)))
        {
            final List<FaceRecord> records = new ArrayList<>();
            analyzer.analyze(source, records::add, progress);
            final FaceTable faces = new FaceTable(analyzer.columns());
            records.forEach(faces::add);
            if (csv != null) save(analyzer.columns(), records);
            if (annotatedVideo != null) annotate(source, records, analyzer.model().thresholds(), progress);
            if (overlay) FaceOverlay.show(image(), FaceOverlay.of(image(), records, analyzer.model().thresholds()));
            table = faces.table();
            if (source.size() > 1) people = PeopleTable.of(analyzer.columns(), records, source.size());
            if (explore && !GraphicsEnvironment.isHeadless()
                && records.stream().anyMatch(record -> record.face().isPresent()))
                explorer = explorer(progress);
        }
    }

    private ExplorerWindow explorer(final Progress progress) {
        final ResultRows rows = new TableRows(FaceTable.TITLE, table);
        return new ExplorerWindow(rows, ResultOutline.of(rows, progress), Optional.of(image()));
    }

    private void save(final List<ResultColumn> columns, final List<FaceRecord> records) {
        WholeFile.write(csv.toPath(), part -> {
            try (CsvResults results = new CsvResults(part, columns)) {
                records.forEach(results::write);
            }
        });
    }

    private void annotate(final FrameSource source, final List<FaceRecord> records, final List<Double> thresholds,
        final Progress progress)
    {
        WholeFile.write(annotatedVideo.toPath(), part -> {
            try (AnnotatedVideo video = new AnnotatedVideo(part, source, new OverlayPicture(thresholds))) {
                for (final FaceRecord record : records) {
                    progress.throwIfCancelled();
                    video.add(record);
                }
                video.finish();
            }
        });
    }
}
