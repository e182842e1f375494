package org.affectj.shell;

import java.util.concurrent.Callable;

import org.affectj.batch.AnalysisFiles;
import org.affectj.batch.AnalysisJob;
import org.affectj.batch.BatchSettings;
import org.affectj.imagej.OverlayPicture;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code affectj analyze}: a table for each input and, for pictures, the picture with its faces drawn in. */
@Command(name = "analyze", description = {
    "Finds the faces in pictures and videos and measures action units, expression, valence and arousal.",
    "Writes NAME.csv for each input and NAME-overlay.png for each picture; what was run stands in run.json.",
    "The same command again skips what is done, and goes on where it was stopped." })
final class Analyze implements Callable<Integer> {

    @Mixin
    private BatchParameters batch;

    @Mixin
    private MeasurementParameters parameters;

    @Option(names = "--no-overlays", description = "Draw no pictures, only write tables.")
    private boolean plain;

    @Option(names = "--annotated-video",
        description = "Write NAME-annotated.mp4 for each video and stack: its frames with the faces drawn in.")
    private boolean annotated;

    @Mixin
    private FrameParameters frames;

    @Override
    public Integer call() {
        final AnalysisOptions options = parameters.options();
        final AnalysisFiles files = new AnalysisFiles(!plain, annotated);
        batch.prepare(BatchSettings.ofAnalysis(options, frames.choice(), files));
        if (batch.isDryRun()) return batch.list(AnalysisJob.TABLE);
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(options)) {
            return batch.run(
                new AnalysisJob(frames::open, analyzer, files, new OverlayPicture(analyzer.model().thresholds())));
        }
    }
}
