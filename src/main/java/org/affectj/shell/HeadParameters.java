package org.affectj.shell;

import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.HeadOptions;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import picocli.CommandLine.Option;

/** Options on the heads to build, on a network's own features or on those of a frozen model. */
final class HeadParameters {

    @Option(names = "--head", paramLabel = "HEAD", defaultValue = "AMTL",
        description = "What stands on the features: AMTL, MTL, MULTI_HEAD or FMTL; train joint knows TOKEN_GRAPH, too. "
            + "Default: ${DEFAULT-VALUE}.")
    Head head;

    @Option(names = "--neighbours", paramLabel = "K", defaultValue = "4",
        description = "Neighbours of each action unit in the graph. Default: ${DEFAULT-VALUE}.")
    int neighbours;

    @Option(names = "--attention", paramLabel = "N", defaultValue = "64",
        description = "Size of the attention's hidden layer. Default: ${DEFAULT-VALUE}.")
    int attention;

    @Option(names = "--head-option", paramLabel = "NAME=VALUE",
        description = "Another choice for the heads, such as messages=false or attentionResidual=true; docs/network.md "
            + "lists them.")
    private Map<String, String> options = Map.of();

    /** @return the defaults with what was asked for, as {@link #options(HeadOptions)} */
    HeadOptions options() {
        return options(HeadOptions.DEFAULT);
    }

    /**
     * @param usual where nothing is asked for
     * @return these with what was asked for
     * @throws AffectException if an option is unknown or can't have its value
     */
    HeadOptions options(final HeadOptions usual) {
        final Gson gson = new Gson();
        final JsonObject all = gson.toJsonTree(usual).getAsJsonObject();
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
            understood = gson.toJsonTree(gson.fromJson(all, HeadOptions.class)).getAsJsonObject()
                .get(name).getAsString();
        } catch (final RuntimeException e) {
            throw new AffectException("The head's option " + name + " can't be '" + value
                + "': see docs/network.md for its values.", e);
        }
        if (understood.matches("true|false") && !understood.equals(value))
            throw new AffectException("The head's option " + name + " can't be '" + value + "': give true or false.");
    }
}
