package org.affectj.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.affectj.Progress;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FrameSelection;
import org.affectj.pipeline.FrameSource;
import org.affectj.video.VideoFrames;
import org.affectj.video.VideoWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real video to which a camera or a copy still writes while it is read. */
class ChangedVideoTest {

    @TempDir
    private Path folder;

    @Test
    void isReportedAndDoneAgainWhenItIsWhole() throws IOException {
        final Path video = folder.resolve("v.mp4");
        VideoWriter.to(video).write(10, number -> new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB),
            number -> 40L * number);
        try (FaceAlignment alignment = FaceAlignment.open(AnalysisOptions.DEFAULT, 112)) {
            final Outcome changed = run(video, new AlignmentJob(file -> grow(VideoFrames.open(file), file), alignment));
            assertEquals(Outcome.Status.CHANGED, changed.status());
            assertTrue(changed.error().get().startsWith("The file '" + video + "' was changed while it was read, "));
            assertFalse(Files.exists(folder.resolve("out/v-faces.csv")));
            final Outcome done = run(video, new AlignmentJob(VideoFrames::open, alignment));
            assertEquals(Outcome.Status.DONE, done.status());
            assertEquals(10, done.result().get().frames());
        }
    }

    private Outcome run(final Path video, final Job job) {
        return new Batch(folder.resolve("out"),
            BatchSettings.ofAlignment(AnalysisOptions.DEFAULT, FrameSelection.Choice.ALL, 112), false)
                .run(List.of(video), job, Progress.NONE).get(0);
    }

    /** Writes to a file that is open already: an MP4 may have anything behind its end. */
    private static FrameSource grow(final FrameSource source, final Path file) {
        try {
            Files.write(file, new byte[] { 0, 0, 0, 8, 'f', 'r', 'e', 'e' }, StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return source;
    }
}
