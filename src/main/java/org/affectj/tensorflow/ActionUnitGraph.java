package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;

/**
 * The action unit relation graph (METHOD 1.3, for tokens METHOD 2): a feature vector for each action unit, a graph that
 * joins each to the most similar ones, one round of messages, and the cosine to a centroid as probability.
 */
final class ActionUnitGraph {

    /** Layers of the graph have names that begin with this. */
    static final String NAME = "au/";

    private final int units;
    private final int channels;
    private final int neighbours;
    private final double dropout;
    private final HeadOptions options;

    /**
     * What the graph finds.
     *
     * @param probabilities of the action units [B, N]
     * @param nodes V, a vector for each action unit [B, N, C]
     * @param adjacency Â, the normalised graph [B, N, N]
     */
    record Result(Operand<TFloat32> probabilities, Operand<TFloat32> nodes, Operand<TFloat32> adjacency) {}

    /**
     * @param units N, the number of action units
     * @param channels C, length of the feature vectors
     * @param neighbours K, edges from each action unit
     * @param dropout share of the features dropped before each action unit's block
     * @param options similarity, self loops, messages
     * @throws AffectException if there are fewer action units than neighbours
     */
    ActionUnitGraph(final int units, final int channels, final int neighbours, final double dropout,
        final HeadOptions options)
    {
        if (neighbours < 1 || neighbours > units)
            throw new AffectException("An action unit can't have " + neighbours + " neighbours: use 1 to " + units
                + ".");
        this.units = units;
        this.channels = channels;
        this.neighbours = neighbours;
        this.dropout = dropout;
        this.options = options;
    }

    /**
     * @param pass the run
     * @param features [B, C]
     */
    Result ofVectors(final Pass pass, final Operand<TFloat32> features) {
        final Operand<TFloat32> u = blocks(pass, features, Math.sqrt(1.0 / channels));
        return relate(pass, pass.tf.linalg.transpose(u, pass.tf.constant(new int[] { 1, 0, 2 })));
    }

