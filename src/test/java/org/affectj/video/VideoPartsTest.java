package org.affectj.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FramePart;
import org.affectj.pipeline.FrameSelection;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.Tracking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Tests {@link VideoParts} on videos of 120 frames, 25 a second, with a key frame every 12 at least. */
class VideoPartsTest {

    private static final int FRAMES = 120;

    @TempDir
    private Path folder;

    private Path write(final String name, final String coding, final int bFrames) {
        final Path file = folder.resolve(name);
        VideoWriter.to(file).coding(coding).bFrames(bFrames)
            .write(FRAMES, VideoWriter::numbered, number -> 40L * (number - 1));
        return file;
    }

    /** Nothing moves, so that only every twelfth frame is a key. */
    private Path writeStill() {
        final Path file = folder.resolve("still.mp4");
        VideoWriter.to(file).write(FRAMES, number -> VideoWriter.numbered(1), number -> 40L * (number - 1));
        return file;
    }

    private static List<FramePart> plan(final Path video, final int length) {
        return VideoParts.plan(video, FrameSelection.Choice.ALL, length, Tracking.DEFAULT);
    }

    @Test
    void partsBeginAtTheKeyFramesNearestToEqualLengths() {
        final Path video = writeStill();
        // equal parts would begin with frames 41 and 81; frames 37, 49, 73 and 85 are keys
        assertEquals(List.of(new FramePart(1, 36), new FramePart(37, 84), new FramePart(85, FRAMES)), plan(video, 40));
        assertEquals(List.of(new FramePart(1, 60), new FramePart(61, FRAMES)), plan(video, 80));
        assertEquals(List.of(new FramePart(1, FRAMES)), plan(video, 81), "less than one and a half");
        assertEquals(List.of(new FramePart(1, FRAMES)), plan(video, Integer.MAX_VALUE));
    }

    @Test
    void partsBeginWhereFacesAreSearched() {
        // with a search every 5 frames: in 1, 6, …; the first behind the keys 73 and 85 are 76 and 86
        assertEquals(List.of(new FramePart(1, 40), new FramePart(41, 75), new FramePart(76, FRAMES)),
            VideoParts.plan(writeStill(), FrameSelection.Choice.ALL, 40, new Tracking(5, 1)));
    }

    @Test
    void partsCountTheFramesThatAreTaken() {
        // every third from 0.4 seconds: 11, 14, …, 119, 37 of them; the first behind key 61 is 62, the 18th
        assertEquals(List.of(new FramePart(1, 17), new FramePart(18, 37)), VideoParts.plan(writeStill(),
            new FrameSelection.Choice(3, 0.4, Double.POSITIVE_INFINITY), 18, Tracking.DEFAULT));
    }

    @Test
    void partsShorterThanTheKeyFramesAreApartBeginAnywhere() {
        final List<FramePart> parts = plan(writeStill(), 4);
        assertEquals(30, parts.size());
        assertEquals(FRAMES, parts.stream().mapToInt(part -> part.last() - part.first() + 1).sum());
    }

    @Test
    void whatCantBeEnteredInTheMiddleIsOnePart() {
        // packets of an AVI don't say when frames are shown that are coded in another order
        assertEquals(List.of(new FramePart(1, FRAMES)), plan(write("v.avi", "mpeg4", 2), 40));
    }

    @ParameterizedTest
    @CsvSource({ "v.mp4,mpeg4,0", "v.mp4,mpeg4,2", "v.mp4,libopenh264,0", "v.mkv,libvpx,0", "v.webm,libvpx-vp9,0",
        "v.ts,mpeg2video,2", "v.mov,mjpeg,0" })
    void framesOfAPartHaveTheirNumbersTimesAndPixels(final String name, final String coding, final int bFrames) {
        final Path video = write(name, coding, bFrames);
        final List<FramePart> parts = plan(video, 40);
        assertEquals(3, parts.size());
        try (FrameSource whole = IsolatedVideo.open(video)) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                final FramePart part = parts.get(i);
                try (FrameSource source = part.of(IsolatedVideo.open(video))) {
                    assertEquals(part.last() - part.first() + 1, source.size());
                    for (int place = 1; place <= source.size(); place++) {
                        final int number = part.first() + place - 1;
                        final Frame frame = source.frame(place);
                        assertEquals(number, frame.number());
                        assertEquals(number, source.number(place));
                        assertEquals(0.04 * (number - 1), frame.time(), 1e-6);
                        final int[] pixels = pixels(frame);
                        assertEquals(number, VideoWriter.number(pixels));
                        assertEquals(IntStream.of(pixels(whole.frame(number))).boxed().toList(),
                            IntStream.of(pixels).boxed().toList());
                    }
                }
            }
        }
    }

    private static int[] pixels(final Frame frame) {
        final int[] pixels = new int[64 * 48];
        final Cursor<ARGBType> cursor = Views.flatIterable(frame.pixels()).cursor();
        for (int i = 0; i < pixels.length; i++) pixels[i] = cursor.next().get();
        return pixels;
    }
}
