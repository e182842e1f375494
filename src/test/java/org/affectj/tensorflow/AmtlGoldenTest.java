package org.affectj.tensorflow;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.NetworkSpecification.Query;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.affectj.tensorflow.GoldenReference.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The paper's network agrees with its authors' implementation: every number of every reference file, in float32, to
 * 1e-5 of the largest number of its tensor (and the ninth decimal, to which the files are rounded).
 */
class AmtlGoldenTest {

    /** Learning rate and weight decay of the reference's optimisers (METHOD 4). */
    private static final float RATE = 1e-3f;
    private static final float DECAY = 1 / 256f;
    /** The reference's losses are those of joint training without a stopped gradient. */
    private static final HeadOptions QUERY_GRADIENT = new HeadOptions(true, false, Attention.REWEIGHT, false,
        Query.PROBABILITIES, false, true, false, Similarity.DOTS, 1e-5, 0.9, ExpressionMean.ROWS, false);

    static List<GoldenReference> references() throws IOException {
        return GoldenReference.all();
    }

    @ParameterizedTest
    @MethodSource("references")
    void predictions(final GoldenReference reference) {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops tf = Ops.create(graph);
            final Pass pass = Pass.predicting(tf, new GoldenWeights(tf, reference),
                HeadOptions.DEFAULT);
            final Affect affect = heads(reference).apply(pass, features(tf, reference));
            compare(session, reference, "eval/va", affect.valenceArousal());
            compare(session, reference, "eval/ex", affect.expressionScores());
            compare(session, reference, "eval/au", affect.actionUnits());
            compare(session, reference, "eval/au_nodes",
                actionUnitGraph(reference).ofVectors(pass, features(tf, reference).vectors()).nodes());
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void trainingOutputsLossesAndRunningStatistics(final GoldenReference reference) {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops tf = Ops.create(graph);
            final Pass pass = training(tf, reference);
            final Affect affect = heads(reference).apply(pass, features(tf, reference));
            compare(session, reference, "train/va", affect.valenceArousal());
            compare(session, reference, "train/ex", affect.expressionScores());
            compare(session, reference, "train/au", affect.actionUnits());
            for (final String task : List.of("va", "ex", "au"))
                compare(session, reference, "train/loss_" + task, loss(tf, reference, task, affect));
            for (final String role : reference.keys("train/running_stats_after")) {
                final Values expected = reference.get("train/running_stats_after/" + role);
                compare(session, reference, "train/running_stats_after/" + role,
                    pass.statistic(GoldenWeights.name(role), expected.tensorShape(), 0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void gradients(final GoldenReference reference) {
        for (final String task : reference.keys("grad")) {
            try (Graph graph = new Graph(); Session session = new Session(graph)) {
                final Ops tf = Ops.create(graph);
                final Pass pass = training(tf, reference);
                final Affect affect = heads(reference).apply(pass, features(tf, reference));
                final Map<String, Operand<TFloat32>> weights = new LinkedHashMap<>();
                final List<String> roles = reference.keys("grad/" + task);
                roles.forEach(role -> weights.put(role, pass.parameters().get(GoldenWeights.name(role))));
                final Map<String, Operand<TFloat32>> gradients = org.affectj.tensorflow.Optimizer.gradients(tf,
                    loss(tf, reference, task, affect), weights);
                roles.forEach(role -> compare(session, reference, role, "grad/" + task + "/" + role,
                    gradients.get(role)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void twoStepsOfAdamW(final GoldenReference reference) {
        final String path = "two_steps_au/adamw";
        twoSteps(reference, Optimizer.ADAMW, path).forEach((role, actual) -> {
            final Values expected = GoldenWeights.layout(role, reference.get(path + "/" + role));
            reference.assertClose(path + "/" + role, expected, actual, noise(reference, role, actual.length), 2 * RATE);
        });
    }

    @ParameterizedTest
    @MethodSource("references")
    void twoStepsOfSharpnessAwareSgd(final GoldenReference reference) {
        final String path = "two_steps_au/sam_sgd";
        twoSteps(reference, Optimizer.SAM_SGD, path).forEach((role, actual) -> reference.assertClose(path + "/" + role,
            GoldenWeights.layout(role, reference.get(path + "/" + role)), actual));
    }

    /**
     * Adam divides each gradient by its own size. Where that is below a millionth of the largest in its tensor, it is
     * rounding noise of float32, in the reference as here, and decides about a whole step of {@link #RATE}.
     */
    private static boolean[] noise(final GoldenReference reference, final String role, final int size) {
        final boolean[] noise = new boolean[size];
        if (!reference.has("grad/au/" + role)) return noise;
        final Values gradient = GoldenWeights.layout(role, reference.get("grad/au/" + role));
        for (int i = 0; i < size; i++) noise[i] = Math.abs(gradient.values()[i]) < 1e-6 * gradient.largest();
        return noise;
    }

    /** @return weights after two steps of the signature that trains action units, by role */
    private static Map<String, float[]> twoSteps(final GoldenReference reference, final Optimizer optimizer,
        final String path)
    {
        try (Graph graph = new Graph(); Session session = new Session(graph)) {
            final Ops tf = Ops.create(graph);
            final NetworkSpecification specification = specification(reference, optimizer);
            final AffectNetwork network = new AffectNetwork(specification, tf, units(reference),
                expressions(reference));
            final VariableWeights weights = new VariableWeights(tf, 1);
            final Signature signature = new Training(tf, specification, network, weights,
                new Averages(tf, weights, 0)).signatures().get(0);
            final List<String> roles = reference.keys("params").stream()
                .filter(role -> weights.variables().containsKey(GoldenWeights.name(role))).toList();
            final GoldenWeights golden = new GoldenWeights(tf, reference);
            final List<Operand<TFloat32>> assignments = roles.stream().<Operand<TFloat32>>map(role -> {
                final Operand<TFloat32> variable = weights.variables().get(GoldenWeights.name(role));
                return tf.assign(variable, golden.get(GoldenWeights.name(role), variable.shape(), null));
            }).toList();
            session.initialize();
            assignments.forEach(assignment -> session.runner().addTarget(assignment.op()).run().close());
            for (int step = 0; step < 2; step++) session.run(signature, batch(reference)).close();
            final Map<String, float[]> values = weights.values(session);
            final Map<String, float[]> byRole = new LinkedHashMap<>();
            reference.keys(path).forEach(role -> byRole.put(role, values.get(GoldenWeights.name(role))));
            return byRole;
        }
    }

    private static Pass training(final Ops tf, final GoldenReference reference) {
        return Pass.training(tf, new GoldenWeights(tf, reference), tf.constant(new int[] { 1, 1 }));
    }

    private static Operand<TFloat32> loss(final Ops tf, final GoldenReference reference, final String task,
        final Affect affect)
    {
        final Operand<TFloat32> rows = constant(tf, ones(rows(reference)));
        return switch (task) {
            case "au" -> new Losses(tf).actionUnits(affect.actionUnits(), constant(tf, reference.get("y_au")),
                constant(tf, ones(rows(reference), units(reference))), constant(tf, reference.get("au_loss_weights")));
            case "ex" -> new Losses(tf).expression(affect.expressionScores(), constant(tf, oneHot(reference)), rows,
                constant(tf, reference.get("ex_class_weights")), ExpressionMean.ROWS);
            case "va" -> new Losses(tf).valenceArousal(affect.valenceArousal(), constant(tf, reference.get("y_va")),
                rows);
            default -> throw new AssertionError(reference + " has gradients of an unknown loss: " + task + ".");
        };
    }

    private static Map<String, Tensor> batch(final GoldenReference reference) {
        final int rows = rows(reference);
        final int units = units(reference);
        final Map<String, Tensor> batch = Batches.steps(RATE, DECAY);
        batch.put("features", tensor(reference.get("x")));
        batch.put("action_unit", tensor(reference.get("y_au")));
        batch.put("action_unit_mask", tensor(ones(rows, units)));
        batch.put("action_unit_weights", tensor(reference.get("au_loss_weights")));
        batch.put("expression", tensor(oneHot(reference)));
        batch.put("expression_weight", tensor(ones(rows)));
        batch.put("class_weights", tensor(reference.get("ex_class_weights")));
        batch.put("valence_arousal_target", tensor(reference.get("y_va")));
        batch.put("valence_arousal_mask", tensor(ones(rows)));
        batch.put("task_weights", tensor(ones(4)));
        batch.put("matching_mask", Batches.constant(0, rows));
        batch.put("presence", Batches.constant(0, expressions(reference), units));
        batch.put("absence", Batches.constant(0, expressions(reference), units));
        return batch;
    }

    private static AffectHeads heads(final GoldenReference reference) {
        return new AffectHeads(specification(reference, Optimizer.ADAMW), units(reference), expressions(reference));
    }

    private static ActionUnitGraph actionUnitGraph(final GoldenReference reference) {
        return new ActionUnitGraph(units(reference), reference.get("x").size(1), reference.integer("K"), 0,
            HeadOptions.DEFAULT);
    }

    private static NetworkSpecification specification(final GoldenReference reference, final Optimizer optimizer) {
        return new NetworkSpecification(Head.AMTL, 0, false, 16, List.of(16), 1, reference.get("x").size(1),
            reference.integer("K"), reference.get("params/att_Wk").size(0), 0, optimizer)
            .with(QUERY_GRADIENT);
    }

    private static int rows(final GoldenReference reference) {
        return reference.get("x").size(0);
    }

    private static int units(final GoldenReference reference) {
        return reference.get("params/centroids").size(0);
    }

    private static int expressions(final GoldenReference reference) {
        return reference.get("params/ex_b").size(0);
    }

    private static Values oneHot(final GoldenReference reference) {
        final float[] labels = reference.get("y_ex").values();
        final int classes = expressions(reference);
        final float[] target = new float[labels.length * classes];
        for (int row = 0; row < labels.length; row++) target[row * classes + (int) labels[row]] = 1;
        return new Values(target, labels.length, classes);
    }

    private static Values ones(final long... shape) {
        final float[] ones = new float[(int) Shape.of(shape).size()];
        java.util.Arrays.fill(ones, 1);
        return new Values(ones, shape);
    }

    private static Features features(final Ops tf, final GoldenReference reference) {
        return Features.of(constant(tf, reference.get("x")));
    }

    private static Operand<TFloat32> constant(final Ops tf, final Values values) {
        return tf.constant(values.tensorShape(), DataBuffers.of(values.values()));
    }

    private static Tensor tensor(final Values values) {
        return Batches.floats(values.values(), values.shape());
    }

    private static void compare(final Session session, final GoldenReference reference, final String path,
        final Operand<TFloat32> actual)
    {
        compare(session, reference, "", path, actual);
    }

    private static void compare(final Session session, final GoldenReference reference, final String role,
        final String path, final Operand<TFloat32> actual)
    {
        try (Result result = session.runner().fetch(actual).run()) {
            final TFloat32 tensor = (TFloat32) result.get(0);
            final float[] values = new float[(int) tensor.size()];
            tensor.copyTo(DataBuffers.of(values));
            reference.assertClose(path, GoldenWeights.layout(role, reference.get(path)), values);
        }
    }
}
