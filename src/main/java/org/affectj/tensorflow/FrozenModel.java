package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.engine.Network;
import org.affectj.engine.Operations;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.types.TFloat32;

/**
 * An exported model as a source: of weights for heads to start from, of embeddings for heads to stand on, and of what
 * an ensemble's members say.
 */
final class FrozenModel {

    /** No model: nothing starts from it. */
    static final FrozenModel NONE = new FrozenModel(null, MetaGraphDef.getDefaultInstance());

    /** The one input of affect models: pictures [B, S, S, 3]. */
    static final String IMAGE = "image";

    private static final String EMBEDDING = "embedding";
    private static final Set<String> OUTPUTS =
        Set.of("action_units", "expressions", "valence_arousal", EMBEDDING, "graph");
    private static final String PREFIX = "backbone";

    private final Path folder;
    private final SignatureDef signature;
    private final Map<String, NodeDef> nodes = new LinkedHashMap<>();

    /** What another model's backbone became in a graph: its inputs by name, and its embedding [B, C]. */
    record Backbone(Map<String, Operand<?>> inputs, Operand<TFloat32> embedding) {}

    /** What members of an ensemble became in a graph: the pictures that all see, and what each says, by its name. */
    record Members(Operand<?> image, List<Map<String, Operand<TFloat32>>> outputs) {}

    private FrozenModel(final Path folder, final MetaGraphDef content) {
        this.folder = folder;
        signature = content.getSignatureDefOrDefault(Network.SERVE, SignatureDef.getDefaultInstance());
        content.getGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
    }

    /**
     * @param folder of a SavedModel that was exported
     * @throws AffectException if it can't be read
     */
    static FrozenModel read(final Path folder) {
        try {
            final SavedModel model = SavedModel.parseFrom(Files.readAllBytes(folder.resolve("saved_model.pb")));
            PermittedOperations.check(model, folder, Operations.PREDICTING);
            return new FrozenModel(folder, model.getMetaGraphs(0));
        }
        catch (final IOException | IndexOutOfBoundsException e) {
            throw new AffectException("The model in " + folder + " can't be read (" + e.getMessage()
                + "): give the folder of an exported network.", e);
        }
    }

    /** @return whether a weight is to come from here: all of backbone and heads do, averages and optimisers don't */
    boolean holds(final String name) {
        return folder != null && Stream.of(org.affectj.tensorflow.Backbone.NAME, ActionUnitGraph.NAME,
            AffectNetwork.EXPRESSION, CrossAttention.NAME, AffectNetwork.VALENCE_AROUSAL).anyMatch(name::startsWith);
    }

    /**
     * The numbers of a weight. Batch norms that were folded into the convolutions before them are ones that change
     * nothing (but for their ε).
     *
     * @param name of a weight
     * @param shape that it must have
     * @return its numbers, row-major
     * @throws AffectException if it isn't there or has another shape
     */
    float[] values(final String name, final Shape shape) {
        final NodeDef node = nodes.get(VariableWeights.nodeName(name));
        if (node == null && isFolded(name)) return same(name.endsWith("/mean") ? 0 : 1, shape);
        if (node == null || !node.getOp().equals("Const"))
            throw new AffectException("The model in " + folder + " has other heads, without the weights " + name
                + ": choose heads of the same kind, or another model.");
        final TensorProto tensor = node.getAttrOrThrow("value").getTensor();
        final long[] sizes = tensor.getTensorShape().getDimList().stream().mapToLong(dim -> dim.getSize()).toArray();
        if (!Arrays.equals(sizes, shape.asArray()))
            throw new AffectException("The model in " + folder + " has heads of other sizes: " + name + " is "
                + Arrays.toString(sizes) + " instead of " + Arrays.toString(shape.asArray())
                + ". Choose heads of the same sizes, or another model.");
        return numbers(tensor, Math.toIntExact(shape.size()));
    }

    private boolean isFolded(final String name) {
        return nodes.containsKey(VariableWeights.nodeName(name.replaceFirst("/[^/]*$", FrozenWeights.KERNEL)));
    }

    private static float[] same(final float value, final Shape shape) {
        final float[] values = new float[Math.toIntExact(shape.size())];
        Arrays.fill(values, value);
        return values;
    }

