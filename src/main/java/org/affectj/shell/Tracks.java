package org.affectj.shell;

import java.nio.file.Path;

import org.affectj.analysis.TrackTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affectj tracks}: corrects by hand who is who in a table. */
@Command(name = "tracks", synopsisSubcommandLabel = "COMMAND", description = {
    "Corrects the column track of a table that 'affectj analyze' or 'affectj align' wrote.",
    "The table as it was is kept as NAME.csv.original; what was done stands in NAME-tracks.csv." })
final class Tracks implements Runnable {

    private static final String TABLE = "A table of faces, or a folder with one.";
    private static final String TRACK = "Number of the track.";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
            "A command is missing: merge, split, rename, repeat, undo or presence.");
    }

    @Command(name = "merge", description = "Makes two tracks of one person one.")
    void merge(@Parameters(paramLabel = "TABLE", description = TABLE) final Path named,
        @Option(names = "--track", required = true, paramLabel = "N", description = "The track that vanishes.")
        final int track,
        @Option(names = "--into", required = true, paramLabel = "N", description = "The track that both are then.")
        final int into)
    {
        final TrackTable table = new TrackTable(named);
        table.merge(track, into);
        tell("Track " + track + " is now part of track " + into, table);
    }

    @Command(name = "split", description = "Makes one track of two people two: from a frame on it gets a new number.")
    void split(@Parameters(paramLabel = "TABLE", description = TABLE) final Path named,
        @Option(names = "--track", required = true, paramLabel = "N", description = TRACK) final int track,
        @Option(names = "--frame", required = true, paramLabel = "N",
            description = "The first frame that gets the new number.") final int frame)
    {
        final TrackTable table = new TrackTable(named);
        tell("From frame " + frame + " on, track " + track + " is now track " + table.split(track, frame), table);
    }

    @Command(name = "rename", description = "Gives a track a number that no other has.")
    void rename(@Parameters(paramLabel = "TABLE", description = TABLE) final Path named,
        @Option(names = "--track", required = true, paramLabel = "N", description = TRACK) final int track,
        @Option(names = "--to", required = true, paramLabel = "N", description = "The new number.") final int to)
    {
        final TrackTable table = new TrackTable(named);
        table.rename(track, to);
        tell("Track " + track + " is now track " + to, table);
    }

    @Command(name = "repeat",
        description = "Does again what was done to the table of the same video before it was analysed anew.")
    void repeat(@Parameters(paramLabel = "TABLE", description = TABLE) final Path named,
        @Option(names = "--edits", paramLabel = "FILE",
            description = "What was done then. Default: NAME-tracks.csv beside the table.") final Path edits)
    {
        final TrackTable table = new TrackTable(named);
        final int count = table.repeat(edits == null ? table.list() : edits);
        tell(count + (count == 1 ? " edit was repeated" : " edits were repeated"), table);
    }

    @Command(name = "undo", description = "Puts the table back as it was before the first correction.")
    void undo(@Parameters(paramLabel = "TABLE", description = TABLE) final Path named) {
        final TrackTable table = new TrackTable(named);
        table.undo();
        tell("The tracks are as AffectJ numbered them", table);
    }

    @Command(name = "presence", description = {
        "Writes a row for every frame and every track: seen, lost (not in this frame, but before "
            + "and after), absent, or unreadable." })
    void presence(@Parameters(paramLabel = "TABLE", description = TABLE) final Path named,
        @Option(names = { "-o", "--output" }, required = true, paramLabel = "FILE", description = "Table to write.")
        final Path output)
    {
        new TrackTable(named).writePresence(output);
        spec.commandLine().getOut().println(output);
    }

    private void tell(final String what, final TrackTable table) {
        spec.commandLine().getOut().println(what + ": " + table);
    }
}
