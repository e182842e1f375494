package org.affectj.training;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.model.ActionUnit;
import org.affectj.model.ModelFolder;
import org.affectj.training.TrainingSchedule.Curve;

/**
 * How heads are trained on a frozen backbone, in the paper's stages (METHOD 4).
 *
 * @param fineTune whether the backbone's own heads are trained on; {@code head} to {@code options} are then its own
 * @param head AMTL, MTL, MULTI_HEAD or FMTL
 * @param neighbours of each action unit in the graph, 1 to 12
 * @param attention size of the attention's hidden layer, 1 or more
 * @param dropout before each action unit's block, in [0, 1)
 * @param options details of the heads (METHOD 12)
 * @param optimizer how weights are updated
 * @param curve what the learning rate does
 * @param learningRate at its highest, above 0
 * @param weightDecay 0 or more
 * @param epochs in each stage, 1 or more
 * @param batch faces in a step, 2 or more
 * @param draws augmented pictures of each training face, 1 to 100
 * @param seed of fresh heads and of the order of faces
 */
public record PaperSettings(boolean fineTune, Head head, int neighbours, int attention, double dropout,
    HeadOptions options, Optimizer optimizer, Curve curve, double learningRate, double weightDecay,
    int epochs, int batch, int draws, int seed) {

    /** The paper's, as at its submission. */
    public static final PaperSettings PAPER = new PaperSettings(false, Head.AMTL, 4, 64, 0.5, HeadOptions.DEFAULT,
        Optimizer.SAM_SGD, Curve.CONSTANT, 1e-3, 1.0 / 256, 100, 256, 1, 1);
    /** For a model that is to get better at faces like one's own: few and small steps. */
    public static final PaperSettings FINE_TUNE = new PaperSettings(true, Head.AMTL, 4, 64, 0.3, HeadOptions.DEFAULT,
        Optimizer.ADAMW, Curve.COSINE, 3e-4, 1.0 / 256, 10, 256, 1, 1);

    public PaperSettings {
        if (head == Head.TOKEN_GRAPH || head == Head.LANDMARKS)
            throw new AffectException("The head " + head + " takes no feature vectors: use AMTL, MTL, "
                + "MULTI_HEAD or FMTL.");
        if (options.mirrored())
            throw new AffectException("Heads on features see no pictures: leave out mirrored, or train "
                + "a mirrored backbone.");
        if (neighbours < 1 || neighbours > 12) throw new AffectException("Neighbours must be from 1 to 12.");
        if (attention < 1) throw new AffectException("The attention's hidden layer needs a size of 1 or more.");
        if (!(dropout >= 0 && dropout < 1)) throw new AffectException("Dropout must be from 0 to below 1.");
        if (batch < 2) throw new AffectException("A batch needs at least 2 faces.");
        if (draws < 1 || draws > 100) throw new AffectException("Draws must be from 1 to 100.");
    }

    /** @return these settings with another length and speed of training */
    public PaperSettings with(final int length, final int faces, final double rate) {
        return new PaperSettings(fineTune, head, neighbours, attention, dropout, options, optimizer, curve, rate,
            weightDecay, length, faces, draws, seed);
    }

    /** @return these settings with another number of augmented pictures of each training face */
    public PaperSettings withDraws(final int number) {
        return new PaperSettings(fineTune, head, neighbours, attention, dropout, options, optimizer, curve,
            learningRate, weightDecay, epochs, batch, number, seed);
    }

    /** @return a backbone's features in a work folder: a training on wants other pictures than one of new heads */
    public Path features(final Path work, final ModelFolder backbone) {
        return work.resolve("features").resolve(backbone.description().name() + (fineTune ? "-fine-tune" : ""));
    }

    /** @return heads on feature vectors of length C */
    NetworkSpecification heads(final ModelFolder backbone, final int length) {
        if (!fineTune)
            return new NetworkSpecification(head, 0, false, 0, List.of(), 0, length, neighbours, attention, dropout,
                optimizer).with(options).withSeed(seed);
        final NetworkSpecification own = backbone.network();
        return new NetworkSpecification(own.head(), 0, own.grey(), own.stem(), own.widths(), own.blocks(),
            own.features(), own.neighbours(), own.attention(), own.dropout(), optimizer)
            .with(own.calibration())
            .with(own.options().withFixedStatistics()); // statistics of few faces would change what all features mean
    }

    /**
     * @return how much the pictures of training faces are spoiled: not at all where faces are to be read as they are
     */
    public double augmentation() {
        return fineTune ? 0 : 1;
    }

    /** @return from which value each action unit counts as present: 0.5 for new heads (METHOD 12, row 15) */
    List<Double> thresholds(final ModelFolder backbone) {
        return fineTune ? backbone.description().thresholds()
            : Collections.nCopies(ActionUnit.values().length, 0.5);
    }

    /** @return the schedule of a stage with so many batches in an epoch */
    TrainingSchedule schedule(final int steps) {
        return new TrainingSchedule(epochs, steps, learningRate, weightDecay, 0, curve, seed);
    }
}
