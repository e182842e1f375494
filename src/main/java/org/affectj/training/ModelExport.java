package org.affectj.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.WholeFolder;
import org.affectj.engine.Calibration;
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
    private final Path folder;

    /**
     * @param options how the network runs while it is measured
     * @param folder to make; replaced if it is a model folder already
     */
    public ModelExport(final EngineOptions options, final Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Writes the SavedModel of an affect network that is calibrated. */
    @FunctionalInterface
    private interface Writer {

        void write(Calibration calibration, Path part);
    }

    /** Describes a model whose calibration, thresholds and confidence have been chosen. */
    @FunctionalInterface
    private interface Describer {

        ModelDescription describe(Calibration calibration, List<Double> thresholds, double certainFrom);
    }

    /**
     * Exports an affect model. Calibration and thresholds of action units are chosen on validation faces whose action
     * units are labelled; the temperature of the expressions and the confidence that they need, on those whose
     * expression is.
     *
     * @param weights prefix of the trained weights
     * @param data sets to choose thresholds and to measure on
     * @param settings how it was trained
     * @return the model
     */
    public ModelFolder affect(final Path weights, final TrainingData data, final JointSettings settings) {
        final NetworkSpecification network = settings.network();
        return affect(network.imageSize(), data, weights.resolveSibling("uncalibrated"),
            (calibration, part) -> EngineLoader.load().export(network.with(calibration), weights, part),
            (calibration, thresholds, certainFrom) -> ModelDescription.affect(name(), VERSION,
                network.with(calibration), thresholds, certainFrom, TOLERANCE, LICENCE, trainedOn(data)),
            AffectCard.Origin.of(data, settings));
    }

    /**
     * Exports an ensemble: one model that says the mean of what others say. Its calibration, thresholds and confidence
     * are chosen as those of a trained model.
     *
     * @param members 2 or more affect models, whose pictures have the same size
     * @param data sets to choose thresholds and to measure on
     * @param work folder for the model while it is measured
     * @return the model
     * @throws AffectException if they can't be members of one ensemble
     */
    public ModelFolder ensemble(final List<ModelFolder> members, final TrainingData data, final Path work) {
        final List<Path> folders = members.stream().map(ModelFolder::path).toList();
        return affect(members.get(0).description().inputSize(), data, work.resolve(name() + "-uncalibrated"),
            (calibration, part) -> EngineLoader.load().exportEnsemble(folders, calibration, part),
            (calibration, thresholds, certainFrom) -> ModelDescription.ensemble(name(), VERSION, members, thresholds,
                certainFrom, TOLERANCE),
            AffectCard.Origin.of(members));
    }

    private ModelFolder affect(final int size, final TrainingData data, final Path trial, final Writer writer,
        final Describer describer, final AffectCard.Origin origin)
    {
        final Calibration calibration = calibration(size, data, trial, writer);
        return make(part -> writer.write(calibration, part), (part, network) -> {
            final List<Double> thresholds = new AffectEvaluation(network, size, HALF).chooseThresholds(data);
            final AffectEvaluation evaluation = new AffectEvaluation(network, size, thresholds);
            final double certainFrom = evaluation.chooseCertainFrom(data);
            final List<EvaluatedSet> figures = evaluation.evaluate(data, Split.TEST, AffectEvaluation.Visitor.NONE);
            final ModelDescription about = describer.describe(calibration, thresholds, certainFrom);
            Files.writeString(part.resolve(CARD), AffectCard.of(about, data, figures, origin));
            ModelFolder.write(part, about);
        });
    }

    /** What makes probabilities most honest, from a model made for that alone. */
    private Calibration calibration(final int size, final TrainingData data, final Path trial, final Writer writer) {
        try {
            WholeFolder.delete(trial);
            writer.write(Calibration.NONE, trial);
            try (Network open = EngineLoader.open(trial, options)) {
                return new AffectEvaluation(open, size, HALF).chooseCalibration(data);
            } finally {
                WholeFolder.delete(trial);
            }
        } catch (final IOException e) {
            throw new AffectException("The folder '" + trial
                + "' can't be deleted: see that the work folder is writable.", e);
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
        final NetworkSpecification network = LandmarkTask.NETWORK;
        return make(part -> EngineLoader.load().export(network, weights, part), (part, frozen) -> {
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
    public void check() {
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
    private ModelFolder make(final Consumer<Path> writer, final Description description) {
        check();
        WholeFolder.replace(folder, part -> {
            writer.accept(part);
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
