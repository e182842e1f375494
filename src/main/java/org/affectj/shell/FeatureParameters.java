package org.affectj.shell;

import java.nio.file.Path;

import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelDescription.Kind;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.data.TrainingData;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options on the features that heads stand on, shared by the commands that make them. */
public final class FeatureParameters {

    @Mixin
    private TrainingParameters data;

    @Mixin
    private EngineParameters engine;

    @Option(names = "--backbone", paramLabel = "MODEL", defaultValue = ModelStore.FAST,
        description = "The model whose features the heads stand on: a name or a folder. Default: ${DEFAULT-VALUE}.")
    private String backbone;

    @Option(names = "--draws", paramLabel = "N", defaultValue = "1",
        description = "Augmented pictures of each training face. Default: ${DEFAULT-VALUE}.")
    private int draws;

    TrainingParameters data() {
        return data;
    }

    /**
     * Opens the data sets, cutting out crops where that wasn't done yet, and tells what is in them.
     *
     * @param progress is told how many crops are done
     * @return the data, to be closed
     * @throws org.affectj.AffectException if there is a mistake in the data
     */
    public TrainingData open(final TerminalProgress progress) {
        return data.openToTrain(progress);
    }

    /** @return the folder for crops and features */
    public Path work() {
        return data.work();
    }

    /** @return where and how networks run, checked */
    public EngineOptions engine() {
        return engine.options();
    }

    /** @return the name of the model whose features are wanted, or its folder */
    public String backboneName() {
        return backbone;
    }

    /**
     * @return the model whose features are wanted
     * @throws org.affectj.AffectException if there is none, it is damaged, or it is for something else
     */
    public ModelFolder backbone() {
        return new ModelStore().open(backbone, Kind.AFFECT);
    }

    /** @return how many augmented pictures of each training face are wanted */
    public int draws() {
        return draws;
    }
}
