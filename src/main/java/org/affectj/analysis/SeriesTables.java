package org.affectj.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * Tables of faces, taken as time series and made into tables again: one row a frame, an event or an epoch.
 *
 * @param tables CSV files of faces, or folders of them
 * @param channels the columns that are taken; empty for all that a model measures
 * @param preparation what is done to each series first
 */
public record SeriesTables(List<Path> tables, List<String> channels, Preparation preparation) {

    /** What is done with one series. */
    private interface Visitor {

        void series(Recording recording, Identity identity, String channel, Series series);
    }

    /**
     * Writes the prepared series: {@code source}, {@code frame}, {@code time}, {@code track} and the measures.
     *
     * @param file to write; replaced if it exists
     * @param progress learns the tables done
     * @return how many people's faces there are
     * @throws AffectException if a table can't be read, has other measures than the first, or the file can't be written
     */
    public int writeSmoothed(final Path file, final Progress progress) {
        final List<Path> files = FaceTables.of(tables);
        final List<String> taken = taken(files.get(0));
        final int[] people = { 0 };
        CsvTable.write(file, Stream.concat(Stream.of("source", "frame", "time", "track"), taken.stream()).toList(),
            csv -> {
                for (final Path table : files)
                    try (Recording recording = Recording.read(table, taken, progress)) {
                        visit(recording, progress,
                            (all, identity, channel, series) -> all.replace(identity, channel, series.values()));
                        recording.copyTo(csv);
                        people[0] += recording.identities().size();
                    }
            });
        return people[0];
    }

    private List<String> taken(final Path first) {
        try (TableFile file = TableFile.open(first)) {
            return Channels.of(file, channels);
        }
    }

    /**
     * Writes the events of each series, a row each.
     *
     * @param file to write; replaced if it exists
     * @param rule what counts as an event
     * @param progress learns the tables done
     * @return how many there are
     * @throws AffectException if a table can't be read or the file can't be written
     */
    public int writeEvents(final Path file, final EventRule rule, final Progress progress) {
        final int[] count = { 0 };
        CsvTable.write(file, List.of("source", "track", "channel", "onset", "apex", "offset",
            "duration", "peak", "amplitude", "area", "rise_speed", "decay_speed", "cut"),
            csv -> visit(progress, (recording, identity, channel, series) -> {
                for (final FacialEvent event : rule.find(series)) {
                    csv.row(identity.source(), identity.track(), channel, event.onset(), event.apex(), event.offset(),
                        event.duration(), event.peak(), event.amplitude(), event.area(), event.riseSpeed(),
                        event.decaySpeed(), cut(event));
                    count[0]++;
                }
            }));
        return count[0];
    }

    private static String cut(final FacialEvent event) {
        if (event.cutBefore()) return event.cutAfter() ? "both" : "start";
        return event.cutAfter() ? "end" : "";
    }

    /**
     * Writes what each series is during each stimulus, and what conditions are over subjects.
     *
     * @param file takes a row for each person, stimulus and measure
     * @param groups takes a row for each condition and measure
     * @param stimuli when what was shown
     * @param before how many seconds before each stimulus are compared with; 0 for none
     * @param subjects who people are
     * @param progress learns the tables done
     * @return the conditions, compared by the change since before the stimulus if {@code before} isn't 0
     * @throws AffectException if a table can't be read or a file can't be written
     */
    public List<GroupSummary.Row> writeEpochs(final Path file, final Path groups, final List<Stimulus> stimuli,
        final double before, final Subjects subjects, final Progress progress)
    {
        if (!(before >= 0))
            throw new AffectException("The interval before a stimulus can't last " + before
                + " seconds: give 0 or more.");
        final GroupSummary summary = new GroupSummary();
        CsvTable.write(file, List.of("source", "track", "subject", "stimulus", "condition", "start",
            "end", "channel", "frames", "mean", "baseline_frames", "baseline", "change"),
            csv -> visit(progress, (recording, identity, channel, series) -> {
                for (final Stimulus stimulus : stimuli)
                    if (stimulus.isIn(identity.source()))
                        add(csv, summary, subjects.of(identity), Epoch.of(identity, stimulus, channel, series, before));
            }));
        final List<GroupSummary.Row> rows = summary.rows(before > 0);
        CsvTable.write(groups, List.of("condition", "channel", "value", "subjects", "mean", "sd", "low_95", "high_95"),
            csv -> rows.forEach(row -> csv.row(row.condition(), row.channel(), before > 0 ? "change" : "mean",
                row.subjects(), row.mean(), row.deviation(), row.low(), row.high())));
        return rows;
    }

    private static void add(final CsvTable csv, final GroupSummary summary, final String subject, final Epoch epoch) {
        final Stimulus stimulus = epoch.stimulus();
        csv.row(epoch.identity().source(), epoch.identity().track(), subject, stimulus.number(), stimulus.condition(),
            stimulus.start(), stimulus.end(), epoch.channel(), epoch.frames(), epoch.mean(), epoch.baselineFrames(),
            epoch.baseline(), epoch.change());
        summary.add(subject, epoch);
    }

    private void visit(final Progress progress, final Visitor visitor) {
        for (final Path table : FaceTables.of(tables))
            try (Recording recording = Recording.read(table, channels, progress)) {
                visit(recording, progress, visitor);
            }
    }

    private void visit(final Recording recording, final Progress progress, final Visitor visitor) {
        final List<Identity> people = new ArrayList<>(recording.identities());
        for (int i = 0; i < people.size(); i++)
            for (final String channel : recording.channels()) {
                progress.throwIfCancelled();
                progress.update(i, people.size(), people.get(i) + ": " + channel);
                visitor.series(recording, people.get(i), channel,
                    preparation.prepare(recording.series(people.get(i), channel)));
            }
    }
}
