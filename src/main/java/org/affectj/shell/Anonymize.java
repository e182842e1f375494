package org.affectj.shell;

import java.util.concurrent.Callable;

import org.affectj.batch.AnonymousJob;
import org.affectj.batch.BatchSettings;
import org.affectj.imagej.AnonymousPicture;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAlignment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code affectj anonymize}: pictures and videos in which nobody's face can be seen. */
@Command(name = "anonymize", description = {
    "Writes pictures and videos in which faces are replaced by a drawing of their landmarks, or by a few squares.",
    "Writes NAME-anonymous.png or NAME-anonymous.mp4, without sound. Look through the results before "
        + "you give them away." })
final class Anonymize implements Callable<Integer> {

    @Mixin
    private BatchParameters batch;

    @Option(names = "--style", paramLabel = "STYLE", defaultValue = "landmarks",
        description = "landmarks (68 points on white, nothing of the picture), drawing (the same on a grey patch "
            + "over each head) or pixels (a few large squares over each head). Default: ${DEFAULT-VALUE}.")
    private AnonymousPicture.Style style;

    @Option(names = "--min-face", paramLabel = "SIZE",
        description = "Side of the smallest face to look for: pixels from 1, or below 1 a share of the "
            + "picture's shorter side. Default: ${DEFAULT-VALUE}.")
    private double minimumFace = AnalysisOptions.DEFAULT.minimumFace();

    @Mixin
    private FrameParameters frames;

    @Override
    public Integer call() {
        final AnalysisOptions options = AnonymousJob.options(minimumFace);
        batch.prepare(BatchSettings.ofAnonymous(options, frames.choice(), style.toString()));
        if (batch.isDryRun()) return batch.list(AnonymousJob.PICTURE);
        try (FaceAlignment alignment = FaceAlignment.open(options, AnonymousJob.CROP)) {
            return batch.run(new AnonymousJob(frames::open, alignment, new AnonymousPicture(style)));
        }
    }
}
