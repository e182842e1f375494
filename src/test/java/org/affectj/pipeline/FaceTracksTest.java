package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.junit.jupiter.api.Test;

/** Tests {@link FaceTracks} with faces of 100 pixels, 25 frames a second, that are told apart by place alone. */
class FaceTracksTest {

    private final FaceTracks tracks = new FaceTracks(1);
    private int number;

    private List<Integer> numbers(final FrameFaces frame) {
        return tracks.next(frame).stream().map(FaceTrack::number).toList();
    }

    /** @return the tracks of the next frame, whose faces have these centres */
    private List<Integer> next(final double... centres) {
        number++;
        return numbers(frame(number / 25.0, centres));
    }

    private FrameFaces frame(final double seconds, final double... centres) {
        final List<DetectedFace> faces = Arrays.stream(centres).mapToObj(x -> new DetectedFace(
            new FaceBox(x - 50, 100, 100, 100, 0, 1), new Landmarks(new double[68], new double[68]))).toList();
        return new FrameFaces(number, seconds, faces, List.of(), List.of(), Optional.empty());
    }

    @Test
    void whoComesGetsTheNextNumberAndWhoStaysKeepsIt() {
        assertEquals(List.of(1, 2), next(100, 300));
        assertEquals(List.of(3, 1, 2), next(0, 110, 290));
        assertEquals(List.of(1, 2), next(120, 280));
        assertEquals(List.of(4, 1, 2), next(-250, 130, 270));
    }

    @Test
    void shortGapsAreClosedAndLongOnesAreNot() {
        next(100);
        for (int i = 0; i < 24; i++) next();
        assertEquals(List.of(1), next(120));
        for (int i = 0; i < 25; i++) next();
        assertEquals(List.of(2), next(120));
    }

    @Test
    void framesFartherApartThanTheGapStillFollowEachOther() {
        assertEquals(List.of(1), numbers(frame(0, 100)));
        assertEquals(List.of(1), numbers(frame(60, 110)));
    }

    @Test
    void facesThatCrossBehindEachOtherKeepTheirNumbers() {
        for (int i = 0; i < 7; i++) assertEquals(List.of(1, 2), next(100 + 20 * i, 400 - 20 * i));
        // the one that goes to the left is hidden, and comes out 160 pixels from where it was seen last
        for (int i = 7; i < 14; i++) assertEquals(List.of(1), next(100 + 20 * i));
        for (int i = 14; i < 20; i++) assertEquals(List.of(2, 1), next(400 - 20 * i, 100 + 20 * i));
    }

    @Test
    void aFaceElsewhereOrOfAnotherSizeIsSomebodyElse() {
        next(100);
        assertEquals(List.of(2), next(320));
        final DetectedFace large = new DetectedFace(new FaceBox(200, 0, 250, 250, 0, 1),
            new Landmarks(new double[68], new double[68]));
        assertEquals(List.of(3),
            numbers(new FrameFaces(3, 0.12, List.of(large), List.of(), List.of(), Optional.empty())));
    }

    @Test
    void stacksWithoutTimesCountAsTwentyFiveFramesASecond() {
        number = 1;
        assertEquals(List.of(1), numbers(frame(Double.NaN, 100)));
        number = 26;
        tracks.next(frame(Double.NaN));
        assertEquals(List.of(1), numbers(frame(Double.NaN, 110)));
        number = 100;
        tracks.next(frame(Double.NaN));
        assertEquals(List.of(2), numbers(frame(Double.NaN, 110)));
    }
}
