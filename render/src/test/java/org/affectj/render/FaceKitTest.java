package org.affectj.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces of the real kit; skipped where {@code -Dictface=/path/to/ictface.zip} isn't given. */
class FaceKitTest {

    private static Head head;

    @BeforeAll
    static void read() throws IOException {
        final String zip = System.getProperty("ictface", "");
        assumeTrue(!zip.isBlank(), "no face kit given");
        head = new Head(FaceKit.read(Path.of(zip)));
    }

    /** The mean face, straight on, is its own mirror image: l1 and l17, l37 and l46, l49 and l55 at equal heights. */
    @Test
    void aNeutralFrontalFaceIsSymmetric() {
        final Landmarks face = face(Performance.neutral(), new Pose(0, 0, 0));
        final float middle = face.x()[27];
        for (final int[] pair : new int[][] { { 0, 16 }, { 4, 12 }, { 17, 26 }, { 21, 22 }, { 31, 35 }, { 36, 45 },
            { 39, 42 }, { 48, 54 }, { 50, 52 }, { 59, 55 } }) {
            assertEquals(middle, (face.x()[pair[0]] + face.x()[pair[1]]) / 2, 0.05, "x of " + pair[0]);
            assertEquals(face.y()[pair[0]], face.y()[pair[1]], 0.05, "y of " + pair[0]);
            assertTrue(face.x()[pair[0]] < face.x()[pair[1]], "image left comes first");
        }
    }

    /** What FACS says that each action unit does to brows, lids and lips; rows go down. */
    @Test
    void actionUnitsMoveWhatTheyShould() {
        assertTrue(moved(ActionUnit.AU01, 21)[1] < -0.7, "AU1 raises the inner brow");
        assertTrue(moved(ActionUnit.AU02, 18)[1] < -0.7, "AU2 raises the outer brow");
        assertTrue(moved(ActionUnit.AU01, 21)[1] < moved(ActionUnit.AU01, 18)[1], "AU1 raises more inside");
        assertTrue(moved(ActionUnit.AU04, 21)[1] > 0.7, "AU4 lowers the brow");
        assertTrue(moved(ActionUnit.AU04, 21)[0] > 0.2, "AU4 draws the brows together");
        assertTrue(moved(ActionUnit.AU06, 40)[1] < -0.2, "AU6 raises the lower lid");
        assertTrue(moved(ActionUnit.AU07, 40)[1] < -0.2, "AU7 raises the lower lid");
        assertTrue(moved(ActionUnit.AU10, 51)[1] < -1, "AU10 raises the upper lip");
        assertTrue(moved(ActionUnit.AU12, 48)[1] < -1, "AU12 pulls lip corners up");
        assertTrue(moved(ActionUnit.AU12, 48)[0] < -1, "AU12 pulls lip corners out");
        assertTrue(moved(ActionUnit.AU15, 48)[1] > 1, "AU15 lowers lip corners");
        assertTrue(lips(ActionUnit.AU23) < -0.3, "AU23 makes lips thin");
        assertTrue(lips(ActionUnit.AU24) < -0.3, "AU24 makes lips thin");
        assertTrue(moved(ActionUnit.AU25, 66)[1] - moved(ActionUnit.AU25, 62)[1] > 2, "AU25 parts the lips");
        assertTrue(moved(ActionUnit.AU26, 8)[1] > 5, "AU26 drops the jaw");
    }

    /** @return how far a point moves from neutral at full intensity, in pixels of a face 120 pixels wide */
    private static float[] moved(final ActionUnit unit, final int point) {
        final Landmarks before = face(Performance.neutral(), new Pose(0, 0, 0));
        final Landmarks after = face(Performance.of(unit, 1), new Pose(0, 0, 0));
        return new float[] { after.x()[point] - before.x()[point], after.y()[point] - before.y()[point] };
    }

    /** @return change of the height of the red of both lips in the middle */
    private static float lips(final ActionUnit unit) {
        return moved(unit, 62)[1] - moved(unit, 51)[1] + moved(unit, 57)[1] - moved(unit, 66)[1];
    }

    /** Marked by people, the far contour passes outside the far corners of eye and mouth, though the jaw is behind. */
    @Test
    void hiddenContourSlidesToTheFacesEdge() {
        final Landmarks face = face(Performance.neutral(), new Pose(0, 45, 0));
        for (int i = 12; i < 17; i++) {
            assertTrue(face.x()[i] > face.x()[54], "contour " + i + " beyond the mouth");
            assertTrue(face.x()[i] > face.x()[45], "contour " + i + " beyond the eye");
        }
    }

    private static Landmarks face(final Performance performance, final Pose pose) {
        final Frame frame = new Frame(192, 192);
        return new Portrait(head).draw(frame, head.mean(Appearance.random(new SplittableRandom(1))), performance, pose,
            Camera.at(100, 16, 191.5f, 191.5f), Light.studio());
    }

    @Test
    void sameSeedSameBytesAtAnyNumberOfThreads(@TempDir final Path folder) throws Exception {
        final Plan plan = new Plan(8, 4, 7, 0.5, 0.25);
        new DataSet(head, plan, folder.resolve("one"), 1).render(done -> { });
        new DataSet(head, plan, folder.resolve("three"), 3).render(done -> { });
        final List<Path> files = files(folder.resolve("one"));
        assertEquals(8 + 8 + 5, files.size());
        assertEquals(files, files(folder.resolve("three")));
        for (final Path file : files)
            assertArrayEquals(Files.readAllBytes(folder.resolve("one").resolve(file)),
                Files.readAllBytes(folder.resolve("three").resolve(file)), file.toString());
    }

    private static List<Path> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }
}
