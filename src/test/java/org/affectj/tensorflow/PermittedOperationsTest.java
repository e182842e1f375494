package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Query;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.affectj.engine.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;

/** Networks that AffectJ writes keep to the lists of operations, and those that could reach files are refused. */
class PermittedOperationsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Head.class)
    void ownNetworksKeepToTheLists(final Head head) {
        keepsToTheLists(Batches.small(head, NetworkSpecification.Optimizer.ADAMW));
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void soDoTheirOptions(final Similarity similarity) {
        keepsToTheLists(Batches.small(Head.AMTL, NetworkSpecification.Optimizer.SAM_SGD).withAveraging(0.9)
            .with(new HeadOptions(true, true, Attention.SUM, true, Query.NODES, true, true, true, similarity, 1e-5, 0.9,
                ExpressionMean.WEIGHTS, true)));
    }

    private void keepsToTheLists(final NetworkSpecification specification) {
        final Path trainable = folder.resolve("trainable");
        NetworkBuilder.create(specification, trainable);
        assertDoesNotThrow(() -> PermittedOperations.check(trainable, Operations.TRAINING));
        assertThrows(AffectException.class, () -> PermittedOperations.check(trainable, Operations.PREDICTING));
        try (SavedModelBundle bundle = SavedModelBundle.load(trainable.toString())) {
            bundle.session().save(trainable.resolve("weights").toString());
        }
        NetworkBuilder.export(specification, trainable.resolve("weights"), folder.resolve("frozen"));
        assertDoesNotThrow(() -> PermittedOperations.check(folder.resolve("frozen"), Operations.PREDICTING));
    }

    @ParameterizedTest
    @ValueSource(strings = { "WriteFile", "ReadFile", "PyFunc", "EagerPyFunc", "SaveV2", "RestoreV2", "MatchingFiles",
        "TFRecordDataset", "PrintV2", "NewestOperation" })
    void refusesWhatPredictingDoesNotNeed(final String operation) throws IOException {
        write(GraphDef.newBuilder().addNode(node("Placeholder")).addNode(node(operation)).build());
        assertEquals(refusal(operation), failure(Operations.PREDICTING));
    }

    @ParameterizedTest
    @ValueSource(strings = { "WriteFile", "ReadFile", "PyFunc", "EagerPyFunc", "MatchingFiles", "PrintV2" })
    void refusesWhatTrainingDoesNotNeed(final String operation) throws IOException {
        write(GraphDef.newBuilder().addNode(node("SaveV2")).addNode(node(operation)).build());
        assertEquals(refusal(operation), failure(Operations.TRAINING));
    }

    @Test
    void looksIntoFunctions() throws IOException {
        write(GraphDef.newBuilder().addNode(node("harmless")).setLibrary(FunctionDefLibrary.newBuilder()
            .addFunction(FunctionDef.newBuilder().setSignature(OpDef.newBuilder().setName("harmless"))
                .addNodeDef(node("Add")).addNodeDef(node("ReadFile")))).build());
        assertEquals(refusal("ReadFile"), failure(Operations.PREDICTING));
    }

    @Test
    void looksIntoEveryGraph() throws IOException {
        write(GraphDef.newBuilder().addNode(node("Add")).build(),
            GraphDef.newBuilder().addNode(node("PyFunc")).build());
        assertEquals(refusal("PyFunc"), failure(Operations.PREDICTING));
    }

    @Test
    void refusesFormsThatCannotBeRead() throws IOException {
        write(GraphDef.newBuilder().addNode(node("Add")).build());
        Files.writeString(folder.resolve("saved_model.pbtxt"), "");
        assertEquals("The network in " + folder + " has a file saved_model.pbtxt, whose operations can't be checked: "
            + "delete that file, or choose another network.", failure(Operations.PREDICTING));
    }

    private static NodeDef node(final String operation) {
        return NodeDef.newBuilder().setName(operation.toLowerCase()).setOp(operation).build();
    }

    private void write(final GraphDef... graphs) throws IOException {
        final SavedModel.Builder model = SavedModel.newBuilder();
        List.of(graphs).forEach(graph -> model.addMetaGraphs(MetaGraphDef.newBuilder().setGraphDef(graph)));
        Files.write(folder.resolve("saved_model.pb"), model.build().toByteArray());
    }

    private String failure(final Operations allowed) {
        return assertThrows(AffectException.class, () -> PermittedOperations.check(folder, allowed)).getMessage();
    }

    private String refusal(final String operation) {
        return "The network in " + folder + " holds the operation " + operation
            + ", which networks don't need and which might reach your files: don't use it, or give --trust-model in a "
            + "shell if you know its maker.";
    }
}
