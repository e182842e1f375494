package org.affectj.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * The frames of one source on their way to faces: one thread reads them, others look for faces, a bounded number of
 * frames and of pixels ahead of who takes the results, which come in the order of frames. Closing waits until no thread
 * uses the source or the detectors any more.
 */
final class Lookahead implements AutoCloseable {

    /** How long somebody waits before looking whether the work was cancelled. */
    private static final long MILLISECONDS = 50;
    /** Frames that wait, of all sources together, take at most an eighth of the heap, at 4 bytes a pixel. */
    private static final int THOUSANDS_OF_PIXELS =
        (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / (8 * 4 * 1000));

    private static final Semaphore MEMORY = new Semaphore(THOUSANDS_OF_PIXELS, true);

    private final FrameSource source;
    private final FaceSearch search;
    private final Progress progress;
    private final BlockingQueue<CompletableFuture<FrameFaces>> ahead;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Lookahead::thread);
    private final ExecutorService workers;
    private volatile boolean closed;

    /**
     * Starts to read.
     *
     * @param source where frames come from; not closed
     * @param search looks for their faces
     * @param threads that do so
     * @param frames that wait at most
     * @param progress asked whether to go on
     */
    Lookahead(final FrameSource source, final FaceSearch search, final int threads, final int frames,
        final Progress progress)
    {
        this.source = source;
        this.search = search;
        this.progress = progress;
        ahead = new ArrayBlockingQueue<>(frames);
        workers = Executors.newFixedThreadPool(threads, Lookahead::thread);
        reader.execute(this::read);
    }

    private static Thread thread(final Runnable work) {
        final Thread thread = new Thread(work, "AffectJ faces");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @return the faces of the next frame, as many times as the source has frames
     * @throws CancellationException if the work was cancelled
     */
    FrameFaces next() {
        try {
            CompletableFuture<FrameFaces> faces = ahead.poll();
            while (faces == null) {
                progress.throwIfCancelled();
                faces = ahead.poll(MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            return await(faces);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private FrameFaces await(final CompletableFuture<FrameFaces> faces) throws InterruptedException {
        while (true) {
            progress.throwIfCancelled();
            try {
                return faces.get(MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                // looks again whether the work was cancelled
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof Error error) throw error;
                throw (RuntimeException) e.getCause(); // no work throws another kind
            }
        }
    }

    private void read() {
        try {
            for (int place = 1; place <= source.size() && !closed; place++) ahead.put(read(place));
        } catch (final InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the reader", e);
        }
    }

    private CompletableFuture<FrameFaces> read(final int place) {
        search.reach(place);
        try {
            final Frame frame = source.frame(place);
            final int size = (int) Math.min(THOUSANDS_OF_PIXELS,
                frame.pixels().dimension(0) * frame.pixels().dimension(1) / 1000 + 1);
            MEMORY.acquireUninterruptibly(size); // threads that search frames before this give it back
            return search.faces(frame, workers, new UntilClosed()).whenComplete((faces, e) -> MEMORY.release(size));
        } catch (final AffectException e) {
            return CompletableFuture
                .completedFuture(FrameFaces.unreadable(source.number(place), source.time(place), e));
        } catch (final RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.shutdown();
        finish(reader);
        workers.shutdown();
        finish(workers);
    }

    /** Nobody is interrupted, since that closes files which don't belong to us. */
    private void finish(final ExecutorService threads) {
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            ahead.clear(); // the reader may wait for room
            try {
                threads.awaitTermination(MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** Stops the search when nobody waits for it any more. */
    private final class UntilClosed implements Progress {

        @Override
        public void update(final long done, final long total, final String message) {
            // who takes the faces reports
        }

        @Override
        public boolean isCancelled() {
            return closed || progress.isCancelled();
        }
    }
}
