package org.affectj.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.detect.ExtraPasses;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.FrameSource;

/**
 * Writes each input so that nobody's face can be seen: {@code NAME-anonymous.png} of a picture,
 * {@code NAME-anonymous.mp4}, without sound, of a video or stack. The input's own frames are written nowhere.
 *
 * @param opener opens a file
 * @param alignment finds faces; not closed
 * @param painter replaces them
 */
public record AnonymousJob(Function<Path, FrameSource> opener, FaceAlignment alignment, FacePainter painter)
    implements Job {

    /** What the path of a picture ends in. */
    public static final String PICTURE = "-anonymous.png";
    /** What the path of a video ends in. */
    public static final String VIDEO = "-anonymous.mp4";
    /** Width and height of the aligned faces, which nobody sees. */
    public static final int CROP = 16;

    /**
     * How faces are sought: rather is something hidden that is no face than a face overlooked, so in all directions,
     * and also where it isn't sure.
     *
     * @param minimumFace side of the smallest face, in pixels from 1, or as a share of the picture's shorter side
     * @return the options
     */
    public static AnalysisOptions options(final double minimumFace) {
        return AnalysisOptions.DEFAULT.withExtraPasses(ExtraPasses.ALWAYS).withMinimumScore(0.3)
            .withMinimumFace(minimumFace);
    }

    @Override
    public Outcome.Result run(final Path input, final Path output, final Progress progress) {
        final int[] faces = { 0 };
        final Consumer<FaceRecord> tally = record -> faces[0] += record.face().isPresent() ? 1 : 0;
        try (FrameSource source = opener.apply(input)) {
            final Path file = Path.of(output + (source.size() == 1 ? PICTURE : VIDEO));
            if (source.size() == 1) writePicture(source, file, tally, progress);
            else writeVideo(source, input, file, tally, progress);
            return new Outcome.Result(source.size(), faces[0], 0, List.of(file), source.damage());
        }
    }

    private void writePicture(final FrameSource source, final Path file, final Consumer<FaceRecord> tally,
        final Progress progress)
    {
        final List<FaceRecord> found = new ArrayList<>();
        alignment.align(source, (record, aligned) -> tally.andThen(found::add).accept(record), progress);
        Pictures.write(painter.picture(source.frame(1), found), file);
    }

    private void writeVideo(final FrameSource source, final Path input, final Path file,
        final Consumer<FaceRecord> tally, final Progress progress)
    {
        WholeFile.write(file, part -> {
            try (FrameSource again = opener.apply(input);
                AnnotatedVideo video = new AnnotatedVideo(part, again, painter)) {
                alignment.align(source, (record, aligned) -> tally.andThen(video::add).accept(record), progress);
                video.finish();
            }
        });
    }
}
