package org.affectj.tensorflow;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.proto.SaverDef;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import ai.djl.util.Pair;

/** A SavedModel in a DJL model; all its signatures run in the one session that owns the variables. */
final class DjlNetwork implements Network {

    private final Model model;
    private final SavedModelBundle bundle;
    private final Map<String, TfSymbolBlock> blocks = new HashMap<>();

    /** @param model loaded; closed with this network */
    DjlNetwork(final Model model) {
        this.model = model;
        this.bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
    }

    @Override
    public synchronized Map<String, Tensor> call(final String signature, final Map<String, Tensor> inputs) {
        final TfSymbolBlock block = block(signature);
        // TensorFlow moves what it is fed to the session's device itself
        try (NDManager scope = model.getNDManager().newSubManager(Device.cpu())) {
            final NDList list = new NDList();
            for (final Pair<String, Shape> input : block.describeInput())
                list.add(toArray(scope, input.getKey(), inputs.get(input.getKey())));
            final Map<String, Tensor> outputs = new LinkedHashMap<>();
            for (final NDArray output : block.forward(null, list, false))
                outputs.put(output.getName(), toTensor(output));
            return outputs;
        }
    }

    private TfSymbolBlock block(final String signature) {
        // DJL would take another signature, with a warning in the log
        if (!bundle.getMetaGraphDef().containsSignatureDef(signature))
            throw new IllegalArgumentException("The network has no function " + signature + ", only "
                + bundle.getMetaGraphDef().getSignatureDefMap().keySet());
        return blocks.computeIfAbsent(signature, name -> new TfSymbolBlock(bundle, name));
    }

    private static NDArray toArray(final NDManager scope, final String name, final Tensor tensor) {
        if (tensor == null) throw new IllegalArgumentException("The input " + name + " is missing");
        final Shape shape = new Shape(tensor.shape());
        if (tensor.values() instanceof float[] floats) return scope.create(FloatBuffer.wrap(floats), shape);
        if (tensor.values() instanceof int[] ints) return scope.create(IntBuffer.wrap(ints), shape);
        return scope.create(ByteBuffer.wrap((byte[]) tensor.values()), shape, DataType.UINT8);
    }

    private static Tensor toTensor(final NDArray array) {
        final Object values = switch (array.getDataType()) {
            case FLOAT32 -> array.toFloatArray();
            case INT32 -> array.toIntArray();
            case UINT8 -> array.toByteBuffer().array();
            default -> throw new IllegalStateException(array.getName() + " is of the type " + array.getDataType());
        };
        return new Tensor(values, array.getShape().getShape());
    }

    @Override
    public synchronized void save(final Path prefix) {
        final SaverDef saver = bundle.getMetaGraphDef().getSaverDef();
        runSaver(saver.getFilenameTensorName(), prefix, saver.getSaveTensorName());
    }

    @Override
    public synchronized void restore(final Path prefix) {
        final SaverDef saver = bundle.getMetaGraphDef().getSaverDef();
        runSaver(saver.getFilenameTensorName(), prefix, saver.getRestoreOpName());
    }

    /** Runs one of the operations that the SavedModel holds for reading and writing its variables. */
    private void runSaver(final String fileName, final Path prefix, final String operation) {
        final ByteBuffer path = ByteBuffer.wrap(prefix.toString().getBytes(StandardCharsets.UTF_8));
        final Pair<TF_Tensor, TFE_TensorHandle> file =
            JavacppUtils.createStringTensor(new long[0], new ByteBuffer[] { path });
        try (TF_Tensor tensor = file.getKey(); TFE_TensorHandle handle = file.getValue()) {
            final Pair<TF_Operation, Integer> input = operation(fileName);
            JavacppUtils.runSession(bundle.getSession(), null, new TF_Tensor[] { tensor },
                new TF_Operation[] { input.getKey() }, new int[] { input.getValue() }, new TF_Operation[0], new int[0],
                new TF_Operation[] { operation(operation).getKey() });
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
