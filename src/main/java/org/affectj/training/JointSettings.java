package org.affectj.training;

import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.Calibration;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.model.ModelDescription;
import org.affectj.training.TrainingSchedule.Curve;

/**
 * How a network is trained end to end, all tasks together.
 *
 * @param network what is built
 * @param epochs how often validation follows, 1 or more
 * @param steps batches in an epoch; 0 for as many as show each training face once, on average
 * @param batch faces in a batch, 2 to 4096
 * @param learningRate at its highest, above 0
 * @param weightDecay 0 or more
 * @param warmUp share of all steps in which the learning rate rises, in [0, 1)
 * @param curve what the learning rate does after that
 * @param seed of all chance
 * @param shares parts of a batch that each data set has, by its name; a set that isn't named has as many parts as it
 *            has training faces, divided by a thousand
 * @param balanced names of the sets whose rare expressions are drawn more often, by the square root of their number
 * @param weakTargets whether faces that have only an expression learn action units from it by co-annotation (METHOD
 *            9.2), and valence and arousal from its place in the circumplex (METHOD 9.4)
 * @param lossWeights whether rare action units and expressions count more, by METHOD 3.1 and 3.2
 * @param taskWeights weights of the losses of action units, expressions, valence and arousal: 3 numbers, 0 or more
 * @param matching weight of the loss by which action units and expressions learn from each other on faces without
 *            action units (distribution matching, METHOD 9.2), 0 or more
 * @param degradation strength of low resolution, blur, light, noise, JPEG and things in front of faces, in [0, 2]
 * @param jitter strength of turning, scaling and shifting, in [0, 2]
 * @param teacher the model whose word is mixed into the labels; empty for none
 * @param start the model whose weights are trained on; empty for fresh ones
 */
public record JointSettings(NetworkSpecification network, int epochs, int steps, int batch, double learningRate,
    double weightDecay, double warmUp, Curve curve, int seed, Map<String, Integer> shares, List<String> balanced,
    boolean weakTargets, boolean lossWeights, List<Double> taskWeights, double matching, double degradation,
    double jitter, String teacher, String start) {

    /** What suits most data: the settings where nothing else is asked for. */
    public static final JointSettings DEFAULT = new JointSettings(network(32), 20, 0, 128, 0.002, 0.02, 0.05,
        Curve.COSINE, 1, Map.of(), List.of(), false, false, List.of(2.0, 1.0, 0.3), 0, 1, 1, "", "");

    public JointSettings {
        if (batch < 2 || batch > 4096)
            throw new AffectException("The batch can't be " + batch + ": give a number from 2 to 4096.");
        if (steps < 0) throw new AffectException("The steps of an epoch can't be " + steps + ": give 0 or more.");
        if (taskWeights.size() != 3 || taskWeights.stream().anyMatch(weight -> !(weight >= 0)))
            throw new AffectException("The task weights can't be " + taskWeights
                + ": give three numbers, 0 or more, for action units, expressions, valence and arousal.");
        if (!(matching >= 0 && matching < Double.POSITIVE_INFINITY))
            throw new AffectException("The weight of matching can't be " + matching + ": give 0 or more.");
        check("degradation", degradation);
        check("jitter", jitter);
        shares.forEach((name, parts) -> {
            if (parts < 0) throw new AffectException("The share of " + name + " can't be below 0.");
        });
        shares = Map.copyOf(shares);
        balanced = List.copyOf(balanced);
        taskWeights = List.copyOf(taskWeights);
    }

    /**
     * @param width channels of the first stage, a multiple of 16: 32 in the shipped model; each next stage has twice
     *            as many
     * @return the shipped model's network in another width
     */
    public static NetworkSpecification network(final int width) {
        return new NetworkSpecification(Head.AMTL, 96, true, width, List.of(width, 2 * width, 4 * width, 8 * width), 1,
            8 * width, 4, 64, 0.3, Optimizer.ADAMW);
    }

    /** @return these settings for another network, and another length and speed of training */
    public JointSettings with(final NetworkSpecification built, final int length, final int faces, final double rate) {
        return new JointSettings(built, length, steps, faces, rate, weightDecay, warmUp, curve, seed, shares, balanced,
            weakTargets, lossWeights, taskWeights, matching, degradation, jitter, teacher, start);
    }

    /** @return these settings, saying which model teaches */
    JointSettings taughtBy(final ModelDescription model) {
        return new JointSettings(network, epochs, steps, batch, learningRate, weightDecay, warmUp, curve, seed, shares,
            balanced, weakTargets, lossWeights, taskWeights, matching, degradation, jitter, named(model), start);
    }

    /**
     * @param model to train on, of the same sizes as the network
     * @return these settings with running statistics that stay: the model has none of its own to go on from
     */
    JointSettings startingFrom(final ModelDescription model) {
        return new JointSettings(network.with(network.options().withFixedStatistics()).with(Calibration.NONE), epochs,
            steps, batch, learningRate, weightDecay, warmUp, curve, seed, shares, balanced, weakTargets, lossWeights,
            taskWeights, matching, degradation, jitter, teacher, named(model));
    }

    private static String named(final ModelDescription model) {
        return model.nameAndVersion() + " " + model.files().get("saved_model.pb");
    }

    private static void check(final String what, final double strength) {
        if (!(strength >= 0 && strength <= 2))
            throw new AffectException("The " + what + " can't be " + strength + ": give a number from 0 to 2.");
    }

    /**
     * @param faces number of faces to learn from
     * @return the schedule
     */
    TrainingSchedule schedule(final int faces) {
        final int inEpoch = steps > 0 ? steps : Math.max(1, (faces + batch / 2) / batch);
        return new TrainingSchedule(epochs, inEpoch, learningRate, weightDecay, warmUp, curve, seed);
    }
}
