package org.affectj.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.WholeFolder;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Operations;
import org.affectj.engine.Tensor;

/**
 * The training loop: builds a network, or resumes one, feeds it batches that other threads prepare, validates after
 * each epoch, and keeps the last and the best state. Where the network averages its weights, the averages are
 * validated and returned. A run lives in one folder: {@code network} (the untrained SavedModel), {@code checkpoints}
 * and {@code log.csv}.
 */
public final class Trainer {

    private static final int PREFETCHED = 6;
    private static final int THREADS = 2;
    /** No more work than this is lost when a process is killed. */
    private static final double SECONDS_BETWEEN_CHECKPOINTS = 600;

    private final EngineOptions options;
    private final NetworkSpecification specification;
    private final Path run;
    private final Optional<Path> start;

    /**
     * @param options device, precision and threads
     * @param specification what to train
     * @param run the run's folder
     * @param start prefix of weights to start from; empty for fresh ones
     */
    public Trainer(final EngineOptions options, final NetworkSpecification specification, final Path run,
        final Optional<Path> start)
    {
        this.options = options;
        this.specification = specification;
        this.run = run;
        this.start = start;
    }

    /**
     * Trains from the beginning, or from the last checkpoint of the run's folder if it holds one: a resumed run sees
     * the same batches as one that was never stopped, and ends with the same weights where the arithmetic repeats
     * (float32, one thread).
     *
     * @param task what to learn
     * @param schedule how long and how fast
     * @param resume whether to go on from a checkpoint
     * @param listener is told about every step and epoch
     * @return the prefix of the best weights, for {@link org.affectj.engine.Engine#export}
     * @throws AffectException if there is a run in the folder already and {@code resume} is false
     * @throws CancellationException if cancelled; the last state is saved before
     */
    public Path train(final TrainingTask task, final TrainingSchedule schedule, final boolean resume,
        final TrainingListener listener)
    {
        final Checkpoints checkpoints = new Checkpoints(run.resolve("checkpoints"));
        if (!resume && checkpoints.last().isPresent())
            throw new AffectException("The folder " + run
                + " holds a training run already: resume it (--resume), or give another work folder.");
        try (Network network = EngineLoader.open(untrained(), options.with(Operations.TRAINING))) {
            TrainingState state = checkpoints.resume(network).orElse(TrainingState.START);
            if (!state.epochs().isEmpty()) listener.resumed(state.toldAgain(task.stage(), schedule.epochs()));
            if (state.step() == 0) start.ifPresent(weights -> begin(network, weights));
            while (state.step() < schedule.steps()) {
                state = steps(network, task, schedule, state, checkpoints, listener);
                state = validate(network, task, schedule, state, listener);
                checkpoints.save(network, state);
                new TrainingLog(run.resolve("log.csv")).write(state.epochs());
            }
            new TrainingLog(run.resolve("log.csv")).write(state.epochs());
            return best(network, checkpoints.weights(state.bestStep()));
        }
    }

    private void begin(final Network network, final Path weights) {
        network.restore(weights);
        if (averages()) network.call(Network.START_AVERAGE, Map.of());
    }

    private boolean averages() {
        return specification.averaging() > 0;
    }

    /** The weights that validated best: those of the checkpoint, or the averages that it holds. */
    private Path best(final Network network, final Path checkpoint) {
        if (!averages()) return checkpoint;
        network.restore(checkpoint);
        network.call(Network.SWAP_AVERAGE, Map.of());
        final Path averaged = checkpoint.resolveSibling("averages");
        network.save(averaged);
        return averaged;
    }

    /**
     * Makes the network of the run from a model's weights, unless the run has one already.
     *
     * @param model SavedModel folder of a model of the same sizes
     */
    void begin(final Path model) {
        if (!Files.exists(network()))
            WholeFolder.write(network(), part -> EngineLoader.load(options).create(specification, part, model));
    }

    /** The untrained network, made whole or not at all. */
    private Path untrained() {
        if (!Files.exists(network()))
            WholeFolder.write(network(), part -> EngineLoader.load(options).create(specification, part));
        return network();
    }

    private Path network() {
        return run.resolve("network");
    }

