package org.affectj.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

class CascadeFaceDetectorTest {

    /** The box from brows to chin of the portrait, read off the picture by eye. */
    private static final FaceBox FACE = new FaceBox(180, 88, 88, 90, 0, 1);

    private final RandomAccessibleInterval<ARGBType> astronaut = Pictures.astronaut();

    private static List<FaceBox> frontal(final RandomAccessibleInterval<ARGBType> picture, final double degrees) {
        try (CascadeFaceDetector detector = CascadeFaceDetector.frontal(0.08, degrees)) {
            return detector.detect(picture);
        }
    }

    @Test
    void findsTheFaceOfThePortrait() {
        final List<FaceBox> boxes = frontal(astronaut, 0);
        assertTrue(boxes.stream().anyMatch(box -> box.overlap(FACE) > 0.7), boxes + " misses " + FACE);
    }

    @ParameterizedTest
    @ValueSource(ints = { 60, -90 })
    void findsTiltedFacesWhereTheyAre(final int degrees) {
        final List<FaceBox> boxes = frontal(Pictures.tiltedAstronaut(degrees), degrees);
        final FaceBox best = boxes.stream().max((a, b) -> Double.compare(a.score(), b.score())).orElseThrow();
        assertEquals(256, best.x() + best.width() / 2, 8);
        assertEquals(256, best.y() + best.height() / 2, 12);
        assertEquals(degrees, best.roll());
    }

    @Test
    void findsSeveralFacesFromTheLeftToTheRight() {
        final List<FaceBox> boxes = frontal(Pictures.twoAstronauts(), 0);
        for (int i = 0; i < 2; i++) {
            final FaceBox expected = new FaceBox(FACE.x() - 82 + 260 * i, FACE.y(), FACE.width(), FACE.height(), 0, 1);
            assertTrue(boxes.stream().anyMatch(box -> box.overlap(expected) > 0.7), boxes + " misses " + expected);
        }
        assertTrue(boxes.get(0).x() < boxes.get(boxes.size() - 1).x());
    }

    @Test
    void boxesCountFromThePicturesOrigin() {
        final FaceBox box = frontal(astronaut, 0).get(0);
        final FaceBox moved = frontal(Views.translate(astronaut, 100, -50), 0).get(0);
        assertEquals(box.x() + 100, moved.x(), 1e-9);
        assertEquals(box.y() - 50, moved.y(), 1e-9);
    }

    @Test
    void leavesOutFacesThatAreTooSmall() {
        try (CascadeFaceDetector detector = CascadeFaceDetector.frontal(200, 0)) {
            assertTrue(detector.detect(astronaut).stream().noneMatch(box -> box.overlap(FACE) > 0.3));
        }
    }

    @Test
    void tinyAndEmptyPicturesHaveNoFaces() {
        assertEquals(List.of(), frontal(ArrayImgs.argbs(1, 1), 0));
        assertEquals(List.of(), frontal(ArrayImgs.argbs(3, 2000), 0));
        assertEquals(List.of(), frontal(Views.interval(astronaut, new long[] { 0, 0 }, new long[] { -1, -1 }), 0));
    }

    @Test
    void keepsTheSurestOfBoxesAtOnePlace() {
        final FaceBox weak = new FaceBox(0, 0, 10, 10, 0, 0.5);
        final FaceBox strong = new FaceBox(1, 1, 10, 10, 0, 0.9);
        final FaceBox other = new FaceBox(8, 8, 10, 10, 0, 0.4);
        assertEquals(List.of(strong, other), CascadeFaceDetector.distinct(List.of(weak, other, strong)));
    }
}
