package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.align.AlignedFace;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.ExtraPasses;
import org.affectj.detect.FaceBox;
import org.affectj.detect.FaceDetector;
import org.affectj.detect.FaceFinder;
import org.affectj.detect.LandmarkDetector;
import org.affectj.detect.Landmarks;
import org.affectj.model.AffectModel;
import org.affectj.model.FaceCrop;
import org.affectj.model.ModelDescription;
import org.affectj.model.Prediction;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/**
 * Tests the order of things in {@link FaceAnalyzer}: frame n of the source has n − 1 faces, and the model answers with
 * the red of the crop's middle pixel, which is the number of the frame.
 */
class FaceAnalyzerTest {

    private final List<Integer> batches = new ArrayList<>();

    @Test
    void givesRecordsInOrderAndInBatches() {
        final List<String> rows = analyze(new Numbered(20, 0));
        final List<String> expected = new ArrayList<>();
        expected.add("1: no_face");
        for (int frame = 2; frame <= 20; frame++)
            for (int face = 1; face < frame; face++) expected.add(frame + "/" + face + ": ok " + frame);
        assertEquals(expected, rows);
        assertEquals(List.of(64, 64, 62), batches);
    }

    @Test
    void holdsBackFewRecordsWhereThereAreNoFaces() {
        final List<FaceRecord> taken = new ArrayList<>();
        final FaceBatch batch = new FaceBatch(new RedModel(), 64, taken::add);
        final FaceRecord none = FaceRecord.without("x", 1, Double.NaN, FaceRecord.NO_FACE);
        batch.add(none, Optional.empty());
        assertEquals(1, taken.size(), "nothing to wait for");
        final DetectedFace face = new SquareLandmarks().detect(null, List.of(new FaceBox(0, 0, 1, 1, 0, 1)))
            .get(0).get();
        batch.add(new FaceRecord("x", 2, 0, 1, 1, FaceRecord.OK, Optional.of(face), Optional.empty(), Optional.empty()),
            Optional.of(new AlignedFace(new FaceCrop(112, new byte[112 * 112 * 3]), null)));
        for (int i = 0; i < 255; i++) batch.add(none, Optional.empty());
        assertEquals(257, taken.size());
    }

    @Test
    void saysWhichFrameIsUnreadableAndGoesOn() {
        assertEquals(List.of("1: no_face", "2: unreadable", "3/1: ok 3", "3/2: ok 3"), analyze(new Numbered(3, 2)));
    }

    @Test
    void failsIfNothingCanBeRead() {
        final AffectException e = assertThrows(AffectException.class, () -> analyze(new Numbered(1, 1)));
        assertEquals("The frame 1 is damaged: leave it out.", e.getMessage());
    }

    @Test
    void stopsWhenCancelled() {
        final Progress cancelled = new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                // not looked at
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
            () -> analyzer().analyze(new Numbered(3, 0), record -> {}, cancelled));
    }

    private List<String> analyze(final FrameSource source) {
        final List<String> rows = new ArrayList<>();
        try (FaceAnalyzer analyzer = analyzer()) {
            analyzer.analyze(source, r -> rows.add(r.frame() + (r.number() > 0 ? "/" + r.number() : "")
                + ": " + r.status()
                + r.prediction().map(p -> " " + Math.round(p.valence() * 255)).orElse("")), Progress.NONE);
        }
        return rows;
    }

    private FaceAnalyzer analyzer() {
        final FaceFinder finder =
            new FaceFinder(List.of(new CountDetector()), new SquareLandmarks(), ExtraPasses.NEVER, 0);
        return new FaceAnalyzer(new FaceAlignment(finder, 112, Tracking.DEFAULT, 2), new RedModel(), 64, false);
    }

    /** Frames of one colour, whose red is the frame's number. */
    private record Numbered(int size, int damaged) implements FrameSource {

        @Override
        public String name() {
            return "numbered";
        }

        @Override
        public Frame frame(final int number) {
            if (number == damaged) throw new AffectException("The frame " + number + " is damaged: leave it out.");
            final int[] pixels = IntStream.generate(() -> ARGBType.rgba(number, 0, 0, 255)).limit(200 * 200).toArray();
            return new Frame(number, Double.NaN, ArrayImgs.argbs(pixels, 200, 200));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Finds one face less than the picture's red says. */
    private static final class CountDetector implements FaceDetector {

        @Override
        public List<FaceBox> detect(final RandomAccessibleInterval<ARGBType> picture) {
            final int red = ARGBType.red(picture.getAt(0, 0).get());
            return IntStream.range(1, red).mapToObj(i -> new FaceBox(5 * i, 50, 20, 20, 0, 1)).toList();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Puts the points on a steep line through the box. */
    private static final class SquareLandmarks implements LandmarkDetector {

        @Override
        public List<Optional<DetectedFace>> detect(final RandomAccessibleInterval<ARGBType> picture,
            final List<FaceBox> boxes)
        {
            final List<Optional<DetectedFace>> faces = new ArrayList<>();
            for (final FaceBox box : boxes) {
                final double[] x = IntStream.range(0, Landmarks.COUNT).mapToDouble(i -> box.x() + i / 50.0).toArray();
                final double[] y = IntStream.range(0, Landmarks.COUNT).mapToDouble(i -> 60 + i).toArray();
                faces.add(Optional.of(new DetectedFace(box, new Landmarks(x, y))));
            }
            return faces;
        }

        @Override
        public List<Optional<DetectedFace>> follow(final RandomAccessibleInterval<ARGBType> picture,
            final List<DetectedFace> before)
        {
            throw new UnsupportedOperationException("every frame is searched");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Answers with the red of the middle. */
    private final class RedModel implements AffectModel {

        @Override
        public ModelDescription description() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public List<Prediction> predict(final List<FaceCrop> faces) {
            batches.add(faces.size());
            return faces.stream().map(face -> (face.rgb()[(56 * 112 + 56) * 3] & 0xff) / 255f)
                .map(red -> new Prediction(new float[12], new float[8], red, 0)).toList();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