    /** Goes on to the end of the epoch. */
    private TrainingState steps(final Network network, final TrainingTask task, final TrainingSchedule schedule,
        final TrainingState before, final Checkpoints checkpoints, final TrainingListener listener)
    {
        final long from = before.step();
        final long end = (from / schedule.stepsPerEpoch() + 1) * schedule.stepsPerEpoch();
        final Map<String, Double> sums = new LinkedHashMap<>(before.sums());
        final Clock clock = new Clock();
        double saved = 0;
        TrainingState state = before;
        try (Prefetch<Map<String, Tensor>> batches = new Prefetch<>(task::batch, from, end, PREFETCHED, THREADS)) {
            for (long step = from; step < end; step++) {
                if (listener.isCancelled()) throw cancelled(network, checkpoints, state);
                final Map<String, Tensor> inputs = batches.next();
                inputs.put("learning_rate", Tensor.of((float) schedule.learningRate(step)));
                inputs.put("weight_decay", Tensor.of((float) schedule.weightDecay()));
                inputs.put("seed", new Tensor(new int[] { schedule.seed(), (int) step }, 2));
                final Map<String, Double> losses = losses(network.call(task.signature(), inputs), step);
                losses.forEach((name, loss) -> sums.merge(name, loss, Double::sum));
                state = state.stepped(step + 1, sums, before.seconds() + clock.seconds());
                report(task, schedule, from, step, losses, clock, listener);
                if (clock.seconds() - saved > SECONDS_BETWEEN_CHECKPOINTS && step + 1 < end) {
                    checkpoints.save(network, state);
                    saved = clock.seconds();
                }
            }
        }
        return state;
    }

    private CancellationException cancelled(final Network network, final Checkpoints checkpoints,
        final TrainingState state)
    {
        if (state.step() > 0) checkpoints.save(network, state);
        return new CancellationException("Training was stopped after " + state.step() + " steps; its state is in " + run
            + ", resume it to go on.");
    }

    private static Map<String, Double> losses(final Map<String, Tensor> outputs, final long step) {
        final Map<String, Double> losses = new LinkedHashMap<>();
        outputs.keySet().stream().sorted().forEach(name -> {
            final double loss = outputs.get(name).floats()[0];
            if (!Double.isFinite(loss))
                throw new AffectException("The " + name.replace('_', ' ') + " became " + loss + " in step " + step
                    + ": resume from the last checkpoint with a lower learning rate.");
            losses.put(name, loss);
        });
        return losses;
    }

    private TrainingState validate(final Network network, final TrainingTask task, final TrainingSchedule schedule,
        final TrainingState done, final TrainingListener listener)
    {
        if (averages()) network.call(Network.SWAP_AVERAGE, Map.of());
        final TrainingTask.Validation validation = task.validate(network);
        if (averages()) network.call(Network.SWAP_AVERAGE, Map.of());
        final Map<String, Double> figures = new LinkedHashMap<>(validation.figures());
        done.sums().forEach((name, sum) -> figures.put(name, sum / schedule.stepsPerEpoch()));
        figures.put("images_per_second", schedule.stepsPerEpoch() * task.batchSize() / done.seconds());
        final TrainingState state = done.validated(validation.score(), figures);
        final int epoch = state.epochs().size();
        listener.update(state.step(), schedule.steps(), task.stage() + ", epoch " + epoch + " done: " + text(figures));
        listener.validated(new TrainingEpoch(task.stage(), epoch, schedule.epochs(), done.seconds(), figures,
            state.bestStep() == state.step(), validation.worst()));
        return state;
    }

    private static void report(final TrainingTask task, final TrainingSchedule schedule, final long from,
        final long step, final Map<String, Double> losses, final Clock clock, final TrainingListener listener)
    {
        final double speed = (step + 1 - from) / clock.seconds();
        final TrainingStep report = new TrainingStep(task.stage(), step + 1, schedule.steps(),
            schedule.epochs(), losses, schedule.learningRate(step), speed * task.batchSize(),
            (schedule.steps() - step - 1) / speed);
        listener.stepped(report);
        listener.update(step + 1, schedule.steps(), String.format(Locale.ROOT,
            "%s, epoch %d, loss %.4f, %.0f images/s, %.0f min left", task.stage(),
            step / schedule.stepsPerEpoch() + 1, losses.getOrDefault("loss", 0.0), report.imagesPerSecond(),
            report.secondsLeft() / 60));
    }

    private static String text(final Map<String, Double> figures) {
        return figures.entrySet().stream()
            .map(figure -> String.format(Locale.ROOT, "%s %.4f", figure.getKey(), figure.getValue()))
            .collect(Collectors.joining(", "));
    }

    /** Time since it was made. */
    private static final class Clock {

        private final long start = System.nanoTime();

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
