package org.affectj.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.WholeFolder;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.model.ActionUnit;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;

import com.google.gson.JsonObject;

/** Makes a model folder of trained weights: the frozen network, model.json and a card with figures of the test sets. */
public final class ModelExport {

    private static final String VERSION = "1.0";
    private static final String CARD = "README.md";
    private static final String LICENCE = "LicenseRef-research-only";
    /** The largest difference of any output between bfloat16 and float32 on 256 test faces, with room for others. */
    private static final double TOLERANCE = 0.05;

    private final EngineOptions options;
    private final NetworkSpecification network;
    private final Path folder;

    /**
     * @param options how the network runs while it is measured
     * @param network what was trained
     * @param folder to make; replaced if it is a model folder already
     */
    public ModelExport(final EngineOptions options, final NetworkSpecification network, final Path folder)
    {
        this.options = options;
        this.network = network;
        this.folder = folder;
    }

    /**
     * Exports an affect model; thresholds are chosen on validation faces whose action units are labelled.
     *
     * @param weights prefix of the trained weights
     * @param data sets to choose thresholds and to measure on
     * @param weakTargets whether labels were made of expressions
     * @return the model
     */
    public ModelFolder affect(final Path weights, final TrainingData data, final boolean weakTargets) {
        return make(weights, (part, frozen) -> {
            final List<Double> half = Collections.nCopies(ActionUnit.values().length, 0.5);
            final List<Double> thresholds =
                new AffectEvaluation(frozen, network.imageSize(), half).chooseThresholds(data);
            final JsonObject figures =
                new AffectEvaluation(frozen, network.imageSize(), thresholds).report(data, Split.TEST);
            Files.writeString(part.resolve(CARD), ModelCard.affect(name(), data, figures, thresholds, weakTargets));
            ModelFolder.write(part, ModelDescription.affect(name(), VERSION, network, thresholds, TOLERANCE, LICENCE,
                trainedOn(data)));
        });
    }

    /**
     * Exports a landmark model.
     *
     * @param weights prefix of the trained weights
     * @param data sets to measure on
     * @return the model
     */
    public ModelFolder landmarks(final Path weights, final TrainingData data) {
        return make(weights, (part, frozen) -> {
            final JsonObject figures =
                new LandmarkEvaluation(frozen, network.imageSize()).report(data, Split.TEST);
            Files.writeString(part.resolve(CARD), ModelCard.landmarks(name(), data, figures));
            ModelFolder.write(part,
                ModelDescription.landmarks(name(), VERSION, network, TOLERANCE, LICENCE, trainedOn(data)));
        });
    }

    /**
     * Sees before a training that its model can be made.
     *
     * @throws AffectException if something else is in its place
     */
    void check() {
        ModelFolder.checkReplaceable(folder);
    }

    private String name() {
        return folder.getFileName().toString();
    }

    /** Measures the frozen network and writes what stands beside it in the model's folder. */
    @FunctionalInterface
    private interface Description {

        void write(Path part, Network frozen) throws IOException;
    }

    /** Makes the folder whole or not at all, so that a run which is killed here can be resumed. */
    private ModelFolder make(final Path weights, final Description description) {
        check();
        WholeFolder.replace(folder, part -> {
            EngineLoader.load().export(network, weights, part);
            try (Network frozen = EngineLoader.open(part, options)) {
                description.write(part, frozen);
            }
        });
        return ModelFolder.open(folder);
    }

    private static String trainedOn(final TrainingData data) {
        return data.caches().stream().map(ModelCard::described).collect(Collectors.joining(", "));
    }
}
