package org.affectj.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Writes SavedModels to test the engine with; loaded by name inside the engine's class loader. */
public final class SmallNetworks implements BiConsumer<String, Path> {

    /** @param kind {@code line}, {@code hungry}, {@code convolutions}, {@code affect} or {@code writing} */
    @Override
    public void accept(final String kind, final Path folder) {
        if (kind.equals("affect") || kind.equals("writing")) affect(kind, folder);
        else withVariables(kind, folder);
    }

    private static void withVariables(final String kind, final Path folder) {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops ops = Ops.create(graph);
            final List<Signature> functions = switch (kind) {
                case "line" -> line(ops, session);
                case "hungry" -> hungry(ops, session);
                default -> convolutions(ops, session);
            };
            final SavedModelBundle.Exporter exporter = SavedModelBundle.exporter(folder.toString())
                .withSession(session);
            functions.forEach(exporter::withSignature);
            exporter.export();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** y = a·x with one variable a = 2, a gradient step on the squared error, and a function of all three types. */
    private static List<Signature> line(final Ops ops, final Session session) {
        final Variable<TFloat32> a = variable(ops, session, NdArrays.scalarOf(2f), Shape.scalar());
        final Placeholder<TFloat32> x = ops.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
        final Operand<TFloat32> y = ops.math.mul(x, a);
        final Placeholder<TFloat32> target = ops.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
        final Placeholder<TFloat32> rate = ops.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        final Operand<TFloat32> loss = ops.math.mean(ops.math.square(ops.math.sub(y, target)), ops.constant(0));
        final Output<?>[] gradient = ((Graph) ops.scope().env())
            .addGradients(loss.asOutput(), new Output<?>[] { a.asOutput() });
        @SuppressWarnings("unchecked")
        final Operand<TFloat32> slope = (Output<TFloat32>) gradient[0];
        final Operand<TFloat32> step = ops.train.applyGradientDescent(a, rate, slope);
        final Operand<TFloat32> after = ops.withControlDependencies(step).identity(loss);

        final Placeholder<TUint8> bytes = ops.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1)));
        final Placeholder<TInt32> integers = ops.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        final Operand<TInt32> sum = ops.math.add(ops.dtypes.cast(bytes, TInt32.class), integers);
        return List.of(
            Signature.builder("serving_default").input("x", x).output("y", y).build(),
            Signature.builder("train").input("x", x).input("target", target).input("learning_rate", rate)
                .output("loss", after).build(),
            Signature.builder("types").input("bytes", bytes).input("integers", integers).output("sum", sum)
                .output("bytes", ops.identity(bytes)).build());
    }

    /** Takes 16 terabytes for each row [1] of its input. */
    private static List<Signature> hungry(final Ops ops, final Session session) {
        final Placeholder<TFloat32> x = ops.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
        final Variable<TFloat32> one = variable(ops, session, NdArrays.scalarOf(1f), Shape.scalar());
        final Operand<org.tensorflow.types.TInt64> rows = ops.dtypes.cast(ops.shape(x),
            org.tensorflow.types.TInt64.class);
        final Operand<org.tensorflow.types.TInt64> sizes = ops.math.mul(rows, ops.constant(new long[] { 1, 1L << 42 }));
        final Operand<TFloat32> y = ops.reduceSum(ops.fill(sizes, one), ops.constant(1));
        return List.of(Signature.builder("serving_default").input("x", x).output("y", y).build());
    }

    /** Eight 3×3 convolutions of 64 channels over grey 56×56 pictures of bytes, and a mean over the picture. */
    private static List<Signature> convolutions(final Ops ops, final Session session) {
        final Placeholder<TUint8> image = ops.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, 56, 56, 1)));
        Operand<TFloat32> x = ops.math.div(ops.dtypes.cast(image, TFloat32.class), ops.constant(255f));
        final Random random = new Random(1);
        int channels = 1;
        for (int i = 0; i < 8; i++) {
            final Shape shape = Shape.of(3, 3, channels, 64);
            final FloatNdArray kernel = NdArrays.ofFloats(shape);
            final double spread = Math.sqrt(2.0 / (9 * channels));
            kernel.scalars().forEach(k -> k.setFloat((float) (random.nextGaussian() * spread)));
            x = ops.nn.relu(ops.nn.conv2d(x, variable(ops, session, kernel, shape), List.of(1L, 1L, 1L, 1L), "SAME"));
            channels = 64;
        }
        final Operand<TFloat32> mean = ops.math.mean(x, ops.constant(new int[] { 1, 2 }));
        return List.of(Signature.builder("serving_default").input("image", image).output("features", mean).build());
    }

    /**
     * An affect model for faces of 4 pixels: AUk is the mean red / 255 · k / 12, each expression 1/8, valence the mean
     * green / 255 and arousal minus that. The kind {@code writing} takes
     * faces of 16 pixels and also writes a file {@code written} beside its folder.
     */
    private static void affect(final String kind, final Path folder) {
        try (Graph graph = new Graph()) {
            final Ops ops = Ops.create(graph);
            final Ops after = kind.equals("affect") ? ops : ops.withControlDependencies(
                ops.io.writeFile(ops.constant(folder.resolveSibling("written").toString()),
                    ops.constant("by a model")));
            final int size = kind.equals("affect") ? 4 : 16;
            final Placeholder<TUint8> image = ops.placeholder(TUint8.class,
                Placeholder.shape(Shape.of(-1, size, size, 3)));
            SavedModelWriter.write(graph, "serving_default", Map.of("image", image), affect(after, image), folder);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Operand<?>> affect(final Ops ops, final Placeholder<TUint8> image) {
        final Operand<TFloat32> share = ops.math.div(ops.dtypes.cast(image, TFloat32.class), ops.constant(255f));
        final Operand<TFloat32> colour = ops.math.mean(share, ops.constant(new int[] { 1, 2 }));
        final float[][] units = new float[3][12];
        for (int k = 0; k < 12; k++)
            units[0][k] = (k + 1) / 12f;
        final float[][] affect = { { 0, 0 }, { 1, -1 }, { 0, 0 } };
        final Operand<TFloat32> expressions = ops.nn.softmax(ops.linalg.matMul(colour, ops.constant(new float[3][8])));
        return Map.of("action_units", ops.linalg.matMul(colour, ops.constant(units)), "expressions", expressions,
            "valence_arousal", ops.linalg.matMul(colour, ops.constant(affect)));
    }

    private static Variable<TFloat32> variable(final Ops ops, final Session session, final FloatNdArray value,
        final Shape shape) {
        final Variable<TFloat32> variable = ops.variable(shape, TFloat32.class);
        try (TFloat32 tensor = TFloat32.tensorOf(value)) {
            final Placeholder<TFloat32> fed = ops.placeholder(TFloat32.class, Placeholder.shape(shape));
            session.runner().feed(fed, tensor).addTarget(ops.assign(variable, fed)).run();
        }
        return variable;
    }
}
