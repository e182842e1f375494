package org.affectj.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.affectj.Progress;

/** Works on several inputs at a time. When one of them ends the batch, the others stop; closing waits for that. */
final class InputThreads implements AutoCloseable, Progress {

    private final ExecutorService threads;
    private final Progress progress;
    private volatile boolean stopped;

    /**
     * @param count inputs at a time
     * @param progress is told how far they are
     */
    InputThreads(final int count, final Progress progress) {
        threads = Executors.newFixedThreadPool(count, work -> {
            final Thread thread = new Thread(work, "AffectJ input");
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
    }

    /**
     * @param inputs what to do for each, begun in this order
     * @return what became of them, in the same order
     * @throws CancellationException if the work was cancelled
     */
    List<Outcome> run(final List<Supplier<Outcome>> inputs) {
        final List<Future<Outcome>> running = new ArrayList<>();
        for (final Supplier<Outcome> input : inputs) running.add(threads.submit(() -> run(input)));
        RuntimeException failure = null;
        final List<Outcome> outcomes = new ArrayList<>();
        for (final Future<Outcome> one : running) {
            try {
                outcomes.add(one.get());
            } catch (final InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof Error error) throw error;
                final RuntimeException cause = (RuntimeException) e.getCause(); // no work throws another kind
                // those that were stopped say less than the one that stopped them
                if (failure == null || failure instanceof CancellationException) failure = cause;
            }
        }
        if (failure != null) throw failure;
        return outcomes;
    }

    private Outcome run(final Supplier<Outcome> input) {
        throwIfCancelled();
        try {
            return input.get();
        } catch (final RuntimeException | Error e) {
            stopped = true;
            throw e;
        }
    }

    @Override
    public void update(final long done, final long total, final String message) {
        progress.update(done, total, message);
    }

    @Override
    public boolean isCancelled() {
        return stopped || progress.isCancelled();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.SECONDS);
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
