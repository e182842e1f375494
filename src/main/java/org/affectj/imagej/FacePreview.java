package org.affectj.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FaceRecord;

/**
 * Draws what an analysis finds in the frame that an image shows, while somebody chooses its options: in the background,
 * always for the latest choice. Closing it brings back the overlay that the image had.
 */
public final class FacePreview implements AutoCloseable {

    private final ImagePlus image;
    private final Overlay before;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        final Thread thread = new Thread(work, "AffectJ preview");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<AnalysisOptions> wanted = new AtomicReference<>();
    private final Progress whileWanted = new Progress() {

        @Override
        public void update(final long done, final long total, final String message) {
            // a frame takes no time to speak of
        }

        @Override
        public boolean isCancelled() {
            return closed;
        }
    };
    private FaceAnalyzer analyzer;
    private AnalysisOptions opened;
    private volatile boolean closed;

    /** @param image whose shown frame is looked at */
    public FacePreview(final ImagePlus image) {
        this.image = image;
        before = image.getOverlay();
    }

    /** Draws what these options find; what was wanted before and hasn't begun is left out. */
    public synchronized void show(final AnalysisOptions options) {
        if (wanted.getAndSet(options) == null && !closed) worker.execute(this::draw);
    }

    private void draw() {
        final AnalysisOptions options = wanted.getAndSet(null);
        if (options == null || closed) return;
        IJ.showStatus("Preview …");
        try {
            open(options);
            final List<FaceRecord> records = new ArrayList<>();
            analyzer.analyze(ImageFrameSource.ofCurrentFrame(image), records::add, whileWanted);
            final Overlay faces = FaceOverlay.of(image, records, analyzer.model().thresholds());
            synchronized (this) {
                if (!closed) FaceOverlay.show(image, faces);
            }
            final long found = records.stream().filter(record -> record.face().isPresent()).count();
            IJ.showStatus("Preview: " + found + (found == 1 ? " face" : " faces"));
        }
        catch (final AffectException e) {
            IJ.showStatus(e.getMessage());
        }
        catch (final CancellationException e) {
            IJ.showStatus("");
        }
    }

    private void open(final AnalysisOptions options) {
        if (options.equals(opened)) return;
        closeAnalyzer();
        analyzer = FaceAnalyzer.open(options);
        opened = options;
    }

    private void closeAnalyzer() {
        if (analyzer != null) analyzer.close();
        analyzer = null;
        opened = null;
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        image.setOverlay(before);
        worker.execute(this::closeAnalyzer);
        worker.shutdown();
    }
}
