package org.affectj.shell;

import java.util.List;

import org.affectj.engine.Calibration;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Optimizer;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options on the network to build; the defaults are those of the shipped model. */
final class NetworkParameters {

    @Mixin
    private HeadParameters heads;

    /** Options on the sizes of a network. */
    static final List<String> SIZES = List.of("--head", "--neighbours", "--attention", "--image-size",
        "--stem", "--widths", "--blocks", "--features", "--dropout");

    @Option(names = "--image-size", paramLabel = "N", defaultValue = "96",
        description = "Width and height of the network's pictures. Default: ${DEFAULT-VALUE}.")
    private int imageSize;

    @Option(names = "--stem", paramLabel = "N", defaultValue = "32",
        description = "Channels of the first convolution, a multiple of 16. Default: ${DEFAULT-VALUE}.")
    private int stem;

    @Option(names = "--widths", paramLabel = "N,N", split = ",", defaultValue = "32,64,128,256",
        description = "Channels of the stages, multiples of 16. Default: ${DEFAULT-VALUE}.")
    private List<Integer> widths;

    @Option(names = "--blocks", paramLabel = "N", defaultValue = "1",
        description = "Residual blocks in each stage. Default: ${DEFAULT-VALUE}.")
    private int blocks;

    @Option(names = "--features", paramLabel = "N", defaultValue = "256",
        description = "Length of the feature vector. Default: ${DEFAULT-VALUE}.")
    private int features;

    @Option(names = "--dropout", paramLabel = "R", defaultValue = "0.3",
        description = "Share of the features dropped before each action unit's block. Default: ${DEFAULT-VALUE}.")
    private double dropout;

    @Option(names = "--optimizer", paramLabel = "O", defaultValue = "ADAMW",
        description = "ADAMW or SAM_SGD. Default: ${DEFAULT-VALUE}.")
    private Optimizer optimizer;

    @Option(names = "--averaging", paramLabel = "R", defaultValue = "0",
        description = "Validates and keeps averages of the weights that decay by this in each step, "
            + "such as 0.999; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double averaging;

    /**
     * @param seed of the weights before training
     * @return the network
     */
    NetworkSpecification specification(final int seed) {
        return new NetworkSpecification(heads.head, imageSize, true, stem, widths, blocks, features, heads.neighbours,
            heads.attention, dropout, optimizer, heads.options(), averaging, seed, Calibration.NONE);
    }

    /**
     * @param own the network of a model that is trained on
     * @param seed of all chance
     * @return the same network, with other choices for its heads where these are asked for
     */
    NetworkSpecification specification(final NetworkSpecification own, final int seed) {
        return new NetworkSpecification(own.head(), own.imageSize(), own.grey(), own.stem(), own.widths(), own.blocks(),
            own.features(), own.neighbours(), own.attention(), own.dropout(), optimizer, heads.options(own.options()),
            averaging, seed, own.calibration());
    }
}
