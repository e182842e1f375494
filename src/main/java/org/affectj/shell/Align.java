package org.affectj.shell;

import java.util.concurrent.Callable;

import org.affectj.batch.AlignmentJob;
import org.affectj.batch.BatchSettings;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAlignment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code affectj align}: faces moved to the template, and the transforms that moved them. */
@Command(name = "align", description = {
    "Finds the faces in pictures and videos and moves them to the template that networks expect.",
    "Writes NAME-FRAME-FACE.png for each face and NAME-faces.csv for each input: a pixel (x, y) of the picture lies at "
        + "(a·x - b·y + tx, b·x + a·y + ty) in the crop." })
final class Align implements Callable<Integer> {

    @Mixin
    private BatchParameters batch;

    @Option(names = "--size", paramLabel = "PIXELS", defaultValue = "112",
        description = "Width and height of the crops. Default: ${DEFAULT-VALUE}.")
    private int size;

    @Mixin
    private FrameParameters frames;

    @Mixin
    private AnalysisParameters parameters;

    @Override
    public Integer call() {
        final AnalysisOptions options = parameters.options();
        batch.prepare(BatchSettings.ofAlignment(options, frames.choice(), size));
        if (batch.isDryRun()) return batch.list(AlignmentJob.TABLE);
        try (FaceAlignment alignment = FaceAlignment.open(options, size)) {
            return batch.run(new AlignmentJob(frames::open, alignment));
        }
    }
}
