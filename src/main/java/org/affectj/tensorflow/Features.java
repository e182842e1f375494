package org.affectj.tensorflow;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What the backbone tells the heads.
 *
 * @param vectors one for each picture [B, C]
 * @param rows one for each place of each picture [B·L, C]
 * @param tokens L, places in a picture
 */
record Features(Operand<TFloat32> vectors, Operand<TFloat32> rows, int tokens) {

    /** Layers between backbone and heads have names that begin with this; they are trained with the backbone. */
    static final String NAME = Backbone.NAME + "features";

    /** @return feature vectors as they come */
    static Features of(final Operand<TFloat32> vectors) {
        return new Features(vectors, vectors, 1);
    }

    /**
     * Brings the backbone's channels to length C where they differ: the mean over places first, or for a graph over
     * tokens each place on its own, by METHOD 2's global_linear.
     *
     * @param pass the run
     * @param specification length C, kind of head
     * @param map feature map [B, height, width, channels]
     * @param backbone that made the map
     */
    static Features of(final Pass pass, final NetworkSpecification specification, final Operand<TFloat32> map,
        final Backbone backbone)
    {
        final Ops tf = pass.tf;
        final int length = specification.features();
        final int tokens = backbone.resolution() * backbone.resolution();
        if (specification.head() == Head.TOKEN_GRAPH) {
            final Operand<TFloat32> places = tf.reshape(map, tf.constant(new int[] { -1, backbone.channels() }));
            final Operand<TFloat32> rows = Dense.block(pass, NAME, places, backbone.channels(), length);
            final Operand<TFloat32> each = tf.reshape(rows, tf.constant(new int[] { -1, tokens, length }));
            return new Features(tf.math.mean(each, tf.constant(1)), rows, tokens);
        }
        final Operand<TFloat32> mean = tf.math.mean(map, tf.constant(new int[] { 1, 2 }));
        return of(backbone.channels() == length ? mean
            : Dense.block(pass, NAME, mean, backbone.channels(), length));
    }
}
