package org.affectj.tensorflow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.engine.Network;
import org.affectj.engine.StartMark;
import org.affectj.engine.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;

import ai.djl.Model;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import ai.djl.util.Pair;

/** A SavedModel in a DJL model; all its signatures run in the one session that owns the variables. */
final class DjlNetwork implements Network {

    /** Whether TensorFlow computed anything in this process. */
    private static volatile boolean proven;

    private final Model model;
    private final SavedModelBundle bundle;
    private final Map<String, SignatureFunction> functions = new HashMap<>();

    /** @param model loaded; closed with this network */
    DjlNetwork(final Model model) {
        this.model = model;
        this.bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
    }

    @Override
    public synchronized Map<String, Tensor> call(final String signature, final Map<String, Tensor> inputs) {
        final SignatureFunction function = functions.computeIfAbsent(signature, this::function);
        return proven ? function.call(inputs) : firstCall(function, inputs);
    }

    private static Map<String, Tensor> firstCall(final SignatureFunction function, final Map<String, Tensor> inputs) {
        try (StartMark mark = StartMark.set()) {
            final Map<String, Tensor> outputs = function.call(inputs);
            StartMark.forget();
            proven = true;
            return outputs;
        }
    }

    private SignatureFunction function(final String signature) {
        final Map<String, SignatureDef> signatures = bundle.getMetaGraphDef().getSignatureDefMap();
        if (!signatures.containsKey(signature))
            throw new IllegalArgumentException(
                "The network has no function " + signature + ", only " + signatures.keySet());
        return new SignatureFunction(bundle, signatures.get(signature));
    }

    @Override
    public synchronized void save(final Path prefix) {
        final SaverDef saver = bundle.getMetaGraphDef().getSaverDef();
        try {
            runSaver(saver.getFilenameTensorName(), prefix, List.of(saver.getSaveTensorName()));
        } catch (final TensorFlowException e) {
            throw new AffectException("The weights " + prefix
                + " can't be written: see that their folder is writable and the disk isn't full.", e);
        }
    }

    @Override
    public synchronized void restore(final Path prefix) {
        final SaverDef saver = bundle.getMetaGraphDef().getSaverDef();
        runSaver(saver.getFilenameTensorName(), prefix, List.of(saver.getRestoreOpName()));
    }

    @Override
    public synchronized void restore(final Path prefix, final Predicate<String> variables) {
        final List<NodeDef> nodes = bundle.getMetaGraphDef().getGraphDef().getNodeList();
        final SaverDef saver = bundle.getMetaGraphDef().getSaverDef();
        final Set<String> assignments = nodes.stream().filter(node -> node.getName().equals(saver.getRestoreOpName()))
            .flatMap(node -> node.getInputList().stream()).map(input -> input.substring(1)).collect(Collectors.toSet());
        final List<String> chosen = nodes.stream().filter(node -> assignments.contains(node.getName()))
            .filter(node -> variables.test(VariableWeights.name(node.getInput(0)))).map(NodeDef::getName).toList();
        if (!chosen.isEmpty()) runSaver(saver.getFilenameTensorName(), prefix, chosen);
    }

    /** Runs operations that the SavedModel holds for reading and writing its variables. */
    private void runSaver(final String fileName, final Path prefix, final List<String> operations) {
        final ByteBuffer path = ByteBuffer.wrap(prefix.toString().getBytes(StandardCharsets.UTF_8));
        final Pair<TF_Tensor, TFE_TensorHandle> file =
            JavacppUtils.createStringTensor(new long[0], new ByteBuffer[] { path });
        try (TF_Tensor tensor = file.getKey(); TFE_TensorHandle handle = file.getValue()) {
            final Pair<TF_Operation, Integer> input = operation(fileName);
            JavacppUtils.runSession(bundle.getSession(), null, new TF_Tensor[] { tensor },
                new TF_Operation[] { input.getKey() }, new int[] { input.getValue() }, new TF_Operation[0], new int[0],
                operations.stream().map(name -> operation(name).getKey()).toArray(TF_Operation[]::new));
        }
    }

    private Pair<TF_Operation, Integer> operation(final String name) {
        return JavacppUtils.getGraphOperationByName(bundle.getGraph(), name);
    }

    @Override
    public synchronized void close() {
        model.close();
    }
}
