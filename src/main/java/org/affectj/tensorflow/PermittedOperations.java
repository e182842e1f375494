package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.engine.Operations;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

import com.google.protobuf.CodedInputStream;

/**
 * What TensorFlow's operations a network may consist of. The lists name what is known to do arithmetic alone, not what
 * is known to be dangerous, so that an operation that nobody thought of is refused.
 */
final class PermittedOperations {

    private static final Set<String> PREDICTING = names("""
        Placeholder PlaceholderWithDefault Const Identity IdentityN NoOp StopGradient PartitionedCall
        StatefulPartitionedCall
        Abs Add AddN AddV2 Ceil ClipByValue Cos Cosh Cumprod Cumsum Div DivNoNan Erf Exp Expm1 Floor FloorDiv FloorMod
        Inv Log Log1p Maximum Minimum Mod Mul MulNoNan Neg Pow RealDiv Reciprocal Rint Round Rsqrt Sign Sin Sinh Sqrt
        Square SquaredDifference Sub Tan Tanh TruncateDiv
        All Any ArgMax ArgMin L2Loss Max Mean Min Prod Sum TopK TopKV2
        Equal Greater GreaterEqual IsFinite IsInf IsNan Less LessEqual LogicalAnd LogicalNot LogicalOr NotEqual Select
        SelectV2 Where
        BatchMatMul BatchMatMulV2 BatchMatMulV3 BiasAdd Conv2D Conv2DBackpropInput DepthwiseConv2dNative Einsum MatMul
        AvgPool FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 LRN MaxPool MaxPoolV2 ResizeBicubic ResizeBilinear
        ResizeNearestNeighbor
        Elu LeakyRelu LogSoftmax Relu Relu6 Selu Sigmoid Softmax Softplus Softsign
        BatchToSpaceND BroadcastArgs BroadcastTo Cast Concat ConcatV2 DepthToSpace ExpandDims Fill Gather GatherNd
        GatherV2 LinSpace MirrorPad OneHot OnesLike Pack Pad PadV2 Range Rank Reshape Reverse ReverseV2 Shape ShapeN
        Size Slice SpaceToBatchND SpaceToDepth Split SplitV Squeeze StridedSlice Tile Transpose Unpack ZerosLike
        """);

    /** What gradients, optimisers, chance and variables need, and the checkpoint files of variables. */
    private static final Set<String> TRAINING = Stream.concat(PREDICTING.stream(), names("""
        ApplyAdam ApplyGradientDescent ApplyMomentum Assign AssignAdd AssignSub BroadcastGradientArgs ConcatOffset
        Conv2DBackpropFilter DeepCopy DynamicStitch FusedBatchNormGradV3 InvertPermutation ReluGrad RsqrtGrad
        SigmoidGrad StatelessRandomNormal StatelessRandomUniform TanhGrad VariableV2
        RestoreV2 SaveV2
        """).stream()).collect(Collectors.toUnmodifiableSet());

    /** Other forms of a SavedModel that TensorFlow reads, and that aren't checked here. */
    private static final List<String> UNCHECKED = List.of("saved_model.cpb", "saved_model.pbtxt");

    private PermittedOperations() {
        // only static functions
    }

    /**
     * @param folder of a SavedModel
     * @param allowed what it may do, {@link Operations#PREDICTING} or {@link Operations#TRAINING}
     * @throws AffectException if it holds another operation, or can't be read
     */
    static void check(final Path folder, final Operations allowed) {
        for (final String name : UNCHECKED)
            if (Files.exists(folder.resolve(name)))
                throw new AffectException("The network in " + folder + " has a file " + name
                    + ", whose operations can't be checked: delete that file, or choose another network.");
        try {
            final CodedInputStream content =
                CodedInputStream.newInstance(Files.readAllBytes(folder.resolve("saved_model.pb")));
            content.enableAliasing(true); // megabytes of weights needn't be copied to read what they are for
            check(SavedModel.parseFrom(content), folder, allowed);
        } catch (final IOException e) {
            throw new AffectException("The network in " + folder + " can't be read (" + Messages.line(e)
                + "): install it again.", e);
        }
    }

    /** As {@link #check(Path, Operations)}, of what was read from the folder. */
    static void check(final SavedModel model, final Path folder, final Operations allowed) {
        model.getMetaGraphsList().forEach(part -> check(part, folder, allowed));
    }

    private static void check(final MetaGraphDef part, final Path folder, final Operations allowed) {
        final GraphDef graph = part.getGraphDef();
        final List<FunctionDef> functions = graph.getLibrary().getFunctionList();
        final Set<String> known = new HashSet<>(allowed == Operations.TRAINING ? TRAINING : PREDICTING);
        functions.forEach(function -> known.add(function.getSignature().getName())); // whose operations are checked too
        Stream.concat(graph.getNodeList().stream(), functions.stream().flatMap(f -> f.getNodeDefList().stream()))
            .map(NodeDef::getOp).filter(operation -> !known.contains(operation)).findFirst().ifPresent(operation -> {
                throw new AffectException("The network in " + folder + " holds the operation " + operation
                    + ", which networks don't need and which might reach your files: don't use it, "
                    + "or give --trust-model in a shell if you know its maker.");
            });
    }

    private static Set<String> names(final String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
