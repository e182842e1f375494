package org.affectj.engine;

import java.util.List;
import java.util.Objects;

import org.affectj.AffectException;

/**
 * What network to build. Written into model.json, so that a model says what it is made of.
 *
 * @param head what the network predicts, and how
 * @param imageSize width and height of its input pictures in pixels; 0 if it takes feature vectors instead
 * @param grey whether pictures are reduced to their luminance first
 * @param stem channels of the first convolution of the residual backbone
 * @param widths channels of the backbone's stages; each halves the resolution
 * @param blocks residual blocks in each stage
 * @param features length C of the feature vector that the head takes
 * @param neighbours neighbours K that each action unit has in the relation graph
 * @param attention size of the hidden layer of the cross attention
 * @param dropout share of the features dropped while training, before each action unit's block
 * @param optimizer how weights are updated
 * @param options details of the heads; {@link HeadOptions#DEFAULT} where null, as in files from before there were any
 * @param averaging d in average = d · average + (1 − d) · weight, which follows the weights step by step; 0 for no
 *            averages
 * @param seed of the weights before training; 0, as in files from before there was one, is {@link #SEED}
 * @param calibration of what it predicts; {@link Calibration#NONE} where null, as in files from before there was any
 */
public record NetworkSpecification(Head head, int imageSize, boolean grey, int stem, List<Integer> widths, int blocks,
    int features, int neighbours, int attention, double dropout, Optimizer optimizer, HeadOptions options,
    double averaging, int seed, Calibration calibration) {

    /** The seed where none is chosen. */
    public static final int SEED = 2022;

    /** What is predicted, and how. */
    public enum Head {
        /** Action unit relation graph with multi-task cross attention: the paper's network (METHOD 1.3 and 1.4). */
        AMTL,
        /** As {@link #AMTL}, without attention (METHOD 1.5). */
        MTL,
        /** Three plain heads (METHOD 1.5). */
        MULTI_HEAD,
        /** Expressions from a fusion of expression and action unit outputs (METHOD 1.5). */
        FMTL,
        /** The relation graph over spatial tokens (METHOD 2), with the paper's other heads. */
        TOKEN_GRAPH,
        /** 68 points and the probability that the picture shows a face. */
        LANDMARKS
    }

    /** How weights are updated (METHOD 4). */
    public enum Optimizer {
        /** Sharpness-aware minimisation around SGD with momentum 0.9. */
        SAM_SGD,
        /** Adam with decoupled weight decay. */
        ADAMW
    }

    /** What the attention makes of its weights a and the logits e (METHOD 12, row 6). */
    public enum Attention {
        /** Each logit is weighted: z_j = a_j e_j. */
        REWEIGHT,
        /** The logits are summed up to one number, Σ a_j e_j, from which a linear layer makes logits again. */
        SUM
    }

    /** What the attention asks with (METHOD 12, row 7). */
    public enum Query {
        /** Probabilities of the action units [N]. */
        PROBABILITIES,
        /** The graph's vectors of all action units, one behind the other [N · C]. */
        NODES
    }

    /** What makes two nodes of the relation graph similar (METHOD 12, row 11). */
    public enum Similarity {
        /** A large dot product. */
        DOTS,
        /** A large cosine. */
        COSINE,
        /** A small sum of absolute differences. */
        L1
    }

    /** What the expressions' loss is divided by (METHOD 12, row 13). */
    public enum ExpressionMean {
        /** The number of rows that have a label. */
        ROWS,
        /** The sum of the weights of the rows and their classes, as PyTorch does by default. */
        WEIGHTS
    }

    /**
     * Where the paper and its code leave a choice, or another choice is worth a comparison (METHOD 12).
     *
     * @param queryGradient whether the expressions' loss reaches the action units through the attention in joint
     *            training (row 4)
     * @param replicateTrainModeAu whether the action units' layers stay in training mode, with dropout and running
     *            statistics that move, in the stages of the other heads; restore them afterwards (row 5)
     * @param attention what the attention makes (row 6)
     * @param attentionResidual whether the logits are added to what the attention makes (row 6)
     * @param query what the attention asks with (row 7)
     * @param softmaxedKeys whether the attention's keys and values are softmaxed logits (row 9)
     * @param messages whether nodes of the relation graph exchange messages; an ablation where they don't
     * @param selfLoops whether each action unit is joined to itself in any case (row 10)
     * @param similarity which nodes the relation graph joins (row 11)
     * @param batchNormEpsilon added to the variance in every batch norm, above 0 (row 12)
     * @param batchNormDecay share of running statistics that a step keeps, in [0, 1] (row 12); at 1 they stay, batch
     *            norms use them in training, too, and nothing is dropped
     * @param expressionMean what the expressions' loss is divided by (row 13)
     * @param mirrored whether predictions stand on the mean of the features of a picture and of its mirror image, so
     *            that both sides of a face count alike; takes twice the time
     */
    public record HeadOptions(boolean queryGradient, boolean replicateTrainModeAu, Attention attention,
        boolean attentionResidual, Query query, boolean softmaxedKeys, boolean messages, boolean selfLoops,
        Similarity similarity, double batchNormEpsilon, double batchNormDecay, ExpressionMean expressionMean,
        boolean mirrored) {

        /** METHOD 12's choices. */
        public static final HeadOptions DEFAULT = new HeadOptions(false, false, Attention.REWEIGHT, false,
            Query.PROBABILITIES, false, true, false, Similarity.DOTS, 1e-5, 0.9, ExpressionMean.ROWS, false);

        public HeadOptions {
            Objects.requireNonNull(attention, "attention");
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(similarity, "similarity");
            Objects.requireNonNull(expressionMean, "expressionMean");
            if (!(batchNormEpsilon > 0))
                throw new AffectException("The option batchNormEpsilon can't be " + batchNormEpsilon
                    + ": use a number above 0, such as 1e-5.");
            if (!(batchNormDecay >= 0 && batchNormDecay <= 1))
                throw new AffectException("The option batchNormDecay can't be " + batchNormDecay
                    + ": use a number from 0 to 1, such as 0.9.");
        }

        /** @return the same options with running statistics that stay, for heads that are trained on with few faces */
        public HeadOptions withFixedStatistics() {
            return new HeadOptions(queryGradient, replicateTrainModeAu, attention, attentionResidual,
                query, softmaxedKeys, messages, selfLoops, similarity, batchNormEpsilon, 1, expressionMean, mirrored);
        }
    }

    public NetworkSpecification {
        options = Objects.requireNonNullElse(options, HeadOptions.DEFAULT);
        if (!(averaging >= 0 && averaging < 1))
            throw new AffectException("Weights can't be averaged with " + averaging
                + ": use a number from 0 (no averages) to below 1, such as 0.999.");
        if (seed == 0) seed = SEED;
        calibration = Objects.requireNonNullElse(calibration, Calibration.NONE);
    }

    /** As the full constructor, with default options, without averages. */
    public NetworkSpecification(final Head head, final int imageSize, final boolean grey, final int stem,
        final List<Integer> widths, final int blocks, final int features, final int neighbours, final int attention,
        final double dropout, final Optimizer optimizer)
    {
        this(head, imageSize, grey, stem, widths, blocks, features, neighbours, attention, dropout, optimizer,
            HeadOptions.DEFAULT, 0, SEED, Calibration.NONE);
    }

    /** @return the same network with these options of its heads */
    public NetworkSpecification with(final HeadOptions changed) {
        return new NetworkSpecification(head, imageSize, grey, stem, widths, blocks, features, neighbours, attention,
            dropout, optimizer, changed, averaging, seed, calibration);
    }

    /** @return the same network whose weights are averaged with this decay */
    public NetworkSpecification withAveraging(final double decay) {
        return new NetworkSpecification(head, imageSize, grey, stem, widths, blocks, features, neighbours, attention,
            dropout, optimizer, options, decay, seed, calibration);
    }

    /** @return the same network with other weights before training */
    public NetworkSpecification withSeed(final int changed) {
        return new NetworkSpecification(head, imageSize, grey, stem, widths, blocks, features, neighbours, attention,
            dropout, optimizer, options, averaging, changed, calibration);
    }

    /** @return the same network whose predictions are calibrated so */
    public NetworkSpecification with(final Calibration changed) {
        return new NetworkSpecification(head, imageSize, grey, stem, widths, blocks, features, neighbours, attention,
            dropout, optimizer, options, averaging, seed, changed);
    }

    /** @return these heads alone, on feature vectors */
    public NetworkSpecification onFeatures() {
        return new NetworkSpecification(head, 0, grey, stem, widths, blocks, features, neighbours, attention, dropout,
            optimizer, options, averaging, seed, calibration);
    }

    /** @return these heads on the pictures and the backbone of another network */
    public NetworkSpecification onBackboneOf(final NetworkSpecification other) {
        return new NetworkSpecification(head, other.imageSize, other.grey, other.stem, other.widths, other.blocks,
            features, neighbours, attention, dropout, optimizer, options, averaging, seed, calibration);
    }
}
