package org.affectj.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import java.io.File;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.chart.RelationChart;
import org.affectj.chart.ResultChart;
import org.affectj.imagej.RelationTable;
import org.affectj.pipeline.ActionUnitRelations;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSource;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows which action units a model reads together in the faces of an image: of the shown frame, or over all frames. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Relate Action Units...")
public final class RelateActionUnits extends FaceCommand {

    @Parameter(label = "Model",
        description = "Name of the model that reads the faces, as About AffectJ lists them, or the path of its folder.")
    private String model = AnalysisOptions.DEFAULT.model();

    @Parameter(label = "Save chart as", required = false, persist = false, style = "save",
        description = "A file to save the picture (.png, .svg) or its numbers (.csv) to as well; empty for none.")
    private File chart;

    @Parameter(type = ItemIO.OUTPUT, label = "Relations of action units")
    private ImagePlus picture;

    @Parameter(type = ItemIO.OUTPUT, label = RelationTable.TITLE)
    private ResultsTable table;

    @Override
    void perform(final Progress progress) {
        final ActionUnitRelations relations = new ActionUnitRelations();
        try (FrameSource source = source(); FaceAnalyzer analyzer = FaceAnalyzer.open(options().withModel(model))) {
            analyzer.analyze(source, relations::add, progress);
        }
        if (relations.faces() == 0)
            throw new AffectException("There are no relations to show: no face was found, or the model " + model
                + " doesn't relate action units. Look for faces with Analyze Faces first.");
        final ResultChart drawn = RelationChart.of(relations);
        if (chart != null) drawn.save(chart.toPath());
        picture = new ImagePlus("Relations of action units", drawn.image());
        table = RelationTable.of(relations);
    }
}
