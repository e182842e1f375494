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
    private static final List<Double> HALF = Collections.nCopies(ActionUnit.values().length, 0.5);

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
     * Exports an affect model. Thresholds are chosen on validation faces whose action units are labelled; the temperature of
     * the expressions and the confidence that they need, on those whose expression is.
     *
     * @param weights prefix of the trained weights
     * @param data sets to choose thresholds and to measure on
     * @param settings how it was trained
     * @return the model
     */
    public ModelFolder affect(final Path weights, final TrainingData data, final JointSettings settings) {
        final NetworkSpecification calibrated = calibrated(weights, data);
        return new ModelExport(options, calibrated, folder).make(weights,
            (part, frozen) -> describe(part, calibrated, frozen, data, settings));
    }

    /** The network with the temperature that makes it most honest, from a model made for that alone. */
    private NetworkSpecification calibrated(final Path weights, final TrainingData data) {
        final Path trial = weights.resolveSibling("uncalibrated");
        try {
            WholeFolder.delete(trial);
            EngineLoader.load().export(network, weights, trial);
            try (Network open = EngineLoader.open(trial, options)) {
                final double temperature = evaluation(open, HALF).chooseTemperature(data);
                return network.with(network.options().withTemperature(Math.round(temperature * 100) / 100.0));
            } finally {
                WholeFolder.delete(trial);
            }
        } catch (final IOException e) {
            throw new AffectException("The folder '" + trial
                + "' can't be deleted: see that the work folder is writable.", e);
        }
    }

    private void describe(final Path part, final NetworkSpecification calibrated, final Network open,
        final TrainingData data, final JointSettings settings) throws IOException
    {
        final List<Double> thresholds = evaluation(open, HALF).chooseThresholds(data);
        final AffectEvaluation evaluation = evaluation(open, thresholds);
        final double certainFrom = evaluation.chooseCertainFrom(data);
        final List<EvaluatedSet> figures = evaluation.evaluate(data, Split.TEST, AffectEvaluation.Visitor.NONE);
        final ModelDescription about = ModelDescription.affect(name(), VERSION, calibrated, thresholds, certainFrom,
            TOLERANCE, LICENCE, trainedOn(data));
        Files.writeString(part.resolve(CARD), AffectCard.of(about, data, figures, settings));
        ModelFolder.write(part, about);
    }

    private AffectEvaluation evaluation(final Network open, final List<Double> thresholds) {
        return new AffectEvaluation(open, network.imageSize(), thresholds);
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
