package org.affectj.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.affectj.Progress;
import org.affectj.imagej.FrameFiles;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.Tracking;

/** Analyses a video in a process of its own, and tells the heap at two frames and the largest resident memory. */
public final class LongAnalysis {

    private LongAnalysis() {
        // only static functions
    }

    /** @param arguments a video, a table to write, the two frames */
    public static void main(final String... arguments) throws IOException {
        final Heap heap = new Heap(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT.withTracking(new Tracking(5, 1)));
            FrameSource video = FrameFiles.open(Path.of(arguments[0]));
            CsvResults table = new CsvResults(Path.of(arguments[1]), analyzer.columns()))
        {
            analyzer.analyze(video, table::write, heap);
            final long decoder = ProcessHandle.current().children().mapToLong(child -> resident(child.pid())).sum();
            final long resident = resident(ProcessHandle.current().pid());
            System.out.println(heap.early + " " + heap.late + " " + resident + " " + decoder);
        }
    }

    /** @return the largest resident memory that a process had, in bytes */
    private static long resident(final long process) {
        try {
            return 1024 * Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                .filter(line -> line.startsWith("VmHWM")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        } catch (final IOException e) {
            return 0; // it has ended
        }
    }

    /** Looks at the heap, after collecting what is no longer needed, when two frames are reached. */
    private static final class Heap implements Progress {

        private final int first;
        private final int second;
        private long early;
        private long late;

        private Heap(final int first, final int second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void update(final long done, final long total, final String message) {
            if (done % 1500 == 0) System.err.println(String.format(Locale.ROOT, "frame %d of %d", done, total));
            if (done == first && early == 0) early = used();
            if (done == second && late == 0) late = used();
        }

        private static long used() {
            pause(); // until the readers have all frames ahead that they may
            for (int i = 0; i < 3; i++) System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        private static void pause() {
            try {
                Thread.sleep(20_000);
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