    /**
     * @param pass the run
     * @param rows all tokens [B·L, C], picture after picture
     * @param tokens L, tokens of a picture
     */
    Result ofTokens(final Pass pass, final Operand<TFloat32> rows, final int tokens) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> u = tf.reshape(blocks(pass, rows, Math.sqrt(2.0 / channels)),
            tf.constant(new int[] { units, -1, tokens, channels }));
        return relate(pass, tf.linalg.transpose(tf.math.mean(u, tf.constant(2)), tf.constant(new int[] { 1, 0, 2 })));
    }

    /** u_i = ReLU(BN_i(W_i · dropout(x) + b_i)) for each action unit i: [N, rows, C] (METHOD 6.3). */
    private Operand<TFloat32> blocks(final Pass pass, final Operand<TFloat32> x, final double deviation) {
        final Ops tf = pass.tf;
        final String name = NAME + "blocks";
        final Operand<TFloat32> weight = pass.weight(name + "/weight", Shape.of(units, channels, channels),
            Initial.normal(deviation));
        final Operand<TFloat32> bias = pass.weight(name + "/bias", Shape.of(units, channels), Dense.bias(channels));
        final Operand<TFloat32> h = product(tf, dropped(pass, name, tf.expandDims(x, tf.constant(0))), weight);
        final Operand<TFloat32> linear = tf.math.add(h, tf.expandDims(bias, tf.constant(1)));
        return tf.nn.relu(BatchNorm.apply(pass, name, linear, Shape.of(units, channels),
            Shape.of(units, 1, channels), 1));
    }

    /** A dropout mask for each action unit. */
    private Operand<TFloat32> dropped(final Pass pass, final String name, final Operand<TFloat32> x) {
        if (dropout == 0 || !pass.moves(name)) return x;
        final Ops tf = pass.tf;
        final Operand<TInt32> shape = tf.math.mul(tf.shape(x), tf.constant(new int[] { units, 1, 1 }));
        return pass.dropout(x, shape, dropout);
    }

    /**
     * @param pass the run
     * @param u nodes before the round of messages [B, N, C]
     */
    Result relate(final Pass pass, final Operand<TFloat32> u) {
        if (!options.messages()) return alone(pass.tf, probabilities(pass, u), u, units);
        final Operand<TFloat32> adjacency = adjacency(pass.tf, u);
        final Operand<TFloat32> nodes = messages(pass, u, adjacency);
        return new Result(probabilities(pass, nodes), nodes, adjacency);
    }

    /** @return the result of action units that are related to themselves only */
    static Result alone(final Ops tf, final Operand<TFloat32> probabilities, final Operand<TFloat32> nodes,
        final int units)
    {
        final Operand<TFloat32> zeros = tf.zerosLike(tf.expandDims(probabilities, tf.constant(2)));
        return new Result(probabilities, nodes, tf.math.add(zeros, identity(tf, units)));
    }

    private static Operand<TFloat32> identity(final Ops tf, final int size) {
        final float[][] matrix = new float[size][size];
        for (int i = 0; i < size; i++) matrix[i][i] = 1;
        return tf.constant(matrix);
    }

    /**
     * Joins each node to the {@code neighbours} nodes most similar to it, more if there are ties (METHOD 6.4). Compared
     * in 64 bits, so that the graph doesn't depend on the precision of matrix products. Has no gradient.
     *
     * @param tf where to build
     * @param u nodes [B, N, C]
     * @return Â = D^-½ A D^-½ [B, N, N]
     */
    private Operand<TFloat32> adjacency(final Ops tf, final Operand<TFloat32> u) {
        final Operand<TFloat64> similarity = similarity(tf, tf.dtypes.cast(tf.stopGradient(u), TFloat64.class));
        final Operand<TFloat64> threshold = tf.reduceMin(
            tf.nn.topK(similarity, tf.constant(neighbours), TInt32.class).values(), tf.constant(2),
            org.tensorflow.op.core.ReduceMin.keepDims(true));
        final Operand<TFloat32> similar = tf.dtypes.cast(tf.math.greaterEqual(similarity, threshold), TFloat32.class);
        final Operand<TFloat32> edges = options.selfLoops() ? tf.math.maximum(similar, identity(tf, units)) : similar;
        final Operand<TFloat32> root = tf.math.rsqrt(tf.reduceSum(edges, tf.constant(2)));
        return tf.math.mul(tf.math.mul(edges, tf.expandDims(root, tf.constant(2))),
            tf.expandDims(root, tf.constant(1)));
    }

    /** @return how similar the nodes are [B, N, N], by METHOD 1.3's metrics */
    private Operand<TFloat64> similarity(final Ops tf, final Operand<TFloat64> u) {
        return switch (options.similarity()) {
            case DOTS -> dots(tf, u);
            case COSINE -> {
                final Operand<TFloat64> squares = tf.reduceSum(tf.math.square(u), tf.constant(2),
                    ReduceSum.keepDims(true));
                yield dots(tf, tf.math.mul(u, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(1e-24)))));
            }
            case L1 -> nearness(tf, u);
        };
    }

    private static Operand<TFloat64> dots(final Ops tf, final Operand<TFloat64> u) {
        return tf.train.batchMatMul(u, u, TFloat64.class, BatchMatMul.adjY(true));
    }

    /** −Σ|u_i − u_j|, for one i after the other: all at once would take N times the memory of the nodes. */
    private Operand<TFloat64> nearness(final Ops tf, final Operand<TFloat64> u) {
        final List<Operand<TFloat64>> rows = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            final Operand<TFloat64> node = tf.gather(u, tf.constant(new int[] { i }), tf.constant(1));
            rows.add(tf.math.neg(tf.reduceSum(tf.math.abs(tf.math.sub(u, node)), tf.constant(2))));
        }
        return tf.stack(rows, Stack.axis(1L));
    }

    /** V = ReLU(U + BN_nodes(Â (U V_w + v_b) + (U U_w + u_b))). */
    private Operand<TFloat32> messages(final Pass pass, final Operand<TFloat32> u, final Operand<TFloat32> adjacency) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> received = product(tf, adjacency, linear(pass, NAME + "graph/v", u));
        final Operand<TFloat32> h = tf.math.add(received, linear(pass, NAME + "graph/u", u));
        final Operand<TFloat32> normalised = BatchNorm.apply(pass, NAME + "graph", h, Shape.of(units),
            Shape.of(1, units, 1), 0, 2);
        return tf.nn.relu(tf.math.add(u, normalised));
    }

    private Operand<TFloat32> linear(final Pass pass, final String name, final Operand<TFloat32> u) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> rows = tf.reshape(u, tf.constant(new int[] { -1, channels }));
        final Operand<TFloat32> y = Dense.apply(pass, name, rows, channels, channels, Math.sqrt(2.0 / channels));
        return tf.reshape(y, tf.constant(new int[] { -1, units, channels }));
    }

    /** p_i = ⟨V_i / ‖V_i‖, ReLU(s_i) / ‖ReLU(s_i)‖⟩. */
    private Operand<TFloat32> probabilities(final Pass pass, final Operand<TFloat32> nodes) {
        final Ops tf = pass.tf;
        final Operand<TFloat32> centroids = pass.weight(NAME + "centroids", Shape.of(units, channels),
            Initial.uniform(Math.sqrt(6.0 / (units + channels))));
        return tf.reduceSum(tf.math.mul(unit(tf, nodes), unit(tf, tf.nn.relu(centroids))), tf.constant(-1));
    }

    /** x / max(‖x‖, 1e-12) along the last axis. */
    private static Operand<TFloat32> unit(final Ops tf, final Operand<TFloat32> x) {
        final Operand<TFloat32> squares = tf.reduceSum(tf.math.square(x), tf.constant(-1), ReduceSum.keepDims(true));
        return tf.math.mul(x, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(1e-24f))));
    }

    private static Operand<TFloat32> product(final Ops tf, final Operand<TFloat32> a, final Operand<TFloat32> b) {
        return tf.train.batchMatMul(a, b, TFloat32.class);
    }
}
