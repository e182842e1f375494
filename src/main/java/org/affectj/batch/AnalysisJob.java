package org.affectj.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.pipeline.ColumnDictionary;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.ResultColumn;

/**
 * Measures the faces of an input: {@code NAME.csv}, for a picture {@code NAME-overlay.png}, for a video or stack
 * {@code NAME-annotated.mp4}.
 *
 * @param opener opens a file
 * @param analyzer measures faces; not closed
 * @param files what is written beside tables
 * @param painter draws faces
 */
public record AnalysisJob(Function<Path, FrameSource> opener, FaceAnalyzer analyzer, AnalysisFiles files,
    FacePainter painter) implements Job {

    /** What the path of a table ends in. */
    public static final String TABLE = ".csv";

    /** What the path of an annotated video ends in. */
    static final String ANNOTATED = "-annotated.mp4";

    /** What the path of a picture with its faces drawn in ends in. */
    static final String OVERLAY = "-overlay.png";

    private static final String SUMMARY = "summary.csv";

    @Override
    public Outcome.Result run(final Path input, final Path output, final Progress progress) {
        final List<Path> written = new ArrayList<>();
        written.add(Path.of(output + TABLE));
        final Tally tally = new Tally();
        try (FrameSource source = opener.apply(input)) {
            WholeFile.write(written.get(0), part -> {
                try (CsvResults csv = new CsvResults(part, analyzer.columns())) {
                    final Consumer<FaceRecord> table = tally.andThen(csv::write);
                    // before the table is moved into place, so that a failure leaves neither
                    if (source.size() == 1 && files.overlays())
                        drawPicture(source, Path.of(output + OVERLAY), table, written, progress);
                    else if (source.size() > 1 && files.annotatedVideos())
                        annotate(source, input, Path.of(output + ANNOTATED), table, written, progress);
                    else analyzer.analyze(source, table, progress);
                }
            });
            return new Outcome.Result(source.size(), tally.faces, tally.rows, List.copyOf(written), source.damage());
        }
    }

    private void drawPicture(final FrameSource source, final Path file, final Consumer<FaceRecord> table,
        final List<Path> written, final Progress progress)
    {
        final List<FaceRecord> faces = new ArrayList<>();
        analyzer.analyze(source, table.andThen(faces::add), progress);
        Pictures.write(painter.picture(source.frame(1), faces), file);
        written.add(file);
    }

    private void annotate(final FrameSource source, final Path input, final Path file, final Consumer<FaceRecord> table,
        final List<Path> written, final Progress progress)
    {
        WholeFile.write(file, part -> {
            try (FrameSource again = opener.apply(input);
                AnnotatedVideo video = new AnnotatedVideo(part, again, painter)) {
                analyzer.analyze(source, table.andThen(video::add), progress);
                video.finish();
            }
        });
        written.add(file);
    }

    /** Counts what was measured. */
    private static final class Tally implements Consumer<FaceRecord> {

        private int faces;
        private int rows;

        @Override
        public void accept(final FaceRecord face) {
            rows++;
            if (face.face().isPresent()) faces++;
        }
    }

    /** Writes {@code summary.csv}, statistics of each person in each input, and what the columns of all tables hold. */
    @Override
    public void finish(final Path folder, final List<Outcome> all) {
        new Summary(analyzer.columns()).write(folder.resolve(SUMMARY), all);
        new ColumnDictionary(tables(analyzer.columns())).write(folder);
    }

    /**
     * @param columns of the inputs' tables
     * @return the tables that analyses write
     */
    public static List<ColumnDictionary.Table> tables(final List<ResultColumn> columns) {
        return List.of(
            new ColumnDictionary.Table("NAME" + TABLE,
                "a row for each face in each frame, and for each frame without one",
                columns.stream().map(ResultColumn::column).toList()),
            new ColumnDictionary.Table(SUMMARY, "a row for each person of each input",
                new Summary(columns).columns()));
    }
}
