package org.affectj.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.WholeFolder;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Operations;
import org.affectj.engine.Precision;
import org.affectj.engine.Tensor;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

/** Joins trained heads to their backbone in a model folder, measures them, and sees that the result says the same. */
final class HeadExport {

    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 0);
    /** The largest difference between the heads on kept features and the joined model, both in float32. */
    private static final double SAME = 1e-3;
    private static final int COMPARED = 32;

    private final ModelFolder backbone;
    private final Path folder;

    /**
     * @param backbone that the heads were trained on
     * @param folder to make
     */
    HeadExport(final ModelFolder backbone, final Path folder) {
        this.backbone = backbone;
        this.folder = folder;
    }

    /** Sees before a training that its model can be made. */
    void check() {
        ModelFolder.checkReplaceable(folder);
        if (folder.toAbsolutePath().normalize().equals(backbone.path().toAbsolutePath().normalize()))
            throw new AffectException("The output can't be the model " + folder + " itself: give another folder.");
    }

    /**
     * @param heads what was trained
     * @param best its best state
     * @param network SavedModel of the heads
     * @param figures of held-out faces, for the model card
     */
    ModelFolder export(final NetworkSpecification heads, final HeadState best, final Path network,
        final HeadFigures figures, final FaceRows rows, final FeatureCache features, final TrainingData data)
    {
        WholeFolder.replace(folder, part -> {
            EngineLoader.load().export(heads, best.weights(), backbone.path(), part);
            verify(part, network, best.weights(), rows, features);
            Files.writeString(part.resolve("README.md"), card(figures.markdown(), data));
            ModelFolder.write(part, ModelDescription.affect(name(), "1.0", joined(heads), best.thresholds(),
                backbone.description().certainFrom(), backbone.description().tolerance(),
                backbone.description().licence(),
                "heads on " + backbone.description().name() + ": " + sets(data) + "; backbone: "
                    + backbone.description().trainedOn()));
        });
        return ModelFolder.open(folder);
    }

    private NetworkSpecification joined(final NetworkSpecification heads) {
        return heads.onBackboneOf(backbone.description().network().orElseGet(
            () -> new NetworkSpecification(heads.head(), backbone.description().inputSize(), false, 0, List.of(), 0,
                heads.features(), heads.neighbours(), heads.attention(), heads.dropout(), heads.optimizer())));
    }

    private String name() {
        return folder.getFileName().toString();
    }

    private static String sets(final TrainingData data) {
        return data.caches().stream().map(ModelCard::described).collect(Collectors.joining(", "));
    }

    private String card(final String figures, final TrainingData data) {
        return "# " + name() + "\n\nHeads that AffectJ trained on the features of " + backbone.description().name()
            + ", stage by stage: action units, expressions, valence and arousal.\n\n## What it learnt from\n\n"
            + sets(data) + "; the backbone: " + backbone.description().trainedOn() + ".\n\n## Figures\n\n" + figures
            + "\nAction units count as present from the thresholds in model.json. What was labelled "
            + "for no face of training is as it was before.\n";
    }

    /** Loads the model afresh and compares what it says of some validation faces with what the heads say. */
    private void verify(final Path model, final Path network, final Path weights, final FaceRows rows,
        final FeatureCache features)
    {
        final int[] all = rows.of(Split.VALIDATION, labels -> true);
        final int[] faces = java.util.Arrays.copyOf(all, Math.min(COMPARED, all.length));
        final AffectCrops crops = AffectCrops.exact(backbone.description().inputSize());
        try (Network heads = EngineLoader.open(network, EXACT.with(Operations.TRAINING));
                Network joined = EngineLoader.open(model, EXACT)) {
            heads.restore(weights);
            new HeadPredictions(heads, features, rows).forEach(faces, (row, said) -> {
                final Map<String, Tensor> again =
                    joined.call(Network.SERVE, Map.of("image", crops.drawn(rows, row, row + 1, 0)));
                compare(said.actionUnits(), again.get("action_units").floats());
                compare(said.expressions(), again.get("expressions").floats());
                compare(new float[] { said.valence(), said.arousal() }, again.get("valence_arousal").floats());
            });
        }
    }

    private void compare(final float[] expected, final float[] actual) {
        for (int i = 0; i < expected.length; i++)
            if (!(Math.abs(expected[i] - actual[i]) < SAME))
                throw new AffectException("The model " + folder + " says " + actual[i] + " where its trained heads say "
                    + expected[i] + ": don't use it; delete the features in the work folder and train again.");
    }
}
