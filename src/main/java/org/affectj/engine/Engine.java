package org.affectj.engine;

import java.nio.file.Path;
import java.util.List;

/** A deep-learning library, loaded in a class loader of its own. Get it from {@link EngineLoader}. */
public interface Engine {

    /** @return name and version: {@code TensorFlow 2.16.1} */
    String name();

    /** @return the devices that networks can run on: {@code cpu}, {@code gpu:0}, … */
    List<String> devices();

    /**
     * @param savedModel a SavedModel folder
     * @param options device, precision, threads, operations
     * @return the network, ready to run
     * @throws org.affectj.AffectException if the folder isn't a SavedModel, the machine hasn't what the options ask
     *             for, or the network holds an operation that the options don't allow
     */
    Network load(Path savedModel, EngineOptions options);

    /**
     * Reads which operations a network holds; runs none.
     *
     * @param savedModel a SavedModel folder
     * @param allowed what they may do
     * @throws org.affectj.AffectException if the folder isn't a SavedModel, or an operation isn't allowed
     */
    void check(Path savedModel, Operations allowed);

    /**
     * Builds a network with fresh weights, its losses and its optimiser, and writes it as a SavedModel with the
     * signatures {@code serving_default}, {@code train_step} and what else the specification asks for.
     *
     * @param specification what to build
     * @param savedModel folder to write; must not exist
     */
    void create(NetworkSpecification specification, Path savedModel);

    /**
     * As {@link #create(NetworkSpecification, Path)}, with weights that start from those of an exported model: its
     * heads, and its backbone where the network has one. Batch norms behind convolutions were folded into them when it
     * was exported; they start as ones that change nothing, so give options whose running statistics stay.
     *
     * @param specification what to build, of the same sizes as the model
     * @param savedModel folder to write; must not exist
     * @param frozenModel SavedModel folder of a model that {@code export} wrote
     * @throws org.affectj.AffectException if the model can't be read or has other heads
     */
    void create(NetworkSpecification specification, Path savedModel, Path frozenModel);

    /**
     * Writes a SavedModel that only predicts, its weights frozen into the graph.
     *
     * @param specification what was built
     * @param checkpoint prefix of the weights, from {@link Network#save}
     * @param savedModel folder to write; must not exist
     */
    void export(NetworkSpecification specification, Path checkpoint, Path savedModel);

    /**
     * Writes a SavedModel that only predicts: heads that were trained on the {@code embedding} output of another model,
     * joined to that model, so that the result takes pictures.
     *
     * @param heads what was built, on feature vectors (image size 0)
     * @param checkpoint prefix of the weights, from {@link Network#save}
     * @param backboneModel SavedModel folder of the other model
     * @param savedModel folder to write; must not exist
     * @throws org.affectj.AffectException if there are no weights or those of another network, or the other model can't
     *             be read or makes no embedding of the heads' length
     */
    void export(NetworkSpecification heads, Path checkpoint, Path backboneModel, Path savedModel);

    /**
     * Writes a SavedModel that only predicts: the mean of what other affect models say of the same picture.
     *
     * @param members SavedModel folders of 2 or more models that {@code export} wrote, whose pictures have the
     *            same size
     * @param calibration of the means
     * @param savedModel folder to write; must not exist
     * @throws org.affectj.AffectException if a member can't be read, is no affect model, or takes pictures of
     *             another size
     */
    void exportEnsemble(List<Path> members, Calibration calibration, Path savedModel);
}