    /** @return a tensor's numbers; TensorFlow stores one number once, where it is the same everywhere */
    private static float[] numbers(final TensorProto tensor, final int size) {
        final float[] values = new float[size];
        if (tensor.getTensorContent().isEmpty()) {
            for (int i = 0; i < size; i++) values[i] = tensor.getFloatVal(Math.min(i, tensor.getFloatValCount() - 1));
            return values;
        }
        ByteBuffer.wrap(tensor.getTensorContent().toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
            .get(values);
        return values;
    }

    /**
     * Puts what makes the embedding into a graph, and nothing else of the model.
     *
     * @param graph to put it in
     * @param length C, that the embedding must have
     * @throws AffectException if the model makes no embedding, or one of another length
     */
    Backbone addTo(final Graph graph, final int length) {
        final TensorInfo embedding = signature.getOutputsOrDefault(EMBEDDING, TensorInfo.getDefaultInstance());
        if (embedding.getName().isEmpty())
            throw new AffectException("The model in " + folder + " makes no embedding: choose an affect model.");
        graph.importGraphDef(upTo(operation(embedding)), PREFIX);
        final Operand<TFloat32> vectors = output(graph, PREFIX + "/", embedding);
        final long found = vectors.shape().get(vectors.shape().numDimensions() - 1);
        if (found != length)
            throw new AffectException("The model in " + folder + " makes embeddings of length " + found
                + ", the heads take " + length + ": choose the model that the heads were trained on.");
        final Map<String, Operand<?>> inputs = new HashMap<>();
        signature.getInputsMap().forEach((name, info) -> inputs.put(name, output(graph, PREFIX + "/", info)));
        return new Backbone(inputs, vectors);
    }

    @SuppressWarnings("unchecked")
    private static <T extends org.tensorflow.types.family.TType> Output<T> output(final Graph graph,
        final String prefix, final TensorInfo info)
    {
        final int index = Integer.parseInt(info.getName().substring(info.getName().indexOf(':') + 1));
        return (Output<T>) graph.operation(prefix + operation(info)).output(index);
    }

    private static String operation(final TensorInfo info) {
        return info.getName().substring(0, info.getName().indexOf(':'));
    }

    /** @return a node and all that it needs, in their old order */
    private GraphDef upTo(final String last) {
        final Set<String> needed = new HashSet<>();
        final Deque<String> open = new ArrayDeque<>(Set.of(last));
        while (!open.isEmpty()) {
            final String name = open.pop();
            if (!needed.add(name)) continue;
            nodes.get(name).getInputList().forEach(input -> open.push(input.replaceFirst("^\\^|:\\d+$", "")));
        }
        final GraphDef.Builder graph = GraphDef.newBuilder();
        nodes.values().stream().filter(node -> needed.contains(node.getName())).forEach(graph::addNode);
        return graph.build();
    }

    /**
     * Puts whole models into a graph, all of which see the pictures of the first one's input.
     *
     * @param graph to put them in, empty
     * @param members 1 or more
     * @throws AffectException if a model isn't one of affect that AffectJ made, or takes other pictures than the first
     */
    static Members addTo(final Graph graph, final List<FrozenModel> members) {
        final TensorInfo image = members.get(0).image();
        final GraphDef.Builder all = GraphDef.newBuilder().addNode(members.get(0).nodes.get(operation(image)));
        members.forEach(member -> member.copyTo(all, image, prefix(members, member)));
        graph.importGraphDef(all.build());
        return new Members(output(graph, "", image), members.stream()
            .map(member -> member.outputs(graph, prefix(members, member))).toList());
    }

    private static String prefix(final List<FrozenModel> members, final FrozenModel member) {
        return "member" + (members.indexOf(member) + 1) + "/";
    }

    private TensorInfo image() {
        if (signature.getInputsCount() == 1 && signature.containsInputs(IMAGE)
            && signature.getOutputsMap().keySet().containsAll(OUTPUTS)) return signature.getInputsOrThrow(IMAGE);
        throw new AffectException("The model in " + folder
            + " can't be a member of an ensemble: choose affect models that AffectJ made.");
    }

    private void copyTo(final GraphDef.Builder all, final TensorInfo image, final String prefix) {
        if (!image().getTensorShape().equals(image.getTensorShape()))
            throw new AffectException("The model in " + folder
                + " takes pictures of another size than the first one: choose members of one size.");
        final String own = operation(image());
        for (final NodeDef node : nodes.values()) {
            if (node.getName().equals(own)) continue;
            final NodeDef.Builder copy = node.toBuilder().setName(prefix + node.getName()).clearInput();
            for (final String input : node.getInputList())
                copy.addInput(input.equals(own) ? operation(image)
                    : input.startsWith("^") ? "^" + prefix + input.substring(1) : prefix + input);
            all.addNode(copy);
        }
    }

    private Map<String, Operand<TFloat32>> outputs(final Graph graph, final String prefix) {
        return OUTPUTS.stream()
            .collect(Collectors.toMap(name -> name, name -> output(graph, prefix, signature.getOutputsOrThrow(name))));
    }
}
