package org.affectj.training;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/**
 * Makes numbered things ahead of time on other threads and hands them out in order, so that a network never waits for
 * its pictures.
 *
 * @param <T> what is made
 */
final class Prefetch<T> implements AutoCloseable {

    private final LongFunction<T> source;
    private final Queue<CompletableFuture<T>> ahead = new ArrayDeque<>();
    private final ExecutorService threads;
    private final long end;
    private long next;

    /**
     * @param source makes the thing with a number; called from several threads
     * @param from the first number
     * @param end the number after the last
     * @param depth how many are made ahead
     * @param count number of threads
     */
    Prefetch(final LongFunction<T> source, final long from, final long end, final int depth, final int count) {
        this.source = source;
        this.end = end;
        next = from;
        threads = Executors.newFixedThreadPool(count, work -> {
            final Thread thread = new Thread(work, "prefetch");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < depth; i++)
            submit();
    }

    private void submit() {
        if (next == end) return;
        final long number = next++;
        ahead.add(CompletableFuture.supplyAsync(() -> source.apply(number), threads));
    }

    boolean hasNext() {
        return !ahead.isEmpty();
    }

    T next() {
        submit();
        try {
            return ahead.remove().join();
        } catch (final CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
