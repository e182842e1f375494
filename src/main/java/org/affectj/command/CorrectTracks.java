package org.affectj.command;

import ij.measure.ResultsTable;

import java.io.File;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.analysis.TrackTable;
import org.affectj.imagej.FaceTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Corrects by hand who is who in a table. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Correct Tracks...")
public final class CorrectTracks extends AffectCommand {

    @Parameter(label = "Table", required = false, persist = false,
        description = "The CSV file with a row for each face of a video. As it was, it is kept as NAME.csv.original.")
    private File file;

    @Parameter(label = "What to do", choices = { "merge", "split", "rename", "repeat", "undo" },
        description = "merge: two tracks are one person. split: a track is two people, one before and one from a "
            + "frame on. rename: another number. repeat: do again what NAME-tracks.csv lists, after another analysis. "
            + "undo: the table as it was at first.")
    private String action = "merge";

    @Parameter(label = "Track", min = "1", max = "1000000", persist = false,
        description = "Number of the track that is corrected.")
    private int track = 2;

    @Parameter(label = "Becomes", min = "1", max = "1000000", persist = false,
        description = "The number that it gets, to merge and to rename; a split gives a new number of its own.")
    private int becomes = 1;

    @Parameter(label = "From frame", min = "1", max = "2147483647", persist = false,
        description = "The first frame that is another person, to split.")
    private int frame = 1;

    @Parameter(type = ItemIO.OUTPUT, label = FaceTable.TITLE)
    private ResultsTable table;

    @Override
    void perform(final Progress progress) {
        if (file == null)
            throw new AffectException("There is no table: name the CSV file whose tracks are to be corrected.");
        final TrackTable tracks = new TrackTable(file.toPath());
        switch (action) {
            case "merge" -> tracks.merge(track, becomes);
            case "split" -> tracks.split(track, frame);
            case "rename" -> tracks.rename(track, becomes);
            case "repeat" -> tracks.repeat(tracks.list());
            case "undo" -> tracks.undo();
            default -> throw new AffectException("Tracks can't be corrected by '" + action
                + "': give merge, split, rename, repeat or undo.");
        }
        table = FaceTable.find(tracks.toString());
    }
}
