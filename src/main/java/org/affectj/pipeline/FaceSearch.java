package org.affectj.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.affectj.Progress;
import org.affectj.align.FaceAligner;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceFinder;

/**
 * How the frames of a source are searched: every so many of them begins a chain that depends on nothing before it, a
 * search and then frames in which its faces are followed one after the other. Chains run side by side, and the places
 * of the frames alone settle which belongs to which, so that no number depends on the threads.
 */
final class FaceSearch {

    private final FaceFinder finder;
    private final FaceAligner aligner;
    private final Tracking tracking;
    private CompletableFuture<List<DetectedFace>> before;

    /** @param tracking says after how many frames a new chain begins, and whether it is noted how faces look */
    FaceSearch(final FaceFinder finder, final FaceAligner aligner, final Tracking tracking) {
        this.finder = finder;
        this.aligner = aligner;
        this.tracking = tracking;
    }

    /**
     * Is told of each place in the source, from 1, before its frame, if that can be read: begins a chain where one
     * is due.
     */
    void reach(final int place) {
        if ((place - 1) % tracking.detectEvery() == 0) before = null;
    }

    /**
     * @param frame at the place reached; faces are followed across places whose frame can't be read
     * @param threads do the work
     * @param progress asked whether to go on
     * @return the frame's faces, once they are known
     */
    CompletableFuture<FrameFaces> faces(final Frame frame, final Executor threads, final Progress progress) {
        before = before == null ? CompletableFuture.supplyAsync(() -> finder.find(frame.pixels(), progress), threads)
            : before.thenApplyAsync(faces -> finder.follow(frame.pixels(), faces, progress), threads);
        return before.thenApplyAsync(faces -> FrameFaces.of(frame, faces, aligner, tracking.byLooks()), threads);
    }
}
