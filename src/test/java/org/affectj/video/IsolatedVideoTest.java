package org.affectj.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.affectj.AffectException;
import org.affectj.pipeline.FrameSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * A decoder in a process of its own: the same frames, and what becomes of this process when that one dies or stalls.
 */
class IsolatedVideoTest {

    private static final Path SAMPLE = Path.of("samples", "rendered-face.avi");

    @TempDir
    private Path folder;

    @Test
    void framesAndTimesAreThoseOfThisProcess() {
        try (VideoFrames here = VideoFrames.open(SAMPLE); IsolatedVideo apart = IsolatedVideo.open(SAMPLE)) {
            assertEquals(here.name(), apart.name());
            assertEquals(here.size(), apart.size());
            for (final int number : new int[] { 1, 2, 3, here.size(), 20, 19 }) { // on, to the end, and back
                assertArrayEquals(here.pixels(number), pixels(apart, number), "frame " + number);
                assertEquals(here.time(number), apart.time(number));
            }
            assertEquals(Optional.empty(), apart.damage());
        }
        assertEquals(List.of(), decoders(), "a decoder is left");
    }

    @Test
    void damageIsToldAsInThisProcess() throws IOException {
        final byte[] whole = Files.readAllBytes(SAMPLE);
        final Path cut = Files.write(folder.resolve("cut.avi"), Arrays.copyOf(whole, whole.length / 2));
        try (VideoFrames here = VideoFrames.open(cut); IsolatedVideo apart = IsolatedVideo.open(cut)) {
            assertEquals(here.size(), apart.size());
            assertTrue(here.damage().isPresent());
            assertEquals(here.damage(), apart.damage());
        }
        final Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
        assertEquals(assertThrows(AffectException.class, () -> VideoFrames.open(text)).getMessage(),
            assertThrows(AffectException.class, () -> IsolatedVideo.open(text)).getMessage());
        assertEquals(List.of(), decoders(), "a decoder is left");
    }

    @Test
    void aCrashCostsOneFrameAndTheThirdTheRest() throws Exception {
        try (IsolatedVideo video = IsolatedVideo.open(SAMPLE)) {
            final int[] second = pixels(video, 2);
            for (int crash = 1; crash <= 3; crash++) {
                kill();
                assertEquals("The video '" + SAMPLE + "' crashes its decoder at frame 3, 0.20 seconds: "
                    + "it is damaged, or made to do harm; leave it out.",
                    assertThrows(AffectException.class, () -> video.frame(3)).getMessage());
                if (crash < 3) assertArrayEquals(second, pixels(video, 2));
            }
            assertEquals("The video '" + SAMPLE + "' crashed its decoder 3 times, so frame 2 isn't read: leave it out.",
                assertThrows(AffectException.class, () -> video.frame(2)).getMessage());
            assertEquals("The video '" + SAMPLE + "' crashed its decoder 3 times: what could be read "
                + "was used, copy it again for the rest.", video.damage().orElseThrow());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // has no signal to halt a process
    void aDecoderThatStallsIsEnded() throws Exception {
        try (IsolatedVideo video = IsolatedVideo.open(SAMPLE, 2)) {
            new ProcessBuilder("kill", "-STOP", String.valueOf(decoders().get(0).pid())).start().waitFor();
            assertEquals("The video '" + SAMPLE + "' keeps its decoder busy without end at frame 1, 0.00 seconds: it is"
                + " damaged, or made to do harm; leave it out.",
                assertThrows(AffectException.class, () -> video.frame(1)).getMessage());
        }
    }

    private static List<ProcessHandle> decoders() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    private static void kill() throws Exception {
        for (final ProcessHandle decoder : decoders()) {
            decoder.destroyForcibly();
            decoder.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static int[] pixels(final FrameSource source, final int number) {
        final RandomAccessibleInterval<ARGBType> picture = source.frame(number).pixels();
        final int[] pixels = new int[(int) (picture.dimension(0) * picture.dimension(1))];
        int at = 0;
        for (final ARGBType pixel : Views.flatIterable(picture))
            pixels[at++] = pixel.get();
        return pixels;
    }
}
