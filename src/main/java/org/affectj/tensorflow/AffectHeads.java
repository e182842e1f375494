package org.affectj.tensorflow;

import java.util.List;

import org.affectj.engine.NetworkSpecification;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The paper's heads (METHOD 1.3 and 1.4), its siblings (1.5), and the relation graph over tokens (2). */
final class AffectHeads {

    private final NetworkSpecification specification;
    private final int units;
    private final int expressions;
    private final boolean queryGradient;
    private final ActionUnitGraph graph;

    /**
     * @param specification kind of head, length of features, neighbours, attention, dropout
     * @param units number of action units
     * @param expressions number of expressions
     * @param queryGradient whether the expressions' loss reaches the action units through the attention's query
     */
    AffectHeads(final NetworkSpecification specification, final int units, final int expressions,
        final boolean queryGradient)
    {
        this.specification = specification;
        this.units = units;
        this.expressions = expressions;
        this.queryGradient = queryGradient;
        this.graph = new ActionUnitGraph(units, specification.features(), specification.neighbours(),
            specification.dropout());
    }

    /**
     * @param pass the run
     * @param features one vector for each face
     * @return all outputs
     */
    Affect apply(final Pass pass, final Features features) {
        final ActionUnitGraph.Result au = actionUnits(pass, features);
        final Operand<TFloat32> scores = scores(pass, features.vectors(), au.probabilities());
        final boolean softmaxed = switch (specification.head()) {
            case MULTI_HEAD, FMTL -> true;
            default -> false;
        };
        return new Affect(valenceArousal(pass, features.vectors()), scores,
            softmaxed ? scores : pass.tf.nn.softmax(scores), au.probabilities(), au.adjacency());
    }

    private ActionUnitGraph.Result actionUnits(final Pass pass, final Features features) {
        return switch (specification.head()) {
            case MULTI_HEAD -> plainActionUnits(pass, features.vectors());
            case TOKEN_GRAPH -> graph.ofTokens(pass, features.rows(), features.tokens());
            default -> graph.ofVectors(pass, features.vectors());
        };
    }

    /** Linear and sigmoid; each action unit is related to itself only. */
    private ActionUnitGraph.Result plainActionUnits(final Pass pass, final Operand<TFloat32> x) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> p = tf.math.sigmoid(
            Dense.apply(pass, ActionUnitGraph.NAME + "plain", x, specification.features(), units));
        final Operand<TFloat32> zeros = tf.zerosLike(tf.expandDims(p, tf.constant(2)));
        final Operand<TFloat32> identity = tf.math.add(zeros, tf.constant(identity(units)));
        return new ActionUnitGraph.Result(p, tf.expandDims(p, tf.constant(2)), identity);
    }

    private Operand<TFloat32> valenceArousal(final Pass pass, final Operand<TFloat32> x) {
        final Operand<TFloat32> linear = Dense.apply(pass, AffectNetwork.VALENCE_AROUSAL + "linear", x,
            specification.features(), 2);
        return pass.tf.math.tanh(Dense.normalised(pass, AffectNetwork.VALENCE_AROUSAL + "linear", linear, 2));
    }

    private Operand<TFloat32> scores(final Pass pass, final Operand<TFloat32> x, final Operand<TFloat32> au) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> e = Dense.apply(pass, AffectNetwork.EXPRESSION + "linear", x, specification.features(),
            expressions);
        final Operand<TFloat32> query = queryGradient ? au : tf.stopGradient(au);
        return switch (specification.head()) {
            case MTL -> e;
            case MULTI_HEAD -> tf.nn.softmax(e);
            case FMTL -> fused(pass, e, query);
            default -> CrossAttention.apply(pass, query, units, e, specification.attention());
        };
    }

    /** concat(e, p) → ReLU layer of the same length → softmax over the expressions. */
    private Operand<TFloat32> fused(final Pass pass, final Operand<TFloat32> e, final Operand<TFloat32> au) {
        final Ops tf = pass.tf;
        final int size = expressions + units;
        final Operand<TFloat32> both = tf.concat(List.of(e, au), tf.constant(1));
        final Operand<TFloat32> hidden = tf.nn.relu(
            Dense.apply(pass, AffectNetwork.EXPRESSION + "fusion/hidden", both, size, size));
        return tf.nn.softmax(Dense.apply(pass, AffectNetwork.EXPRESSION + "fusion/out", hidden, size, expressions));
    }

    private static float[][] identity(final int size) {
        final float[][] matrix = new float[size][size];
        for (int i = 0; i < size; i++) matrix[i][i] = 1;
        return matrix;
    }
}
