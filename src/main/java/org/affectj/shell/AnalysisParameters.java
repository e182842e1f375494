package org.affectj.shell;

import java.util.Arrays;

import org.affectj.detect.CascadeFaceDetector;
import org.affectj.detect.ExtraPasses;
import org.affectj.engine.EngineOptions;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.Tracking;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options on how faces are found, shared by subcommands. */
final class AnalysisParameters {

    @Option(names = "--min-face", paramLabel = "SIZE",
        description = "Side of the smallest face to look for: pixels from 1, or below 1 a share of the picture's "
            + "shorter side. Smaller ones take more time. Default: ${DEFAULT-VALUE}.")
    private double minimumFace = AnalysisOptions.DEFAULT.minimumFace();

    @Option(names = "--max-faces", paramLabel = "N",
        description = "Faces to take of a frame, the largest ones; 0 for all. Default: ${DEFAULT-VALUE}.")
    private int maximumFaces = AnalysisOptions.DEFAULT.maximumFaces();

    @Option(names = "--min-score", paramLabel = "SCORE",
        description = "How sure it must be that something is a face, from 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double minimumScore = AnalysisOptions.DEFAULT.minimumScore();

    @Option(names = "--extra-passes", paramLabel = "WHEN", defaultValue = "when-none",
        converter = PassesConverter.class,
        description = "When to search again for turned and tilted faces: never, when-none (where no face was found) or "
            + "always. Default: ${DEFAULT-VALUE}.")
    private ExtraPasses extraPasses;

    @Option(names = "--detect-every", paramLabel = "N",
        description = "Search every N-th frame of a video or stack for faces, and follow them in between; from 1 to "
            + "100. Default: ${DEFAULT-VALUE}, every frame.")
    private int detectEvery = AnalysisOptions.DEFAULT.tracking().detectEvery();

    @Option(names = "--track-gap", paramLabel = "SECONDS",
        description = "A face that was out of sight for no longer than this keeps its track by its "
            + "place and speed; from 0 to 60. Default: ${DEFAULT-VALUE}.")
    private double trackGap = AnalysisOptions.DEFAULT.tracking().gap();

    @Option(names = "--place-only",
        description = "Follow faces by place and speed only: who comes back after the gap has a new track, and people "
            + "aren't told apart by how they look.")
    private boolean placeOnly;

    @Option(names = "--landmark-model", paramLabel = "MODEL",
        description = "Landmark model: its name or the path of its folder. Default: ${DEFAULT-VALUE}.")
    private String landmarkModel = AnalysisOptions.DEFAULT.landmarkModel();

    @Mixin
    private TrustParameters engine;

    /** @return the options, checked; OpenCV keeps to their number of threads from now on */
    AnalysisOptions options() {
        final EngineOptions here = engine.options();
        if (here.threads() > 0) CascadeFaceDetector.useThreads(here.threads());
        return AnalysisOptions.DEFAULT.withLandmarkModel(landmarkModel).withEngine(here)
            .withMinimumFace(minimumFace).withMaximumFaces(maximumFaces).withMinimumScore(minimumScore)
            .withExtraPasses(extraPasses).withTracking(new Tracking(detectEvery, trackGap, !placeOnly));
    }

    /** Takes {@code when-none}, as options are written in a shell. */
    private static final class PassesConverter implements ITypeConverter<ExtraPasses> {

        @Override
        public ExtraPasses convert(final String value) {
            return Arrays.stream(ExtraPasses.values()).filter(p -> p.toString().replace(' ', '-').equals(value))
                .findFirst().orElseThrow(() -> new TypeConversionException(
                    "expected never, when-none or always but was '" + value + "'"));
        }
    }
}
