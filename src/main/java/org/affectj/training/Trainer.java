package org.affectj.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Tensor;

/**
 * The training loop: builds a network, or resumes one, feeds it batches that other threads prepare, validates and saves
 * after each epoch, and keeps the best state. A run lives in one folder: {@code network} (the untrained SavedModel),
 * {@code checkpoints} and {@code log.csv}.
 */
public final class Trainer {

    private static final String TRAIN = "train_joint";
    private static final int PREFETCHED = 6;
    private static final int THREADS = 2;

    private final EngineOptions options;
    private final NetworkSpecification specification;
    private final Path run;

    /**
     * @param options device, precision and threads
     * @param specification what to train
     * @param run the run's folder
     */
    public Trainer(final EngineOptions options, final NetworkSpecification specification, final Path run) {
        this.options = options;
        this.specification = specification;
        this.run = run;
    }

    /**
     * Trains from the beginning, or from the last checkpoint of the run's folder if it holds one: with the same schedule,
     * a resumed run sees the same batches as one that was never stopped.
     *
     * @param task what to learn
     * @param schedule how long and how fast
     * @param resume whether to go on from a checkpoint
     * @param progress is told about every step
     * @return the prefix of the best weights, for {@link org.affectj.engine.Engine#export}
     * @throws AffectException if there is a run in the folder already and {@code resume} is false
     * @throws java.util.concurrent.CancellationException if cancelled; the last epoch's checkpoint stays
     */
    public Path train(final TrainingTask task, final TrainingSchedule schedule, final boolean resume,
        final Progress progress)
    {
        final Checkpoints checkpoints = new Checkpoints(run.resolve("checkpoints"));
        if (!resume && checkpoints.last().isPresent())
            throw new AffectException("The folder " + run
                + " holds a training run already: resume it (--resume), or give another work folder.");
        final Path untrained = run.resolve("network");
        if (!Files.exists(untrained)) EngineLoader.load().create(specification, untrained);
        try (Network network = EngineLoader.open(untrained, options)) {
            Checkpoints.State state = checkpoints.resume(network).orElse(Checkpoints.State.START);
            while (state.epoch() < schedule.epochs()) {
                state = epoch(network, task, schedule, state, progress);
                checkpoints.save(network, state);
            }
            return checkpoints.weights(state.bestEpoch());
        }
    }

    private Checkpoints.State epoch(final Network network, final TrainingTask task, final TrainingSchedule schedule,
        final Checkpoints.State before, final Progress progress)
    {
        final long start = System.nanoTime();
        final Map<String, Double> losses = steps(network, task, schedule, before.epoch(), progress);
        final double seconds = (System.nanoTime() - start) / 1e9;
        final Map<String, Double> figures = new LinkedHashMap<>(task.validate(network));
        final double score = figures.values().iterator().next();
        figures.putAll(losses);
        figures.put("images_per_second", schedule.stepsPerEpoch() * task.batchSize() / seconds);
        new TrainingLog(run.resolve("log.csv")).append(before.epoch() + 1, seconds, figures);
        progress.update((before.epoch() + 1L) * schedule.stepsPerEpoch(), schedule.steps(),
            "epoch " + (before.epoch() + 1) + " done: " + text(figures));
        return before.after(score);
    }

    private Map<String, Double> steps(final Network network, final TrainingTask task, final TrainingSchedule schedule,
        final int epochsDone, final Progress progress)
    {
        final long from = (long) epochsDone * schedule.stepsPerEpoch();
        final long end = from + schedule.stepsPerEpoch();
        final long start = System.nanoTime();
        final Map<String, Double> sums = new LinkedHashMap<>();
        try (Prefetch<Map<String, Tensor>> batches = new Prefetch<>(task::batch, from, end, PREFETCHED, THREADS)) {
            for (long step = from; step < end; step++) {
                progress.throwIfCancelled();
                final Map<String, Tensor> inputs = batches.next();
                inputs.put("learning_rate", Tensor.of((float) schedule.learningRate(step)));
                inputs.put("weight_decay", Tensor.of((float) schedule.weightDecay()));
                inputs.put("seed", new Tensor(new int[] { schedule.seed(), (int) step }, 2));
                collect(network.call(TRAIN, inputs), sums, step);
                report(schedule, task.batchSize(), start, step, from, sums, progress);
            }
        }
        sums.replaceAll((name, sum) -> sum / schedule.stepsPerEpoch());
        return sums;
    }

    private static void collect(final Map<String, Tensor> losses, final Map<String, Double> sums, final long step) {
        losses.keySet().stream().sorted().forEach(name -> {
            final double loss = losses.get(name).floats()[0];
            if (!Double.isFinite(loss))
                throw new AffectException("The " + name.replace('_', ' ') + " became " + loss + " in step " + step
                    + ": resume from the last checkpoint with a lower learning rate.");
            sums.merge(name, loss, Double::sum);
        });
    }

    private static void report(final TrainingSchedule schedule, final int batchSize, final long start, final long step,
        final long from, final Map<String, Double> sums, final Progress progress)
    {
        final double speed = (step + 1 - from) / ((System.nanoTime() - start) / 1e9);
        final double left = (schedule.steps() - step - 1) / speed;
        progress.update(step + 1, schedule.steps(), String.format(Locale.ROOT,
            "epoch %d, loss %.4f, %.0f images/s, %.0f min left", step / schedule.stepsPerEpoch() + 1,
            sums.getOrDefault("loss", 0.0) / (step + 1 - from), speed * batchSize, left / 60));
    }

    private static String text(final Map<String, Double> figures) {
        return figures.entrySet().stream()
            .map(figure -> String.format(Locale.ROOT, "%s %.4f", figure.getKey(), figure.getValue()))
            .collect(Collectors.joining(", "));
    }
}
