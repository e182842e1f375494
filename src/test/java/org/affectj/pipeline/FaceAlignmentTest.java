package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.align.AlignedFace;
import org.affectj.align.FaceTemplate;
import org.affectj.align.HeadPose;
import org.affectj.detect.ExtraPasses;
import org.affectj.detect.Pictures;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/** The detectors that ship, on the portrait that ships. */
class FaceAlignmentTest {

    private final List<FaceRecord> records = new ArrayList<>();
    private final List<AlignedFace> faces = new ArrayList<>();

    private void align(final RandomAccessibleInterval<ARGBType> picture, final AnalysisOptions options) {
        align(picture, options, Progress.NONE);
    }

    private void align(final RandomAccessibleInterval<ARGBType> picture, final AnalysisOptions options,
        final Progress progress)
    {
        try (FaceAlignment alignment = FaceAlignment.open(options, 112)) {
            alignment.align(new SinglePicture(picture), (record, face) -> {
                records.add(record);
                face.ifPresent(faces::add);
            }, progress);
        }
    }

    @Test
    void movesTheEyesAndMouthOfThePortraitToTheTemplate() {
        align(Pictures.astronaut(), AnalysisOptions.DEFAULT);
        assertEquals(1, faces.size());
        // one transform can't take all five points of a smile to those of the template
        for (int i = 0; i < 5; i++) {
            final double[] moved =
                faces.get(0).transform().apply(Pictures.ASTRONAUT[i][0], Pictures.ASTRONAUT[i][1]);
            assertEquals(FaceTemplate.ARCFACE.points()[i][0], moved[0], 9, "x of point " + i);
            assertEquals(FaceTemplate.ARCFACE.points()[i][1], moved[1], 9, "y of point " + i);
        }
        final HeadPose pose = records.get(0).pose().orElseThrow();
        assertEquals(0, pose.yaw(), 8);
        assertEquals(2, pose.roll(), 4);
        assertEquals(0, pose.pitch(), 15);
    }

    @Test
    void findsTiltedFacesByExtraPassesOnly() {
        align(Pictures.tiltedAstronaut(60), AnalysisOptions.DEFAULT);
        assertEquals(FaceRecord.OK, records.get(0).status());
        assertEquals(62, records.get(0).pose().orElseThrow().roll(), 5);
        records.clear();
        align(Pictures.tiltedAstronaut(60), AnalysisOptions.DEFAULT.withExtraPasses(ExtraPasses.NEVER));
        assertEquals(FaceRecord.NO_FACE, records.get(0).status());
    }

    @Test
    void findsEachFaceOnceWhateverThePasses() {
        align(Pictures.astronaut(), AnalysisOptions.DEFAULT.withExtraPasses(ExtraPasses.ALWAYS));
        assertEquals(1, faces.size(), records.toString());
    }

    @Test
    void numbersFacesFromTheLeftAndKeepsAsManyAsAskedFor() {
        align(Pictures.twoAstronauts(), AnalysisOptions.DEFAULT);
        assertEquals(List.of(1, 2), records.stream().map(FaceRecord::number).toList());
        assertTrue(records.get(0).face().get().box().x() < records.get(1).face().get().box().x());
        records.clear();
        align(Pictures.twoAstronauts(), AnalysisOptions.DEFAULT.withMaximumFaces(1));
        assertEquals(1, records.size());
    }

    @Test
    void saysThatThereIsNoFace() {
        align(ArrayImgs.argbs(300, 200), AnalysisOptions.DEFAULT);
        align(ArrayImgs.argbs(1, 1), AnalysisOptions.DEFAULT);
        assertEquals(List.of(FaceRecord.NO_FACE, FaceRecord.NO_FACE),
            records.stream().map(FaceRecord::status).toList());
    }

    @Test
    void canBeCancelledBetweenThePassesOverAFrame() {
        final AtomicInteger asked = new AtomicInteger();
        final Progress impatient = new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                // not looked at
            }

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 4;
            }
        };
        assertThrows(CancellationException.class,
            () -> align(ArrayImgs.argbs(300, 200), AnalysisOptions.DEFAULT, impatient));
        assertTrue(records.isEmpty());
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        final AffectException e =
            assertThrows(AffectException.class, () -> FaceAlignment.open(AnalysisOptions.DEFAULT, 8));
        assertEquals("The size of aligned faces can't be 8: give 16 to 4096 pixels.", e.getMessage());
    }
}
