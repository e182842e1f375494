package org.affectj.training;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.training.data.TrainingData;

/**
 * A joint training by the {@link Trainer} that goes on for some steps at a time and stands still between, the making of
 * batches included: what it does for a round is done in that round. In this package, to reach the training's own task.
 * For one thread.
 */
public final class TrainingRounds implements AutoCloseable {

    private final TrainingTask task;
    private final TrainingSchedule schedule;
    private final Semaphore wanted = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final ReadWriteLock making = new ReentrantReadWriteLock();
    private final CompletableFuture<?> training;
    private volatile boolean closed;

    /**
     * @param settings what to train, and how
     * @param data what to learn from; stays open
     * @param options device, precision and threads
     * @param run folder for the training
     */
    public TrainingRounds(final JointSettings settings, final TrainingData data, final EngineOptions options,
        final Path run)
    {
        task = new JointTask(settings, data);
        schedule = settings.schedule(0);
        making.writeLock().lock();
        training = CompletableFuture.runAsync(() -> new Trainer(options, settings.network(), run, Optional.empty())
            .train(new PausedTask(), schedule, false, new Steps()), TrainingRounds::start);
    }

    private static void start(final Runnable work) {
        final Thread thread = new Thread(work, "training");
        thread.setDaemon(true); // a benchmark that fails ends
        thread.start();
    }

    /** @return the name of the signature that makes a step */
    public String signature() {
        return task.signature();
    }

    /** @return all inputs of the first step */
    public Map<String, Tensor> firstStep() {
        final Map<String, Tensor> inputs = task.batch(0);
        inputs.put("learning_rate", Tensor.of((float) schedule.learningRate(0)));
        inputs.put("weight_decay", Tensor.of((float) schedule.weightDecay()));
        inputs.put("seed", new Tensor(new int[] { schedule.seed(), 0 }, 2));
        return inputs;
    }

    /** Goes on for some steps; returns when they are done, and the batches that were begun meanwhile. */
    public void run(final int steps) {
        making.writeLock().unlock();
        wanted.release(steps);
        try {
            while (!done.tryAcquire(steps, 1, TimeUnit.SECONDS))
                if (training.isDone()) throw new IllegalStateException("The training ended: " + training.join());
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            making.writeLock().lock();
        }
    }

    @Override
    public void close() {
        closed = true;
        making.writeLock().unlock();
        wanted.release();
        try {
            training.join();
        } catch (final CompletionException e) {
            if (!(e.getCause() instanceof CancellationException)) throw e;
        }
    }

    /** The task, whose batches are made in rounds only. */
    private final class PausedTask implements TrainingTask {

        @Override
        public Map<String, Tensor> batch(final long step) {
            making.readLock().lock();
            try {
                return task.batch(step);
            } finally {
                making.readLock().unlock();
            }
        }

        @Override
        public int batchSize() {
            return task.batchSize();
        }

        @Override
        public Validation validate(final Network network) {
            return task.validate(network);
        }
    }

    /** Lets the trainer make the steps that are wanted; it asks before each of them. */
    private final class Steps implements TrainingListener {

        @Override
        public boolean isCancelled() {
            wanted.acquireUninterruptibly();
            return closed;
        }

        @Override
        public void stepped(final TrainingStep step) {
            done.release();
        }

        @Override
        public void update(final long steps, final long total, final String message) {
            // the benchmark prints its own
        }
    }
}
