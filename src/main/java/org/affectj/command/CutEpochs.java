package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.analysis.Stimulus;
import org.affectj.analysis.Subjects;
import org.affectj.imagej.FaceTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures what each person showed during each stimulus, and compares conditions over subjects. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Cut Epochs...")
public final class CutEpochs extends SeriesCommand {

    @Parameter(label = "Stimuli", required = false, persist = false,
        description = "A CSV file with the columns start, end or length (seconds), condition and, if wanted, source.")
    private File stimuli;

    @Parameter(label = "Before (seconds)", min = "0", max = "86400", stepSize = "0.5",
        description = "Compares with so many seconds before each stimulus; 0 for no comparison.")
    private double before;

    @Parameter(label = "Subjects", required = false, persist = false,
        description = "A CSV file with the columns source, subject and, for recordings of several people, "
            + "track; without it, each recording is a subject.")
    private File subjects;

    @Parameter(label = "Results folder", required = false, persist = false, style = "directory",
        description = "Where epochs.csv and groups.csv go. It is made if it doesn't exist.")
    private File output;

    @Parameter(type = ItemIO.OUTPUT, label = "AffectJ Groups")
    private ResultsTable groups;

    @Override
    void perform(final Progress progress) {
        final Path folder = path(output, "results folder");
        final Path summary = folder.resolve("groups.csv");
        if (tables().writeEpochs(folder.resolve("epochs.csv"), summary,
            Stimulus.read(path(stimuli, "table of stimuli")), before,
            subjects == null ? Subjects.BY_SOURCE : Subjects.read(subjects.toPath()), progress).isEmpty())
            throw new AffectException("No face was measured during any stimulus: see that the times of the stimuli are "
                + "seconds of the video, and that the sources are named as in the table.");
        groups = FaceTable.find(summary.toString());
    }
}
