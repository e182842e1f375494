package org.affectj.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;
import org.affectj.engine.Processor;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.Tracking;
import org.affectj.video.VideoFrames;

/**
 * How fast a video with one face is gone through, from file to table, against decoding alone:
 * {@code VideoBenchmark samples/astronaut.png}.
 */
public final class VideoBenchmark {

    private static final int ROUNDS = 5;
    private static final int FRAMES = 150;
    /** How many frames from one search to the next, as users are told to try. */
    private static final int EVERY = 5;

    private final Path video;
    private final Path table;
    private final PrintStream out = System.out;

    private VideoBenchmark(final Path video, final Path table) {
        this.video = video;
        this.table = table;
    }

    /** @param args a portrait */
    public static void main(final String... args) throws Exception {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Path video = folder.path("panned.mp4");
            PannedVideo.write(Path.of(args[0]), FRAMES, video);
            new VideoBenchmark(video, folder.path("table.csv")).run();
        }
    }

    private void run() {
        out.printf(Locale.ROOT, "%s, %d cores, %d frames of 640×480 with one face%n", Processor.detect().name(),
            Runtime.getRuntime().availableProcessors(), FRAMES);
        try (FaceAnalyzer every = analyzer(1); FaceAnalyzer fifth = analyzer(EVERY)) {
            final Rate decoded = new Rate(this::decode, FRAMES);
            final Rate searched = new Rate(() -> analyze(every), FRAMES);
            final Rate followed = new Rate(() -> analyze(fifth), FRAMES);
            searched.warmUp();
            followed.warmUp();
            for (int round = 0; round < ROUNDS; round++) {
                decoded.measure();
                searched.measure();
                followed.measure();
            }
            print("decoded only", decoded, searched);
            print("every frame searched", searched, searched);
            print("every " + EVERY + "th frame searched", followed, searched);
        }
        out.printf(Locale.ROOT, "  peak memory: %s MB resident, %d MB of Java heap%n",
            Memory.resident().isPresent() ? Memory.resident().getAsLong() : "unknown", Memory.heap());
    }

    private void print(final String what, final Rate rate, final Rate searched) {
        out.printf(Locale.ROOT, "  %-24s %s frames/s, %s in a second of one core; ratio %s, in processor time %s%n",
            what, rate.spread().text("%.1f"), rate.processorSpread().text("%.1f"),
            rate.relativeTo(searched).text("%.2f"), rate.processorRelativeTo(searched).text("%.2f"));
    }

    private static FaceAnalyzer analyzer(final int detectEvery) {
        return FaceAnalyzer.open(AnalysisOptions.DEFAULT.withEngine(new EngineOptions("cpu", Precision.FLOAT32, 0))
            .withTracking(new Tracking(detectEvery, 1)));
    }

    private void decode() {
        try (FrameSource source = VideoFrames.open(video)) {
            for (int place = 1; place <= source.size(); place++) source.frame(place);
        }
    }

    private void analyze(final FaceAnalyzer analyzer) {
        try (FrameSource source = VideoFrames.open(video); CsvResults csv = new CsvResults(table, analyzer.columns())) {
            analyzer.analyze(source, record -> {
                if (record.face().isEmpty())
                    throw new AffectException("No face was found in frame " + record.frame()
                        + ": use another portrait.");
                csv.write(record);
            }, Progress.NONE);
        }
    }
}
