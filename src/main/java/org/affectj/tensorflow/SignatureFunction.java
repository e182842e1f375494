package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.Tensor;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import ai.djl.util.Pair;

/**
 * One signature of a SavedModel, run in the session that DJL loaded it into. DJL's own block would move every tensor
 * through an eager handle, which costs more than a small network takes.
 */
final class SignatureFunction {

    /** Where named tensors enter or leave the graph. */
    private record Ports(List<String> names, TF_Operation[] operations, int[] indices) {

        static Ports of(final TF_Graph graph, final Map<String, TensorInfo> tensors) {
            final List<String> names = tensors.keySet().stream().sorted().toList();
            final List<Pair<TF_Operation, Integer>> ports = names.stream()
                .map(name -> JavacppUtils.getGraphOperationByName(graph, tensors.get(name).getName())).toList();
            return new Ports(names, ports.stream().map(Pair::getKey).toArray(TF_Operation[]::new),
                ports.stream().mapToInt(Pair::getValue).toArray());
        }
    }

    private static final TF_Operation[] NO_TARGETS = {};

    private final TF_Session session;
    private final Ports inputs;
    private final Ports outputs;

    /**
     * @param bundle the SavedModel; must stay open while this is used
     * @param signature one of its signatures
     */
    SignatureFunction(final SavedModelBundle bundle, final SignatureDef signature) {
        session = bundle.getSession();
        inputs = Ports.of(bundle.getGraph(), signature.getInputsMap());
        outputs = Ports.of(bundle.getGraph(), signature.getOutputsMap());
    }

    /**
     * @param values a tensor for each input
     * @return a tensor for each output
     * @throws AffectException if the device hasn't enough memory for so many rows, or the network can't be run
     */
    Map<String, Tensor> call(final Map<String, Tensor> values) {
        try (PointerScope scope = new PointerScope()) {
            final TF_Tensor[] fed = inputs.names.stream().map(name -> toNative(name, values)).toArray(TF_Tensor[]::new);
            final TF_Tensor[] fetched = run(fed, values);
            final Map<String, Tensor> results = new LinkedHashMap<>();
            for (int i = 0; i < fetched.length; i++) {
                try (TF_Tensor tensor = fetched[i]) {
                    results.put(outputs.names.get(i), NativeTensors.toJava(tensor));
                }
            }
            return results;
        }
    }

    private TF_Tensor[] run(final TF_Tensor[] fed, final Map<String, Tensor> values) {
        try {
            return JavacppUtils.runSession(session, null, fed, inputs.operations, inputs.indices, outputs.operations,
                outputs.indices, NO_TARGETS);
        } catch (final TFResourceExhaustedException e) {
            throw new AffectException(outOfMemory(values), e);
        } catch (final RuntimeException e) { // TensorFlow's exceptions have no other type in common
            throw new AffectException("The network can't be run (" + Messages.line(e)
                + "): install its model again, or choose another.", e);
        }
    }

    /** Memory grows with the rows, so that half of them fit unless the weights alone are too many. */
    private static String outOfMemory(final Map<String, Tensor> values) {
        final long rows = values.values().stream().filter(tensor -> tensor.shape().length > 1)
            .mapToLong(tensor -> tensor.shape()[0]).max().orElse(1);
        return "The device hasn't enough memory for a batch of " + rows + (rows == 1 ? ": use a smaller network, or "
            : ": use a batch of " + rows / 2 + ", which takes about half, or ") + "another device.";
    }

    private static TF_Tensor toNative(final String name, final Map<String, Tensor> values) {
        final Tensor tensor = values.get(name);
        if (tensor == null) throw new IllegalArgumentException("The input " + name + " is missing");
        return NativeTensors.toNative(tensor);
    }
}
