package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.affectj.AffectException;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;

/** Writes networks as SavedModels: trainable ones with fresh weights, and ones that only predict. */
public final class NetworkBuilder {

    /** Number of action units (METHOD 5). */
    private static final int UNITS = 12;
    /** Number of expressions (METHOD 5). */
    private static final int EXPRESSIONS = 8;

    private NetworkBuilder() {}

    /**
     * Writes a network that can be trained: signatures {@code serving_default} and {@code train_…}, one call of which
     * makes one step of the optimiser.
     *
     * @param specification what to build
     * @param folder the SavedModel to write
     */
    public static void create(final NetworkSpecification specification, final Path folder) {
        create(specification, folder, FrozenModel.NONE);
    }

    /**
     * As {@link #create(NetworkSpecification, Path)}, with weights that start from those of an exported model.
     *
     * @param specification what to build
     * @param folder the SavedModel to write
     * @param frozenModel folder of the exported model
     * @throws AffectException if the model can't be read or has other heads
     */
    public static void create(final NetworkSpecification specification, final Path folder, final Path frozenModel) {
        create(specification, folder, FrozenModel.read(frozenModel));
    }

    private static void create(final NetworkSpecification specification, final Path folder, final FrozenModel start) {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops tf = Ops.create(graph);
            final List<Signature> signatures = signatures(tf, specification, network(specification, tf), start);
            session.initialize();
            SavedModelBundle.exporter(folder.toString()).withSession(session)
                .withSignatures(signatures.toArray(Signature[]::new)).export();
        }
        catch (final IOException e) {
            throw new AffectException("Can't write the network to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Writes a network that only predicts, as one file: weights are constants, batch norms are folded into
     * convolutions.
     *
     * @param specification what was built
     * @param checkpoint prefix of the files that hold the trained weights
     * @param folder the SavedModel to write
     * @throws AffectException if there are no weights, or those of another network
     */
    public static void export(final NetworkSpecification specification, final Path checkpoint, final Path folder) {
        export(specification, checkpoint, (graph, tf) -> network(specification, tf), folder);
    }

    /**
     * Writes heads that were trained on another model's embedding, joined to that model, as one that only predicts.
     *
     * @param heads what was built, on feature vectors
     * @param checkpoint prefix of the files that hold the trained weights
     * @param backboneModel folder of the other model, exported
     * @param folder the SavedModel to write
     * @throws AffectException if there are no weights, or those of another network, or the models don't fit
     */
    public static void export(final NetworkSpecification heads, final Path checkpoint, final Path backboneModel,
        final Path folder)
    {
        if (heads.imageSize() != 0)
            throw new AffectException("Heads with pictures of their own can't be joined to the model in "
                + backboneModel + ": give heads that take feature vectors.");
        final FrozenModel backbone = FrozenModel.read(backboneModel);
        export(heads, checkpoint, (graph, tf) -> new AffectNetwork(heads, tf, UNITS, EXPRESSIONS,
            Optional.of(backbone.addTo(graph, heads.features()))), folder);
    }

    private static void export(final NetworkSpecification specification, final Path checkpoint,
        final BiFunction<Graph, Ops, Trainable> build, final Path folder)
    {
        final Map<String, float[]> trained = weights(specification, checkpoint);
        try (Graph graph = new Graph()) {
            final Ops tf = Ops.create(graph);
            final Trainable network = build.apply(graph, tf);
            final Weights frozen = new FrozenWeights(tf, trained, specification.options().batchNormEpsilon());
            SavedModelWriter.write(graph, Network.SERVE, network.inputs(),
                network.predict(Pass.predicting(tf, frozen, specification.options())), folder);
        }
        catch (final IOException e) {
            throw new AffectException("Can't write the network to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    /** Reads the weights that predicting needs from a checkpoint. */
    private static Map<String, float[]> weights(final NetworkSpecification specification, final Path checkpoint) {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops tf = Ops.create(graph);
            final VariableWeights weights = new VariableWeights(tf, specification.seed());
            network(specification, tf).predict(Pass.predicting(tf, weights, specification.options()));
            session.restore(checkpoint.toString());
            return weights.values(session);
        }
        catch (final TensorFlowException e) {
            throw new AffectException("The weights " + checkpoint + " can't be read or belong to another network: give "
                + "the prefix that training wrote, and its specification.", e);
        }
    }

    private static Trainable network(final NetworkSpecification specification, final Ops tf) {
        return specification.head() == Head.LANDMARKS ? new LandmarkNetwork(specification, tf)
            : new AffectNetwork(specification, tf, UNITS, EXPRESSIONS);
    }

    private static List<Signature> signatures(final Ops tf, final NetworkSpecification specification,
        final Trainable network, final FrozenModel start)
    {
        final VariableWeights weights = new VariableWeights(tf, specification.seed(), start);
        final List<Signature> signatures = new ArrayList<>();
        signatures.add(signature(Network.SERVE, network.inputs(),
            network.predict(Pass.predicting(tf, weights, specification.options()))));
        final Averages averages = new Averages(tf, weights, specification.averaging());
        signatures.addAll(averages.signatures());
        signatures.addAll(new Training(tf, specification, network, weights, averages).signatures());
        return signatures;
    }

    static Signature signature(final String name, final Map<String, Operand<?>> inputs,
        final Map<String, ? extends Operand<?>> outputs)
    {
        final Signature.Builder signature = Signature.builder().key(name);
        inputs.forEach(signature::input);
        outputs.forEach(signature::output);
        return signature.build();
    }
}
