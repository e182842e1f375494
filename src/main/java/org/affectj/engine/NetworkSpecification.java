package org.affectj.engine;

import java.util.List;

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
 */
public record NetworkSpecification(Head head, int imageSize, boolean grey, int stem, List<Integer> widths, int blocks,
    int features, int neighbours, int attention, double dropout, Optimizer optimizer) {

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
}
