package org.affectj.tensorflow;

import java.util.List;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * A residual network of plain 3×3 convolutions: a stem of stride 2, then stages of basic blocks, each stage halving the
 * resolution.
 */
final class Backbone {

    /** Layers of the backbone have names that begin with this. */
    static final String NAME = "backbone/";

    private final NetworkSpecification specification;

    /**
     * @param specification picture size, grey, stem, widths and blocks
     * @throws AffectException if a number of channels isn't a multiple of 16: TensorFlow 2.16's batch norm writes
     *             blocks of 16 numbers on CPUs and damages memory for others; or if the pictures are too small for so
     *             many stages
     */
    Backbone(final NetworkSpecification specification) {
        Stream.concat(Stream.of(specification.stem()), specification.widths().stream()).forEach(Backbone::check);
        final int smallest = 2 << specification.widths().size();
        if (specification.imageSize() < smallest)
            throw new AffectException("Pictures of " + specification.imageSize() + " pixels are too small for "
                + specification.widths().size() + " stages: use " + smallest + " or more.");
        this.specification = specification;
    }

    private static void check(final int width) {
        if (width < 16 || width % 16 != 0)
            throw new AffectException("A backbone can't have " + width + " channels: use multiples of 16.");
    }

    /** @return channels of the feature map */
    int channels() {
        final List<Integer> widths = specification.widths();
        return widths.get(widths.size() - 1);
    }

    /** @return width and height of the feature map */
    int resolution() {
        int size = specification.imageSize();
        for (int halving = 0; halving <= specification.widths().size(); halving++) size = (size + 1) / 2;
        return size;
    }

    /**
     * @param pass the run
     * @param image pictures [B, S, S, 3], RGB
     * @return feature maps [B, resolution, resolution, channels]
     */
    Operand<TFloat32> apply(final Pass pass, final Operand<TUint8> image) {
        int channels = specification.stem();
        Operand<TFloat32> x = pass.tf.nn.relu(Convolution.apply(pass, NAME + "stem", normalised(pass.tf, image), 3,
            specification.grey() ? 1 : 4, channels, 2));
        for (int stage = 0; stage < specification.widths().size(); stage++) {
            final int width = specification.widths().get(stage);
            for (int block = 0; block < specification.blocks(); block++) {
                x = block(pass, NAME + "stage" + (stage + 1) + "/block" + (block + 1), x, channels, width,
                    block == 0 ? 2 : 1);
                channels = width;
            }
        }
        return x;
    }

    private static Operand<TFloat32> block(final Pass pass, final String name, final Operand<TFloat32> x, final int in,
        final int out, final long stride)
    {
        final Ops tf = pass.tf;
        final Operand<TFloat32> first = tf.nn.relu(Convolution.apply(pass, name + "/first", x, 3, in, out, stride));
        final Operand<TFloat32> second = Convolution.apply(pass, name + "/second", first, 3, out, out, 1);
        final boolean same = in == out && stride == 1;
        final Operand<TFloat32> shortcut = same ? x
            : Convolution.apply(pass, name + "/shortcut", x, 1, in, out, stride);
        return tf.nn.relu(tf.math.add(second, shortcut));
    }

    /**
     * Grey values or colours, from 0…255 to about −2…2. Colours get a fourth channel of zeros, since TensorFlow 2.16's
     * bfloat16 convolutions fail for odd numbers of channels.
     */
    private Operand<TFloat32> normalised(final Ops tf, final Operand<TUint8> image) {
        final Operand<TFloat32> values = tf.dtypes.cast(image, TFloat32.class);
        final Operand<TFloat32> x = specification.grey() ? luminance(tf, values) : values;
        final Operand<TFloat32> centred = tf.math.mul(tf.math.sub(x, tf.constant(127.5f)), tf.constant(1 / 64f));
        if (specification.grey()) return centred;
        final int[][] one = { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 1 } };
        return tf.pad(centred, tf.constant(one), tf.constant(0f));
    }

    /** ITU-R BT.601 luminance. */
    private static Operand<TFloat32> luminance(final Ops tf, final Operand<TFloat32> image) {
        final Operand<TFloat32> weighted = tf.math.mul(image, tf.constant(new float[] { 0.299f, 0.587f, 0.114f }));
        return tf.reduceSum(weighted, tf.constant(3), org.tensorflow.op.core.ReduceSum.keepDims(true));
    }
}
