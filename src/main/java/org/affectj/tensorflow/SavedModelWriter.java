package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Writes a graph without variables as a SavedModel of one file. TensorFlow's own exporter insists on variables. */
final class SavedModelWriter {

    private SavedModelWriter() {}

    /**
     * @param graph without variables
     * @param signature name of its one signature
     * @param inputs placeholders by name
     * @param outputs results by name
     * @param folder the SavedModel to write
     */
    static void write(final Graph graph, final String signature, final Map<String, Operand<?>> inputs,
        final Map<String, Operand<?>> outputs, final Path folder) throws IOException
    {
        final SignatureDef.Builder function = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        inputs.forEach((name, input) -> function.putInputs(name, info(input.asOutput())));
        outputs.forEach((name, output) -> function.putOutputs(name, info(output.asOutput())));
        final MetaGraphDef content = MetaGraphDef.newBuilder()
            .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
            .setGraphDef(graph.toGraphDef())
            .putSignatureDef(signature, function.build()).build();
        Files.createDirectories(folder);
        Files.write(folder.resolve("saved_model.pb"),
            SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(content).build().toByteArray());
    }

    private static TensorInfo info(final Output<?> output) {
        final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (final long size : output.shape().asArray())
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
        return TensorInfo.newBuilder().setName(output.op().name() + ":" + output.index())
            .setDtype(output.dataType()).setTensorShape(shape).build();
    }
}
