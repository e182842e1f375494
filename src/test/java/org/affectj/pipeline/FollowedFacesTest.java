package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.affectj.Progress;
import org.affectj.detect.CascadeFaceDetector;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.ExtraPasses;
import org.affectj.detect.FaceFinder;
import org.affectj.detect.NetworkLandmarkDetector;
import org.affectj.detect.Pictures;
import org.affectj.engine.EngineOptions;
import org.affectj.model.AffectModel;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelStore;
import org.affectj.model.NetworkAffectModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * What ships, on a drawn scene: the portrait moves to the right by 6 pixels a frame; frames 8 to 13 show the wall and
 * the flag beside it, then the portrait is there again.
 */
class FollowedFacesTest {

    private static final int FRAMES = 18;
    private static final RandomAccessibleInterval<ARGBType> PORTRAIT = Pictures.astronaut();

    private static FaceFinder finder;
    private static AffectModel model;

    @BeforeAll
    static void open() {
        final ModelStore store = new ModelStore();
        finder = new FaceFinder(CascadeFaceDetector.passes(0.08), NetworkLandmarkDetector.open(
            store.open(ModelStore.LANDMARKS, ModelDescription.Kind.LANDMARKS), EngineOptions.DEFAULT, 0.5),
            ExtraPasses.NEVER, 0);
        model = NetworkAffectModel.open(store.open(ModelStore.AFFECT, ModelDescription.Kind.AFFECT),
            EngineOptions.DEFAULT);
    }

    @AfterAll
    static void close() {
        finder.close();
        model.close();
    }

    private static List<FaceRecord> analyze(final int every, final int threads) {
        final FaceAlignment alignment =
            new FaceAlignment(finder, model.description().inputSize(), new Tracking(every, 1), threads);
        final List<FaceRecord> records = new ArrayList<>();
        new FaceAnalyzer(alignment, model, 4, true).analyze(new Scene(), records::add, Progress.NONE);
        return records;
    }

    @Test
    void facesAreFollowedUntilTheSceneIsCutAndFoundAtTheNextSearch() {
        final List<FaceRecord> records = analyze(5, 2);
        assertEquals(FRAMES, records.size());
        for (final FaceRecord record : records) {
            final boolean there = record.frame() < 8 || record.frame() >= 16; // 11 and 16 are searched
            assertEquals(there ? FaceRecord.OK : FaceRecord.NO_FACE, record.status(), "frame " + record.frame());
        }
    }

    @Test
    void followedFacesLieWhereASearchFindsThem() {
        final List<FaceRecord> searched = analyze(1, 2);
        final List<FaceRecord> followed = analyze(5, 2);
        for (int i = 0; i < 7; i++) {
            final DetectedFace face = searched.get(i).face().orElseThrow();
            final double distance = face.landmarks().distance(followed.get(i).face().orElseThrow().landmarks());
            assertTrue(distance < 0.02 * face.box().width(), "frame " + (i + 1) + ": " + distance);
            assertEquals(searched.get(i).prediction().orElseThrow().expression(),
                followed.get(i).prediction().orElseThrow().expression());
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        for (final int every : new int[] { 1, 5 }) {
            final List<String> one = bits(analyze(every, 1));
            assertEquals(one, bits(analyze(every, 2)));
            assertEquals(one, bits(analyze(every, 4)));
        }
    }

    private static List<String> bits(final List<FaceRecord> records) {
        return records.stream().map(r -> r.frame() + " " + r.number() + " " + r.track() + " " + r.status()
            + r.face().map(face -> face.box() + Arrays.toString(face.landmarks().x())
                + Arrays.toString(face.landmarks().y())).orElse("")
            + r.pose() + r.prediction().map(p -> Arrays.toString(p.actionUnits()) + Arrays.toString(p.expressions())
                + p.valence() + " " + p.arousal()).orElse("")).toList();
    }

    /** A window on the portrait that moves over it. */
    private record Scene() implements FrameSource {

        @Override
        public String name() {
            return "scene";
        }

        @Override
        public int size() {
            return FRAMES;
        }

        @Override
        public Frame frame(final int place) {
            final boolean face = place < 8 || place > 13;
            final long left = face ? 130 - 6 * place : 400;
            return new Frame(place, place / 25.0, Views.zeroMin(Views.interval(Views.extendMirrorSingle(PORTRAIT),
                new long[] { left, face ? 0 : 10 }, new long[] { left + 255, face ? 255 : 265 })));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
