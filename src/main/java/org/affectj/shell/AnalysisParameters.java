package org.affectj.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.affectj.detect.ExtraPasses;
import org.affectj.model.ModelStore;
import org.affectj.pipeline.AnalysisOptions;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options on how faces are found, shared by subcommands. */
final class AnalysisParameters {

    @Option(names = "--min-face", paramLabel = "SIZE", defaultValue = "0.05",
        description = "Side of the smallest face to look for: pixels from 1, or below 1 a share of the picture's shorter "
            + "side. Smaller ones take more time. Default: ${DEFAULT-VALUE}.")
    private double minimumFace;

    @Option(names = "--max-faces", paramLabel = "N", defaultValue = "0",
        description = "Faces to take of a frame, the largest ones; 0 for all. Default: ${DEFAULT-VALUE}.")
    private int maximumFaces;

    @Option(names = "--min-score", paramLabel = "SCORE", defaultValue = "0.5",
        description = "How sure it must be that something is a face, from 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double minimumScore;

    @Option(names = "--extra-passes", paramLabel = "WHEN", defaultValue = "when-none",
        converter = PassesConverter.class,
        description = "When to search again for turned and tilted faces: never, when-none (where no face was found) or "
            + "always. Default: ${DEFAULT-VALUE}.")
    private ExtraPasses extraPasses;

    @Option(names = "--landmark-model", paramLabel = "MODEL", defaultValue = ModelStore.LANDMARKS,
        description = "Landmark model: its name or the path of its folder. Default: ${DEFAULT-VALUE}.")
    private String landmarkModel;

    @Mixin
    private EngineParameters engine;

    /** @return the options, checked */
    AnalysisOptions options() {
        return AnalysisOptions.DEFAULT.withLandmarkModel(landmarkModel).withEngine(engine.options())
            .withMinimumFace(minimumFace).withMaximumFaces(maximumFaces).withMinimumScore(minimumScore)
            .withExtraPasses(extraPasses);
    }

    /** @return the options as they shall stand in run.json */
    Map<String, Object> describe(final AnalysisOptions options) {
        final Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("landmark_model", options.landmarkModel());
        settings.put("minimum_face", options.minimumFace());
        settings.put("maximum_faces", options.maximumFaces());
        settings.put("minimum_score", options.minimumScore());
        settings.put("extra_passes", options.extraPasses().toString());
        settings.put("device", options.engine().device());
        settings.put("precision", options.engine().precision().toString());
        return settings;
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
