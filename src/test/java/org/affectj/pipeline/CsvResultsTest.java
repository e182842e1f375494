package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.affectj.model.Prediction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link CsvResults} and {@link ResultColumns}, on a computer set to German. */
class CsvResultsTest {

    private static final String HEADINGS = "source,frame,time,face,track,status,x,y,width,height,score,pitch,yaw,roll,"
        + "AU01,AU02,AU04,AU06,AU07,AU10,AU12,AU15,AU23,AU24,AU25,AU26,"
        + "AU01_present,AU02_present,AU04_present,AU06_present,AU07_present,AU10_present,AU12_present,AU15_present,"
        + "AU23_present,AU24_present,AU25_present,AU26_present,"
        + "Neutral,Anger,Disgust,Fear,Happiness,Sadness,Surprise,Other,expression,expression_certain,valence,arousal";

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void speakGerman() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void writesAFaceAndAFrameWithoutOne() throws IOException {
        assertEquals(List.of(HEADINGS,
            "\"a, b.png\",1,,1,4,ok,10.50,20.00,100.00,120.25,0.9877,0.00,-12.35,3.00,"
                + "0.0000,0.1000,0.2000,0.3000,0.4000,0.4999,0.5000,0.6000,0.7000,0.8000,0.9000,1.0000,"
                + "0,0,0,0,0,0,1,1,1,1,1,1,"
                + "0.1000,0.0000,0.0000,0.0000,0.9000,0.0000,0.0000,0.0000,Happiness,1,0.7500,-0.2500",
            "\"a, b.png\",2,0.040000,,,no_face" + ",".repeat(44)), rows(false));
    }

    @Test
    void addsLandmarksAtTheEnd() throws IOException {
        final List<String> rows = rows(true);
        assertEquals(HEADINGS + points("x_%d") + points("y_%d"), rows.get(0));
        assertEquals(points("%d.00") + points("%d.50"), rows.get(1).substring(rows.get(1).indexOf("-0.2500") + 7));
        assertEquals(rows.get(0).split(",", -1).length + 1, rows.get(2).split(",", -1).length);
    }

    private static String points(final String format) {
        return IntStream.range(0, 68).mapToObj(i -> "," + String.format(Locale.ROOT, format, i))
            .collect(Collectors.joining());
    }

    private List<String> rows(final boolean landmarks) throws IOException {
        final List<Double> thresholds = Collections.nCopies(12, 0.5);
        final Path file = folder.resolve("results.csv");
        try (CsvResults csv = new CsvResults(file, ResultColumns.of(thresholds, 0.5, landmarks))) {
            csv.write(face());
            csv.write(FaceRecord.without("a, b.png", 2, 0.04, FaceRecord.NO_FACE));
        }
        return Files.readAllLines(file);
    }

    private static FaceRecord face() {
        final double[] x = IntStream.range(0, 68).asDoubleStream().toArray();
        final double[] y = IntStream.range(0, 68).mapToDouble(i -> i + 0.5).toArray();
        final Prediction prediction = new Prediction(
            new float[] { 0, .1f, .2f, .3f, .4f, .4999f, .5f, .6f, .7f, .8f, .9f, 1 },
            new float[] { .1f, 0, 0, 0, .9f, 0, 0, 0 }, .75f, -.25f);
        return new FaceRecord("a, b.png", 1, Double.NaN, 1, 4, FaceRecord.OK,
            Optional.of(new DetectedFace(new FaceBox(10.5, 20, 100, 120.25, 3, 0.98765), new Landmarks(x, y))),
            Optional.of(new HeadPose(-0.001, -12.346, 3)), Optional.of(prediction));
    }
}
