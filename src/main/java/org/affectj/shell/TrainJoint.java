package org.affectj.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.affectj.engine.NetworkSpecification;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.training.JointRun;
import org.affectj.training.JointSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code affectj train joint}. */
@Command(name = "joint", mixinStandardHelpOptions = true,
    description = "Trains a network that reads action units, expression, valence and arousal, end to end.")
final class TrainJoint implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainingParameters data;

    @Mixin
    private TrainingOutputParameters output;

    @Mixin
    private RunParameters run;

    @Mixin
    private NetworkParameters network;

    @Mixin
    private EngineParameters engine;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "128",
        description = "Faces in a batch, 2 to 4096. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--share", paramLabel = "SET=N",
        description = "Parts of a batch that a data set has; else one for each thousand of its faces.")
    private Map<String, Integer> shares = Map.of();

    @Option(names = "--balance", paramLabel = "SET", split = ",",
        description = "Data sets whose rare expressions are drawn more often.")
    private List<String> balanced = List.of();

    @Option(names = "--weak-targets",
        description = "Faces with an expression only learn action units, valence and arousal from it as well.")
    private boolean weakTargets;

    @Option(names = "--loss-weights", description = "Rare action units and expressions count more.")
    private boolean lossWeights;

    @Option(names = "--task-weights", paramLabel = "AU,EXPR,VA", split = ",", defaultValue = "2,1,0.3",
        description = "Weights of the losses of action units, expressions, valence and arousal. Default: "
            + "${DEFAULT-VALUE}.")
    private List<Double> taskWeights;

    @Option(names = "--matching", paramLabel = "W", defaultValue = "0",
        description = "Weight of the loss by which action units and expressions learn from each other on faces without "
            + "action units; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double matching;

    @Option(names = "--degradation", paramLabel = "S", defaultValue = "1",
        description = "Strength of low resolution, blur, light, noise and covers, 0 to 2. Default: ${DEFAULT-VALUE}.")
    private double degradation;

    @Option(names = "--jitter", paramLabel = "S", defaultValue = "1",
        description = "Strength of turning, scaling and shifting, 0 to 2. Default: ${DEFAULT-VALUE}.")
    private double jitter;

    @Option(names = "--teacher", paramLabel = "MODEL",
        description = "A model whose probabilities of expressions are mixed half and half into the "
            + "labels, and from which action units that nobody told are learnt where it is sure: a name or a folder.")
    private String teacher;

    @Option(names = "--start", paramLabel = "MODEL",
        description = "A model that is trained on, instead of a new network: a name or a folder. Its "
            + "sizes and heads stay.")
    private String start;

    @Override
    public void run() {
        if (start != null) refuseNetworkOptions();
        final Optional<ModelFolder> begun = model(start);
        final NetworkSpecification built = begun.map(folder -> network.specification(folder.network(), run.seed))
            .orElseGet(() -> network.specification(run.seed));
        final JointSettings settings = new JointSettings(built, run.epochs, run.steps, batch,
            run.learningRate, run.weightDecay, run.warmUp, run.curve, run.seed, shares, balanced, weakTargets,
            lossWeights, taskWeights, matching, degradation, jitter, "", "");
        output.train(new JointRun(settings, engine.options(), data.work(), output.folder(),
            model(teacher), begun), data, spec);
        output.finish(spec.commandLine().getOut());
    }

    private static Optional<ModelFolder> model(final String name) {
        return Optional.ofNullable(name).map(given -> new ModelStore().open(given, ModelDescription.Kind.AFFECT));
    }

    /** A network that was begun can't have other sizes; saying nothing would look as if it had. */
    private void refuseNetworkOptions() {
        final ParseResult given = spec.commandLine().getParseResult();
        NetworkParameters.SIZES.stream().filter(given::hasMatchedOption).findFirst().ifPresent(option -> {
            throw new ParameterException(spec.commandLine(), "The model that --start names has its network "
                + "already: leave out " + option + ", or --start.");
        });
    }
}
