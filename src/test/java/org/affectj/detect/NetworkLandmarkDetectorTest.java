package org.affectj.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network that ships, on the portrait that ships. */
class NetworkLandmarkDetectorTest {

    /** The distance of the portrait's eyes in pixels. */
    private static final double EYES = 44;
    private static final FaceBox FACE = new FaceBox(180, 88, 88, 90, 0, 1);
    private static LandmarkDetector detector;

    @BeforeAll
    static void open() {
        detector = NetworkLandmarkDetector.open(
            new ModelStore().open(ModelStore.LANDMARKS, ModelDescription.Kind.LANDMARKS), EngineOptions.DEFAULT, 0.5);
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    private static Optional<DetectedFace> detect(final FaceBox box) {
        return detector.detect(Pictures.astronaut(), List.of(box)).get(0);
    }

    @Test
    void putsThePointsWhereAPersonDoes() {
        final double[][] found = detect(FACE).orElseThrow().landmarks().fivePoints();
        for (int i = 0; i < 5; i++)
            assertEquals(0, Math.hypot(found[i][0] - Pictures.ASTRONAUT[i][0], found[i][1] - Pictures.ASTRONAUT[i][1]),
                0.12 * EYES, "point " + i + " at " + found[i][0] + ", " + found[i][1]);
    }

    @Test
    void forgivesADetectorItsErrors() {
        final Landmarks exact = detect(FACE).orElseThrow().landmarks();
        final Landmarks shifted = detect(new FaceBox(188, 84, 88, 90, 0, 1)).orElseThrow().landmarks();
        final Landmarks large = detect(new FaceBox(170, 80, 106, 106, 0, 1)).orElseThrow().landmarks();
        assertEquals(0, exact.distance(shifted), 0.06 * EYES);
        assertEquals(0, exact.distance(large), 0.06 * EYES);
    }

    @Test
    void dropsBoxesWithoutAFace() {
        assertEquals(Optional.empty(), detect(new FaceBox(20, 20, 90, 90, 0, 1)), "wall");
        assertEquals(Optional.empty(), detect(new FaceBox(2000, 0, 90, 90, 0, 1)), "outside of the picture");
    }

    @Test
    void answersEachOfManyBoxesInOrder() {
        final List<FaceBox> boxes = new ArrayList<>(Collections.nCopies(70, FACE));
        boxes.set(40, new FaceBox(20, 20, 90, 90, 0, 1));
        final List<Optional<DetectedFace>> faces = detector.detect(Pictures.astronaut(), boxes);
        assertEquals(70, faces.size());
        for (int i = 0; i < 70; i++) assertEquals(i != 40, faces.get(i).isPresent(), "box " + i);
    }

    @Test
    void boxesEncloseThePoints() {
        final DetectedFace face = detect(FACE).orElseThrow();
        assertTrue(face.box().score() > 0.5 && face.box().score() <= 1);
        assertTrue(face.box().overlap(FACE) > 0.75, face.box().toString());
    }
}
