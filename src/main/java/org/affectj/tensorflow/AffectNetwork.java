package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** Backbone, action unit graph and heads with their losses: action units, expressions, valence and arousal of faces. */
final class AffectNetwork implements Trainable {

    /** Layers that only expressions need have names that begin with this. */
    static final String EXPRESSION = "expression/";
    /** Layers that only valence and arousal need have names that begin with this. */
    static final String VALENCE_AROUSAL = "valence_arousal/";

    private static final String ACTION_UNITS = "train_action_units";
    private static final String EXPRESSIONS = "train_expression";
    private static final String VALENCE_AND_AROUSAL = "train_valence_arousal";
    private static final String JOINT = "train_joint";

    private final NetworkSpecification specification;
    private final Ops tf;
    private final AffectHeads heads;
    private final Optional<Operand<TFloat32>> embedding;
    private final Map<String, Operand<?>> inputs = new LinkedHashMap<>();
    private final Map<String, Operand<?>> targets = new LinkedHashMap<>();

    /**
     * @param specification what to build
     * @param tf the graph to build in
     * @param units number of action units
     * @param expressions number of expressions
     */
    AffectNetwork(final NetworkSpecification specification, final Ops tf, final int units, final int expressions) {
        this(specification, tf, units, expressions, Optional.empty());
    }

    /**
     * @param specification what to build
     * @param tf the graph to build in
     * @param units number of action units
     * @param expressions number of expressions
     * @param backbone of another model, in the same graph; it takes the place of this network's own
     */
    AffectNetwork(final NetworkSpecification specification, final Ops tf, final int units, final int expressions,
        final Optional<FrozenModel.Backbone> backbone)
    {
        this.specification = specification;
        this.tf = tf;
        if (specification.options().mirrored() && specification.head() == Head.TOKEN_GRAPH)
            throw new AffectException("A graph over places can't be mirrored: leave out mirrored, or "
                + "take another head.");
        this.heads = new AffectHeads(specification, units, expressions);
        this.embedding = backbone.map(FrozenModel.Backbone::embedding);
        final int size = specification.imageSize();
        if (backbone.isPresent()) inputs.putAll(backbone.get().inputs());
        else if (size > 0) input(inputs, "image", TUint8.class, -1, size, size, 3);
        else input(inputs, "features", TFloat32.class, -1, specification.features());
        input(targets, "action_unit", TFloat32.class, -1, units);
        input(targets, "action_unit_mask", TFloat32.class, -1, units);
        input(targets, "expression", TFloat32.class, -1, expressions);
        input(targets, "expression_weight", TFloat32.class, -1);
        input(targets, "valence_arousal_target", TFloat32.class, -1, 2);
        input(targets, "valence_arousal_mask", TFloat32.class, -1);
        input(targets, "action_unit_weights", TFloat32.class, units);
        input(targets, "class_weights", TFloat32.class, expressions);
        input(targets, "matching_mask", TFloat32.class, -1);
        input(targets, "presence", TFloat32.class, expressions, units);
        input(targets, "absence", TFloat32.class, expressions, units);
        input(targets, "task_weights", TFloat32.class, 4);
    }

    @Override
    public Map<String, Operand<?>> inputs() {
        return inputs;
    }

    @Override
    public Map<String, Operand<?>> targets() {
        return targets;
    }

    @Override
    public List<Stage> stages() {
        return List.of(stage(ACTION_UNITS, AffectNetwork::isActionUnits),
            stage(EXPRESSIONS, name -> name.startsWith(EXPRESSION) || name.startsWith(CrossAttention.NAME)),
            stage(VALENCE_AND_AROUSAL, name -> name.startsWith(VALENCE_AROUSAL)), stage(JOINT, name -> true));
    }

    private Stage stage(final String signature, final Predicate<String> trained) {
        final boolean moving = specification.options().replicateTrainModeAu();
        return new Stage(signature, trained, moving ? trained.or(AffectNetwork::isActionUnits) : trained);
    }

    private static boolean isActionUnits(final String name) {
        return name.startsWith(ActionUnitGraph.NAME);
    }

