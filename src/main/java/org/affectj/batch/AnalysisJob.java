package org.affectj.batch;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;

/**
 * Measures the faces of an input: {@code NAME.csv}, and for a picture {@code NAME-overlay.png}.
 *
 * @param opener opens a file
 * @param analyzer measures faces; not closed
 * @param overlay draws what was measured on a frame
 */
public record AnalysisJob(Function<Path, FrameSource> opener, FaceAnalyzer analyzer,
    BiFunction<Frame, List<FaceRecord>, BufferedImage> overlay) implements Job {

    @Override
    public Outcome.Result run(final Path input, final Path output, final Progress progress) {
        try (FrameSource source = opener.apply(input)) {
            final List<Path> files = new ArrayList<>();
            final List<FaceRecord> ofPicture = new ArrayList<>();
            files.add(Path.of(output + ".csv"));
            final int faces = writeTable(source, files.get(0), ofPicture, progress);
            if (source.size() == 1) {
                files.add(Path.of(output + "-overlay.png"));
                Pictures.write(overlay.apply(source.frame(1), ofPicture), files.get(1));
            }
            return new Outcome.Result(source.size(), faces, files, source.damage());
        }
    }

    /** Writes the rows as they come, and keeps those of a source that is one picture; returns the number of faces. */
    private int writeTable(final FrameSource source, final Path file, final List<FaceRecord> ofPicture,
        final Progress progress)
    {
        final int[] faces = { 0 };
        WholeFile.write(file, part -> {
            try (CsvResults csv = new CsvResults(part, analyzer.columns())) {
                analyzer.analyze(source, face -> {
                    csv.write(face);
                    if (face.face().isPresent()) faces[0]++;
                    if (source.size() == 1) ofPicture.add(face);
                }, progress);
            }
        });
        return faces[0];
    }
}
