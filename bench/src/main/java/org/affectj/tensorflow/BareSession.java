package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.affectj.bench.BareNetwork;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Tensor;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Tensor;
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

    /** Some operations' outputs: where tensors enter or leave the graph. */
    private record Ports(TF_Operation[] operations, int[] indices) {

        static Ports of(final SavedModelBundle bundle, final Stream<TensorInfo> tensors) {
            final List<Pair<TF_Operation, Integer>> ports = tensors
                .map(tensor -> JavacppUtils.getGraphOperationByName(bundle.getGraph(), tensor.getName())).toList();
            return new Ports(ports.stream().map(Pair::getKey).toArray(TF_Operation[]::new),
                ports.stream().mapToInt(Pair::getValue).toArray());
        }
    }

    private final Model model;
    private final SavedModelBundle bundle;
    private final TF_Tensor[] fed;
    private final Ports inputs;
    private final Ports outputs;

    /**
     * @param savedModel folder
     * @param options device and precision
     * @param signature what to run
     * @param values its inputs, by name
     */
    public BareSession(final Path savedModel, final EngineOptions options, final String signature,
        final Map<String, Tensor> values) throws IOException, MalformedModelException
    {
        final boolean trainable = Files.isDirectory(savedModel.resolve("variables"));
        final SessionSettings settings = SessionSettings.of(options, EngineLoader.load().devices(), trainable);
        model = Model.newInstance("saved_model.pb", Device.cpu(), TfEngine.ENGINE_NAME);
        model.load(savedModel, null, Map.of("ConfigProto", settings.toProto()));
        bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        final SignatureDef function = bundle.getMetaGraphDef().getSignatureDefOrThrow(signature);
        final List<String> names = function.getInputsMap().keySet().stream().sorted().toList();
        inputs = Ports.of(bundle, names.stream().map(function::getInputsOrThrow));
        outputs = Ports.of(bundle, function.getOutputsMap().values().stream());
        fed = names.stream().map(values::get).map(NativeTensors::toNative).toArray(TF_Tensor[]::new);
    }

    @Override
    public void run() {
        try (PointerScope scope = new PointerScope()) {
            JavacppUtils.runSession(bundle.getSession(), null, fed, inputs.operations, inputs.indices,
                outputs.operations, outputs.indices, new TF_Operation[0]);
        }
    }

    @Override
    public void close() {
        for (final TF_Tensor tensor : fed)
            tensor.close();
        model.close();
    }
}
