package org.affectj.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.affectj.Progress;
import org.affectj.WholeFile;

import com.google.gson.GsonBuilder;

/**
 * What is in a data set, as training finds it.
 *
 * @param set its name
 * @param format its format's name
 * @param splitBy what the splits keep together: {@code data} where they are as its files have them, else
 *            {@code subject}, {@code video} or {@code frame}
 * @param rows lines of its files, or frames, or pictures in its folders
 * @param faces rows that can be used
 * @param unlabelled rows of which nothing is labelled
 * @param faceless labelled frames without a face
 * @param invalid rows with a label that can't be
 * @param missing rows whose picture isn't there
 * @param inTwoSplits rows whose person was in another split before
 * @param mistakes what is wrong with the first of them
 * @param again faces whose picture another row has named before
 * @param copies faces whose picture is byte by byte the same as one of another name
 * @param copiesAcrossSplits those of the two whose pictures are in two splits
 * @param splits what is in {@code train}, {@code validation} and {@code test}
 */
public record DataReport(String set, String format, String splitBy, long rows, long faces, long unlabelled,
    long faceless, long invalid, long missing, long inTwoSplits, List<String> mistakes, Repeated again,
    Repeated copies, Repeated copiesAcrossSplits, Map<String, OfSplit> splits) {

    /**
     * @param count how many
     * @param examples the first of them, each with both places
     */
    public record Repeated(long count, List<String> examples) {
    }

    /**
     * @param faces that can be used
     * @param people how many they show, of those that are known
     * @param unknownPeople faces of which nothing says who they show
     * @param actionUnits how often each is there, by its name
     * @param expressions how often each is shown, by its name
     * @param valence what its values are
     * @param arousal what its values are
     */
    public record OfSplit(long faces, long people, long unknownPeople, Map<String, Occurrence> actionUnits,
        Map<String, Long> expressions, Spread valence, Spread arousal) {
    }

    /**
     * @param labelled faces on which the action unit is labelled
     * @param present faces that show it
     */
    public record Occurrence(long labelled, long present) {

        /** @return the share of labelled faces that show it; 0 where none is labelled */
        public double rate() {
            return labelled == 0 ? 0 : (double) present / labelled;
        }
    }

    /**
     * @param labelled how many faces have a value
     * @param least smallest value; 0 if there is none
     * @param most largest value; 0 if there is none
     * @param mean of the values; 0 if there is none
     * @param histogram how many are in each tenth of the range from -1 to 1; 1 itself is in the last
     */
    public record Spread(long labelled, double least, double most, double mean, List<Long> histogram) {
    }

    /**
     * Reads a data set to its end, its pictures too.
     *
     * @param data the set; stays open
     * @param progress is told how many faces are read
     * @return what is in it
     * @throws org.affectj.AffectException for a mistake that the set doesn't leave out
     */
    public static DataReport of(final DataSet data, final Progress progress) {
        final DataReporter reporter = new DataReporter(data, progress);
        data.forEach(reporter);
        return reporter.report();
    }

    /** @return faces in a split */
    public long faces(final Split split) {
        return splits.get(split.toString()).faces();
    }

    /**
     * Writes reports as JSON: an array with an object for each set.
     *
     * @param reports the sets'
     * @param file to write
     */
    public static void write(final List<DataReport> reports, final Path file) {
        final String json = new GsonBuilder().setPrettyPrinting().create().toJson(reports);
        WholeFile.write(file, part -> Files.writeString(part, json + "\n"));
    }
}
