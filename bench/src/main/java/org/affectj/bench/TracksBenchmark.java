package org.affectj.bench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.detect.FaceBox;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.Tracking;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import net.imglib2.img.array.ArrayImgs;

/**
 * How well people who cross before each other, leave and come back keep their tracks, by place and speed alone and by
 * looks as well: {@code TracksBenchmark FOLDER}, where FOLDER is what {@code scripts/render-faces --crowds} wrote.
 */
public final class TracksBenchmark {

    private static final double RATE = 15;

    private final Path folder;
    private final Map<String, Map<Integer, List<TrackScore.TrueFace>>> truth = new TreeMap<>();

    private TracksBenchmark(final Path folder) throws IOException {
        this.folder = folder;
        try (Reader reader = Files.newBufferedReader(folder.resolve("crowds.csv"))) {
            for (final CSVRecord row : CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(reader))
                truth.computeIfAbsent(row.get("clip"), clip -> new TreeMap<>())
                    .computeIfAbsent(Integer.parseInt(row.get("frame")), frame -> new ArrayList<>()).add(face(row));
        }
    }

    private static TrackScore.TrueFace face(final CSVRecord row) {
        final double[] cells = { number(row, "x"), number(row, "y"), number(row, "width"), number(row, "height") };
        return new TrackScore.TrueFace(row.get("subject"), new FaceBox(cells[0], cells[1], cells[2], cells[3], 0, 1),
            number(row, "visible"));
    }

    private static double number(final CSVRecord row, final String column) {
        return Double.parseDouble(row.get(column));
    }

    /** @param args folder of clips */
    public static void main(final String... args) throws IOException {
        new TracksBenchmark(Path.of(args[0])).run();
    }

    private void run() {
        final Map<String, Tracking> ways = new LinkedHashMap<>();
        for (final int every : new int[] { 1, 5 }) {
            ways.put("every " + every + ", place alone", new Tracking(every, 1, false));
            ways.put("every " + every + ", looks too", new Tracking(every, 1, true));
        }
        System.out.printf("%-24s %8s %7s %9s %7s %7s %7s%n", truth.size() + " clips", "people", "tracks", "switches",
            "IDF1", "MOTA", "found");
        ways.forEach((name, tracking) -> {
            final TrackScore score = score(tracking);
            System.out.printf(Locale.ROOT, "%-24s %8d %7d %9d %7.3f %7.3f %7.3f%n", name, score.people(),
                score.tracks(), score.switches(), score.idf1(), score.mota(), score.recall());
        });
    }

    private TrackScore score(final Tracking tracking) {
        final TrackScore score = new TrackScore();
        try (FaceAlignment alignment = FaceAlignment.open(AnalysisOptions.DEFAULT.withTracking(tracking), 112)) {
            truth.forEach((clip, frames) -> {
                final Map<Integer, List<FaceRecord>> faces = new TreeMap<>();
                alignment.align(new Clip(folder.resolve(clip), frames.size()), (record, crop) -> {
                    if (record.face().isPresent())
                        faces.computeIfAbsent(record.frame(), frame -> new ArrayList<>()).add(record);
                }, Progress.NONE);
                frames.forEach((frame, people) -> {
                    final List<FaceRecord> found = faces.getOrDefault(frame, List.of());
                    score.add(found.stream().map(record -> record.face().get().box()).toList(),
                        found.stream().map(FaceRecord::track).toList(), people);
                });
                score.finishClip();
            });
        }
        return score;
    }

    /** The pictures of a folder, one after the other. */
    private record Clip(Path folder, int size) implements FrameSource {

        @Override
        public String name() {
            return folder.getFileName().toString();
        }

        @Override
        public double time(final int place) {
            return (place - 1) / RATE;
        }

        @Override
        public Frame frame(final int place) {
            final File file = folder.resolve(String.format(Locale.ROOT, "%05d.jpg", place)).toFile();
            try {
                final BufferedImage picture = ImageIO.read(file);
                final int width = picture.getWidth();
                return new Frame(place, time(place), ArrayImgs.argbs(
                    picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width), width, picture.getHeight()));
            } catch (final IOException e) {
                throw new AffectException("The picture '" + file + "' can't be read: render the clips again.", e);
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
