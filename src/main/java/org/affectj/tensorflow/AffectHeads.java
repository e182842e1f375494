package org.affectj.tensorflow;

import java.util.List;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Query;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The paper's heads (METHOD 1.3 and 1.4), its siblings (1.5), and the relation graph over tokens (2). */
final class AffectHeads {

    private final NetworkSpecification specification;
    private final int units;
    private final int expressions;
    private final ActionUnitGraph graph;

    /**
     * @param specification kind of head, length of features, neighbours, attention, dropout, options
     * @param units number of action units
     * @param expressions number of expressions
     */
    AffectHeads(final NetworkSpecification specification, final int units, final int expressions) {
        this.specification = specification;
        this.units = units;
        this.expressions = expressions;
        this.graph = new ActionUnitGraph(units, specification.features(), specification.neighbours(),
            specification.dropout(), specification.options());
    }

    /**
     * @param pass the run
     * @param features one vector for each face
     * @return all outputs
     */
    Affect apply(final Pass pass, final Features features) {
        final ActionUnitGraph.Result au = actionUnits(pass, features);
        final Operand<TFloat32> scores = scores(pass, features.vectors(), au);
        final boolean softmaxed = switch (specification.head()) {
            case MULTI_HEAD, FMTL -> true;
            default -> false;
        };
        final Operand<TFloat32> p = softmaxed ? scores : pass.tf.nn.softmax(scores);
        return new Affect(valenceArousal(pass, features.vectors()), scores,
            Calibrated.expressions(pass.tf, p, specification.calibration()), au.probabilities(), au.adjacency());
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
        return ActionUnitGraph.alone(tf, p, tf.expandDims(p, tf.constant(2)), units);
    }

    private Operand<TFloat32> valenceArousal(final Pass pass, final Operand<TFloat32> x) {
        final Operand<TFloat32> linear = Dense.apply(pass, AffectNetwork.VALENCE_AROUSAL + "linear", x,
            specification.features(), 2);
        return pass.tf.math.tanh(Dense.normalised(pass, AffectNetwork.VALENCE_AROUSAL + "linear", linear, 2));
    }

    private Operand<TFloat32> scores(final Pass pass, final Operand<TFloat32> x, final ActionUnitGraph.Result au) {
        final Operand<TFloat32> e = Dense.apply(pass, AffectNetwork.EXPRESSION + "linear", x, specification.features(),
            expressions);
        return switch (specification.head()) {
            case MTL -> e;
            case MULTI_HEAD -> pass.tf.nn.softmax(e);
            case FMTL -> fused(pass, e, told(pass.tf, au.probabilities()));
            default -> attended(pass, e, au);
        };
    }

    private Operand<TFloat32> attended(final Pass pass, final Operand<TFloat32> e, final ActionUnitGraph.Result au) {
        final Ops tf = pass.tf;
        final boolean nodes = specification.options().query() == Query.NODES;
        final int length = nodes ? units * specification.features() : units;
        final Operand<TFloat32> query = nodes ? tf.reshape(au.nodes(), tf.constant(new int[] { -1, length }))
            : au.probabilities();
        return new CrossAttention(specification.options(), length, expressions, specification.attention())
            .apply(pass, told(tf, query), e);
    }

    /** What action units tell the expressions, by default without a way back for gradients. */
    private Operand<TFloat32> told(final Ops tf, final Operand<TFloat32> au) {
        return specification.options().queryGradient() ? au : tf.stopGradient(au);
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
}
