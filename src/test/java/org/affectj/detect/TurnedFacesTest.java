package org.affectj.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.affectj.Progress;
import org.affectj.engine.EngineOptions;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** What ships, on rendered people who are turned by 51 to 60 degrees. */
class TurnedFacesTest {

    /** The boxes around the exact 68 points, as the renderer gives them. */
    private static final FaceBox[] BOXES = { new FaceBox(57.8, 46.4, 100.2, 98.6, 0, 1),
        new FaceBox(63.6, 49.0, 84.2, 103.4, 0, 1), new FaceBox(29.1, 41.7, 101.1, 135.8, 0, 1),
        new FaceBox(63.1, 45.8, 94.4, 107.7, 0, 1), new FaceBox(50.0, 45.0, 111.9, 117.7, 0, 1),
        new FaceBox(33.1, 44.3, 100.0, 129.6, 0, 1) };

    private static LandmarkDetector landmarks;

    @BeforeAll
    static void open() {
        landmarks = NetworkLandmarkDetector.open(
            new ModelStore().open(ModelStore.LANDMARKS, ModelDescription.Kind.LANDMARKS), EngineOptions.DEFAULT, 0.5);
    }

    @AfterAll
    static void close() {
        landmarks.close();
    }

    private static List<DetectedFace> find(final RandomAccessibleInterval<ARGBType> picture, final ExtraPasses extra) {
        return new FaceFinder(CascadeFaceDetector.passes(0.08), landmarks, extra, 0).find(picture, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
    void areFoundWhereTheyAre(final int person) {
        final List<DetectedFace> faces = find(Pictures.turnedPerson(person), ExtraPasses.WHEN_NONE);
        assertEquals(1, faces.size());
        assertTrue(faces.get(0).box().overlap(BOXES[person]) > 0.6, faces.get(0).box() + " misses " + BOXES[person]);
    }

    @Test
    void areFoundWhereTheyAreLittleLargerThanTheSmallestSought() {
        final double best = CascadeFaceDetector.passes(100).stream()
            .flatMap(pass -> pass.detect(Pictures.turnedPerson(2)).stream())
            .mapToDouble(box -> box.overlap(BOXES[2])).max().orElse(0);
        assertEquals(1, best, 0.3, "overlap with a face of 136 pixels");
    }

    @ParameterizedTest
    @ValueSource(ints = { -40, -20 })
    void partsOfATiltedFaceAreNoFurtherFaces(final int degrees) {
        assertEquals(1, find(Pictures.tiltedAstronaut(degrees), ExtraPasses.ALWAYS).size());
    }
}
