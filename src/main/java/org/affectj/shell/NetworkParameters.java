package org.affectj.shell;

import java.util.List;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;

import picocli.CommandLine.Option;

/** Options on the network to build; the defaults are those of the shipped model. */
final class NetworkParameters {

    @Option(names = "--head", paramLabel = "HEAD", defaultValue = "AMTL",
        description = "What stands on the features: AMTL, MTL, MULTI_HEAD, FMTL or TOKEN_GRAPH. Default: ${DEFAULT-VALUE}.")
    private Head head;

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

    @Option(names = "--neighbours", paramLabel = "K", defaultValue = "4",
        description = "Neighbours of each action unit in the graph. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(names = "--attention", paramLabel = "N", defaultValue = "64",
        description = "Size of the attention's hidden layer. Default: ${DEFAULT-VALUE}.")
    private int attention;

    @Option(names = "--dropout", paramLabel = "R", defaultValue = "0.3",
        description = "Share of the features dropped before each action unit's block. Default: ${DEFAULT-VALUE}.")
    private double dropout;

    @Option(names = "--optimizer", paramLabel = "O", defaultValue = "ADAMW",
        description = "ADAMW or SAM_SGD. Default: ${DEFAULT-VALUE}.")
    private Optimizer optimizer;

    NetworkSpecification specification() {
        return new NetworkSpecification(head, imageSize, true, stem, widths, blocks, features, neighbours, attention,
            dropout, optimizer);
    }
}
