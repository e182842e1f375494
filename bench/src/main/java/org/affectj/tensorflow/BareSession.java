package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.affectj.bench.BareNetwork;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfEngine;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import ai.djl.util.Pair;

/**
 * Calls of TensorFlow's session and nothing around them. In this package, so that the engine's class loader defines it
 * beside the engine's own TensorFlow.
 */
public final class BareSession implements BareNetwork {

    private final Model model;
    private final SavedModelBundle bundle;
    private final TF_Tensor input;
    private final Pair<TF_Operation, Integer> inputOperation;
    private final TF_Operation[] outputOperations;
    private final int[] outputIndices;

    /**
     * @param savedModel folder
     * @param options device and precision
     * @param batch number of pictures in the input
     * @param size their width and height
     * @param pixels {@code batch * size * size * 3} bytes
     */
    public BareSession(final Path savedModel, final EngineOptions options, final int batch, final int size,
        final byte[] pixels) throws IOException, MalformedModelException
    {
        model = Model.newInstance("saved_model.pb", Device.cpu(), TfEngine.ENGINE_NAME);
        model.load(savedModel, null,
            Map.of("ConfigProto", SessionSettings.of(options, EngineLoader.load().devices()).toProto()));
        bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        input = TF_Tensor.allocateTensor(tensorflow.TF_UINT8, new long[] { batch, size, size, 3 }, pixels.length);
        tensorflow.TF_TensorData(input).capacity(pixels.length).asByteBuffer().put(pixels);
        final SignatureDef signature = bundle.getMetaGraphDef().getSignatureDefOrThrow(Network.SERVE);
        inputOperation = operation(signature.getInputsOrThrow("image"));
        final List<Pair<TF_Operation, Integer>> outputs =
            signature.getOutputsMap().values().stream().map(this::operation).toList();
        outputOperations = outputs.stream().map(Pair::getKey).toArray(TF_Operation[]::new);
        outputIndices = outputs.stream().mapToInt(Pair::getValue).toArray();
    }

    private Pair<TF_Operation, Integer> operation(final TensorInfo tensor) {
        return JavacppUtils.getGraphOperationByName(bundle.getGraph(), tensor.getName());
    }

    @Override
    public void run() {
        try (PointerScope scope = new PointerScope()) {
            JavacppUtils.runSession(bundle.getSession(), null, new TF_Tensor[] { input },
                new TF_Operation[] { inputOperation.getKey() }, new int[] { inputOperation.getValue() },
                outputOperations, outputIndices, new TF_Operation[0]);
        }
    }

    @Override
    public void close() {
        input.close();
        model.close();
    }
}
