package org.affectj.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The signatures that train a network: for each of its stages, one call makes one step and returns the losses before
 * it.
 */
final class Training {

    private final Ops tf;
    private final Trainable network;
    private final VariableWeights weights;
    private final Averages averages;
    private final Operand<TInt32> seed;
    private final Optimizer optimizer;
    private final HeadOptions options;
    private final Map<String, Operand<?>> inputs = new LinkedHashMap<>();

    /**
     * @param tf the graph to build in
     * @param specification which optimiser
     * @param network what to train
     * @param weights its variables
     * @param averages that follow them
     */
    Training(final Ops tf, final NetworkSpecification specification, final Trainable network,
        final VariableWeights weights, final Averages averages)
    {
        this.tf = tf;
        this.network = network;
        this.weights = weights;
        this.averages = averages;
        this.options = specification.options();
        final Operand<TFloat32> rate = scalar("learning_rate");
        final Operand<TFloat32> decay = scalar("weight_decay");
        seed = tf.withName("seed").placeholder(TInt32.class, Placeholder.shape(Shape.of(2)));
        optimizer = switch (specification.optimizer()) {
            case ADAMW -> new AdamW(weights, rate, decay);
            case SAM_SGD -> new SharpnessAwareSgd(weights, rate, decay);
        };
        inputs.putAll(network.inputs());
        inputs.putAll(network.targets());
        inputs.put("learning_rate", rate);
        inputs.put("weight_decay", decay);
        inputs.put("seed", seed);
    }

    /** @return one for each stage */
    List<Signature> signatures() {
        return network.stages().stream().map(this::signature).toList();
    }

    private Signature signature(final Trainable.Stage stage) {
        final Ops scope = tf.withSubScope(stage.signature());
        final Pass pass = new Pass(scope, weights, stage, seed, options);
        final Map<String, Operand<TFloat32>> losses = network.losses(pass, stage);
        final List<Op> step = optimizer.step(stage.signature(), pass, losses,
            again -> network.losses(again, stage).get(Trainable.LOSS));
        step.addAll(averages.follow(scope.withControlDependencies(new ArrayList<>(step))));
        final Ops after = scope.withControlDependencies(step);
        final Map<String, Operand<?>> outputs = new LinkedHashMap<>();
        losses.forEach((name, loss) -> outputs.put(name, after.identity(loss)));
        return NetworkBuilder.signature(stage.signature(), inputs, outputs);
    }

    private Operand<TFloat32> scalar(final String name) {
        return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }
}
