package org.affectj.shell;

import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Optimizer;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

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

    @Option(names = "--averaging", paramLabel = "R", defaultValue = "0",
        description = "Validates and keeps averages of the weights that decay by this in each step, such as 0.999; 0 for "
            + "none. Default: ${DEFAULT-VALUE}.")
    private double averaging;

    @Option(names = "--head-option", paramLabel = "NAME=VALUE",
        description = "Another choice for the heads, such as messages=false or attentionResidual=true; docs/network.md "
            + "lists them.")
    private Map<String, String> options = Map.of();

    /**
     * @param seed of the weights before training
     * @return the network
     */
    NetworkSpecification specification(final int seed) {
        return new NetworkSpecification(head, imageSize, true, stem, widths, blocks, features, neighbours, attention,
            dropout, optimizer, headOptions(), averaging, seed);
    }

    private HeadOptions headOptions() {
        final Gson gson = new Gson();
        final JsonObject all = gson.toJsonTree(HeadOptions.DEFAULT).getAsJsonObject();
        options.forEach((name, value) -> {
            if (!all.has(name))
                throw new AffectException("The head has no option '" + name + "': give one of "
                    + String.join(", ", all.keySet()) + ".");
            all.addProperty(name, value);
            check(gson, name, value, all);
        });
        return gson.fromJson(all, HeadOptions.class);
    }

    private static void check(final Gson gson, final String name, final String value, final JsonObject all) {
        final String understood;
        try {
            understood = gson.toJsonTree(gson.fromJson(all, HeadOptions.class)).getAsJsonObject().get(name).getAsString();
        } catch (final RuntimeException e) {
            throw new AffectException("The head's option " + name + " can't be '" + value
                + "': see docs/network.md for its values.", e);
        }
        if (understood.matches("true|false") && !understood.equals(value))
            throw new AffectException("The head's option " + name + " can't be '" + value + "': give true or false.");
    }
}
