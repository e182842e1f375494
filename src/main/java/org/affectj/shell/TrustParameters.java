package org.affectj.shell;

import org.affectj.engine.EngineOptions;
import org.affectj.engine.Operations;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options on where and how models predict, and what they may do, shared by subcommands. */
final class TrustParameters {

    @Mixin
    private EngineParameters engine;

    @Option(names = "--trust-model",
        description = "Runs a model whatever operations it holds: it may then read and write files of "
            + "this computer. Only for models whose maker you know.")
    private boolean trust;

    /** @return the options, checked */
    EngineOptions options() {
        return engine.options().with(trust ? Operations.ANY : Operations.PREDICTING);
    }
}
