package org.affectj.batch;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.pipeline.ColumnDictionary;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.ResultColumn;

/**
 * Measures the faces of an input: {@code NAME.csv}, and for a picture {@code NAME-overlay.png}.
 *
 * @param opener opens a file
 * @param analyzer measures faces; not closed
 * @param overlay draws what was measured on a frame; empty for no pictures
 */
public record AnalysisJob(Function<Path, FrameSource> opener, FaceAnalyzer analyzer,
    Optional<BiFunction<Frame, List<FaceRecord>, BufferedImage>> overlay) implements Job {

    /** What the path of a table ends in. */
    public static final String TABLE = ".csv";

    private static final String SUMMARY = "summary.csv";

    @Override
    public Outcome.Result run(final Path input, final Path output, final Progress progress) {
        final Path table = Path.of(output + TABLE);
        final Path picture = Path.of(output + "-overlay.png");
        final int[] faces = { 0 };
        final int[] rows = { 0 };
        try (FrameSource source = opener.apply(input)) {
            final boolean draws = overlay.isPresent() && source.size() == 1;
            WholeFile.write(table, part -> {
                final List<FaceRecord> drawn = new ArrayList<>();
                try (CsvResults csv = new CsvResults(part, analyzer.columns())) {
                    analyzer.analyze(source, face -> {
                        csv.write(face);
                        rows[0]++;
                        if (face.face().isPresent()) faces[0]++;
                        if (draws) drawn.add(face);
                    }, progress);
                }
                // before the table is moved into place, so that a failure leaves neither
                if (draws) Pictures.write(overlay.get().apply(source.frame(1), drawn), picture);
            });
            return new Outcome.Result(source.size(), faces[0], rows[0],
                draws ? List.of(table, picture) : List.of(table), source.damage());
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
            new ColumnDictionary.Table("NAME" + TABLE, "a row for each face in each frame, and for each frame without one",
                columns.stream().map(ResultColumn::column).toList()),
            new ColumnDictionary.Table(SUMMARY, "a row for each person of each input",
                new Summary(columns).columns()));
    }
}
