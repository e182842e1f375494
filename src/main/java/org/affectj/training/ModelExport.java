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
        freeze(weights);
        try (Network frozen = EngineLoader.open(folder, options)) {
            final List<Double> half = Collections.nCopies(ActionUnit.values().length, 0.5);
            final List<Double> thresholds =
                new AffectEvaluation(frozen, network.imageSize(), half).chooseThresholds(data);
            final JsonObject figures =
                new AffectEvaluation(frozen, network.imageSize(), thresholds).report(data, Split.TEST);
            write(ModelCard.affect(name(), data, figures, thresholds, weakTargets));
            return ModelFolder.write(folder, ModelDescription.affect(name(), VERSION, network, thresholds, TOLERANCE,
                LICENCE, trainedOn(data)));
        }
    }

    /**
     * Exports a landmark model.
     *
     * @param weights prefix of the trained weights
     * @param data sets to measure on
     * @return the model
     */
    public ModelFolder landmarks(final Path weights, final TrainingData data) {
        freeze(weights);
        try (Network frozen = EngineLoader.open(folder, options)) {
            final JsonObject figures =
                new LandmarkEvaluation(frozen, network.imageSize()).report(data, Split.TEST);
            write(ModelCard.landmarks(name(), data, figures));
            return ModelFolder.write(folder,
                ModelDescription.landmarks(name(), VERSION, network, TOLERANCE, LICENCE, trainedOn(data)));
        }
    }

    /**
     * Sees before a training that its model can be made.
     *
     * @throws AffectException if something else is in its place
     */
    void check() {
        if (Files.exists(folder) && !Files.exists(folder.resolve(ModelFolder.DESCRIPTION)))
            throw new AffectException("The folder " + folder + " is there and is no model: give another for the output.");
    }

    private String name() {
        return folder.getFileName().toString();
    }

    private void freeze(final Path weights) {
        check();
        try {
            WholeFolder.delete(folder);
            Files.createDirectories(folder.toAbsolutePath().getParent());
        } catch (final IOException e) {
            throw new AffectException("The folder " + folder + " can't be replaced: check its permissions.", e);
        }
        EngineLoader.load().export(network, weights, folder);
    }

    private void write(final String card) {
        try {
            Files.writeString(folder.resolve("README.md"), card);
        } catch (final IOException e) {
            throw new AffectException("The model card of " + folder + " can't be written: check the disk.", e);
        }
    }

    private static String trainedOn(final TrainingData data) {
        return data.caches().stream().map(ModelCard::described).collect(Collectors.joining(", "));
    }
}
