package org.affectj.shell;

import org.affectj.training.LandmarkRun;
import org.affectj.training.TrainingSchedule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code affectj train landmarks}. */
@Command(name = "landmarks", mixinStandardHelpOptions = true,
    description = "Trains the network that finds 68 points.")
final class TrainLandmarks implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainingParameters data;

    @Mixin
    private TrainingOutputParameters output;

    @Mixin
    private RunParameters run;

    @Mixin
    private EngineParameters engine;

    @Override
    public void run() {
        final TrainingSchedule schedule = new TrainingSchedule(run.epochs, run.steps == 0 ? 300 : run.steps,
            run.learningRate, run.weightDecay, run.warmUp, run.curve, run.seed);
        output.train(new LandmarkRun(schedule, engine.options(), data.work(), output.folder()), data, spec);
        output.finish(spec.commandLine().getOut());
    }
}
