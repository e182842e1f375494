package org.affectj.shell;

import org.affectj.model.ModelStore;
import org.affectj.pipeline.AnalysisOptions;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options on how faces are found and measured, shared by the commands that measure them. */
public final class MeasurementParameters {

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = ModelStore.AFFECT,
        description = "Affect model: its name (affectj model list) or the path of its folder. Default: "
            + "${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--landmarks", description = "Add the positions of the 68 landmarks to the tables.")
    private boolean landmarks;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "32",
        description = "Faces that the network reads at once, across frames; more are faster and need more memory. "
            + "Default: ${DEFAULT-VALUE}.")
    private int faces;

    @Mixin
    private AnalysisParameters finding;

    /** @return the options, checked */
    public AnalysisOptions options() {
        return finding.options().withModel(model).withBatch(faces).withLandmarks(landmarks);
    }
}