    @Override
    public Map<String, Operand<?>> predict(final Pass pass) {
        final Features features = specification.options().mirrored() ? mirrored(pass) : features(pass);
        final Affect affect = heads.apply(pass, features);
        final Map<String, Operand<?>> outputs = new LinkedHashMap<>();
        outputs.put("action_units", Calibrated.actionUnits(tf, affect.actionUnits(), specification.calibration()));
        outputs.put("expressions", affect.expressions());
        outputs.put("valence_arousal", affect.valenceArousal());
        outputs.put("embedding", tf.identity(features.vectors()));
        outputs.put("graph", affect.graph());
        return outputs;
    }

    @Override
    public Map<String, Operand<TFloat32>> losses(final Pass pass, final Stage stage) {
        final Affect affect = heads.apply(pass, features(pass));
        final Losses losses = new Losses(tf);
        final Operand<TFloat32> au = losses.actionUnits(affect.actionUnits(), target("action_unit"),
            target("action_unit_mask"), target("action_unit_weights"));
        final Operand<TFloat32> expression = losses.expression(affect.expressionScores(), target("expression"),
            target("expression_weight"), target("class_weights"), specification.options().expressionMean());
        final Operand<TFloat32> va = losses.valenceArousal(affect.valenceArousal(), target("valence_arousal_target"),
            target("valence_arousal_mask"));
        final Operand<TFloat32> matching = losses.matching(affect.actionUnits(), affect.expressions(),
            target("matching_mask"), target("presence"), target("absence"));
        final Map<String, Operand<TFloat32>> all = new LinkedHashMap<>();
        all.put(LOSS, switch (stage.signature()) {
            case ACTION_UNITS -> au;
            case EXPRESSIONS -> expression;
            case VALENCE_AND_AROUSAL -> va;
            default -> joint(List.of(au, expression, va, matching));
        });
        all.put("loss_action_units", au);
        all.put("loss_expression", expression);
        all.put("loss_valence_arousal", va);
        all.put("loss_matching", matching);
        return all;
    }

    /** Σ task weight · loss; each loss is a mean over the labels that are there (METHOD 3.4). */
    private Operand<TFloat32> joint(final List<Operand<TFloat32>> losses) {
        return tf.reduceSum(tf.math.mul(target("task_weights"), tf.stack(losses)), tf.constant(0));
    }

    @SuppressWarnings("unchecked")
    private Features features(final Pass pass) {
        if (embedding.isPresent()) return Features.of(embedding.get());
        if (specification.imageSize() == 0) return Features.of((Operand<TFloat32>) inputs.get("features"));
        return features(pass, (Operand<TUint8>) inputs.get("image"));
    }

    private Features features(final Pass pass, final Operand<TUint8> image) {
        final Backbone backbone = new Backbone(specification);
        return Features.of(pass, specification, backbone.apply(pass, image), backbone);
    }

    /** @return the mean of the features of the pictures and of their mirror images, where there are pictures */
    @SuppressWarnings("unchecked")
    private Features mirrored(final Pass pass) {
        if (embedding.isPresent() || specification.imageSize() == 0) return features(pass);
        final Operand<TUint8> image = (Operand<TUint8>) inputs.get("image");
        final Operand<TUint8> both =
            tf.concat(List.of(image, tf.reverse(image, tf.constant(new int[] { 2 }))), tf.constant(0));
        final Operand<TFloat32> vectors = features(pass, both).vectors();
        final Operand<TFloat32> sides =
            tf.reshape(vectors, tf.constant(new int[] { 2, -1, specification.features() }));
        return Features.of(tf.math.mean(sides, tf.constant(0)));
    }

    @SuppressWarnings("unchecked")
    private Operand<TFloat32> target(final String name) {
        return (Operand<TFloat32>) targets.get(name);
    }

    private <T extends TType> void input(final Map<String, Operand<?>> to, final String name, final Class<T> type,
        final long... shape)
    {
        to.put(name, tf.withName(name).placeholder(type, Placeholder.shape(Shape.of(shape))));
    }
}
