package org.affectj.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.affectj.AffectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link VideoFrames} on videos whose pictures show their own numbers, at times that the tests choose. */
class VideoFramesTest {

    private static final int FRAMES = 60;
    private static final IntToLongFunction CONSTANT = number -> 40L * (number - 1);
    /** Each frame is shown longer than the one before; 25 frames a second on average would be far off. */
    private static final IntToLongFunction VARIABLE = number -> 7L * number * number - 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({ "v.mp4,mpeg4,0", "v.mp4,mpeg4,2", "v.mov,mjpeg,0", "v.mkv,mpeg4,2", "v.mkv,libvpx,0",
        "v.webm,libvpx-vp9,0", "v.avi,mpeg4,0", "v.ts,mpeg2video,2" })
    void everyFrameComesInOrderAtItsTime(final String name, final String coding, final int bFrames) {
        final Path file = write(name, coding, bFrames, CONSTANT);
        try (VideoFrames video = VideoFrames.open(file)) {
            assertEquals(FRAMES, video.size());
            for (int number = 1; number <= FRAMES; number++) {
                assertEquals(number, VideoWriter.number(video.pixels(number)));
                assertEquals(0.04 * (number - 1), video.frame(number).time(), 1e-6);
            }
            assertEquals(Optional.empty(), video.damage());
        }
    }

    @ParameterizedTest
    @CsvSource({ "v.mp4,mpeg4,2", "v.mkv,mpeg4,2", "v.mkv,libvpx,0", "v.avi,mpeg4,2", "v.ts,mpeg2video,2",
        "v.mov,mjpeg,0" })
    void anyFrameCanBeAskedForAtAnyTime(final String name, final String coding, final int bFrames) {
        final IntToLongFunction times = name.matches(".*(avi|ts)") ? CONSTANT : VARIABLE;
        try (VideoFrames video = VideoFrames.open(write(name, coding, bFrames, times))) {
            final Random random = new Random(1);
            for (int i = 0; i < 100; i++) {
                final int number = 1 + random.nextInt(FRAMES);
                assertEquals(number, VideoWriter.number(video.pixels(number)));
            }
            assertEquals(Optional.empty(), video.damage());
        }
    }

    @ParameterizedTest
    @CsvSource({ "v.mp4,0", "v.mp4,2", "v.mkv,2" })
    void timesAreThoseOfTheFile(final String name, final int bFrames) {
        try (VideoFrames video = VideoFrames.open(write(name, "mpeg4", bFrames, VARIABLE))) {
            for (int number = 1; number <= FRAMES; number++)
                assertEquals(VARIABLE.applyAsLong(number) / 1000.0, video.time(number), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 90, 180, 270 })
    void picturesStandUpright(final int degrees) {
        final Path file = folder.resolve("turned.mp4");
        VideoWriter.to(file).turned(degrees).write(2, VideoWriter::numbered, CONSTANT);
        try (VideoFrames video = VideoFrames.open(file)) {
            // picture 1 has a white bar along its left edge, which turns with the clock
            final int[] pixels = video.pixels(1);
            final int width = video.width();
            assertEquals(degrees % 180 == 0 ? 64 : 48, width);
            final int[] white = new int[] { pixels[24 * width + 4], pixels[4 * width + 24],
                pixels[24 * width + width - 5], pixels[(video.height() - 5) * width + 24] };
            for (int edge = 0; edge < 4; edge++)
                assertEquals(edge == degrees / 90, (white[edge] & 255) > 127, "edge " + edge);
        }
    }

    @Test
    void pixelsAreSquare() {
        final Path file = folder.resolve("wide.mp4");
        VideoWriter.to(file).pixelAspect(2).write(2, VideoWriter::numbered, CONSTANT);
        try (VideoFrames video = VideoFrames.open(file)) {
            assertEquals(128, video.width());
            assertEquals(48, video.height());
            assertTrue((video.pixels(1)[24 * 128 + 12] & 255) > 127, "the bar is 16 pixels wide");
        }
    }

    @ParameterizedTest
    @CsvSource({ "v.mp4,30", "v.mp4,60", "v.mp4,90", "v.mkv,30", "v.mkv,60", "v.mkv,85", "v.avi,25", "v.ts,55" })
    void whatComesBeforeACutIsGiven(final String name, final int percent) throws IOException {
        final Path whole = write(name, name.endsWith("ts") ? "mpeg2video" : "mpeg4", 0, CONSTANT);
        final byte[] bytes = Files.readAllBytes(whole);
        final int header = Math.max(0, new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat"));
        final Path cut = Files.write(folder.resolve("cut-" + name),
            Arrays.copyOf(bytes, header + (bytes.length - header) * percent / 100));
        try (VideoFrames video = VideoFrames.open(cut)) {
            final List<Integer> read = readable(video);
            assertEquals(IntStream.rangeClosed(1, read.size()).boxed().toList(), read);
            assertTrue(read.size() > FRAMES * (percent - 25) / 100 && read.size() < FRAMES, read.toString());
            if (name.endsWith("ts")) return; // made to be cut anywhere: nothing says how long it was
            final String damage = video.damage().orElse("");
            assertTrue(damage.startsWith("The video '" + cut + "' is damaged: it "), damage);
        }
    }

    @Test
    void damageInTheMiddleIsReportedAndTheRestRead() throws IOException {
        final Path file = write("end.mp4", "mpeg4", 0, CONSTANT);
        final byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length * 4 / 10, bytes.length * 4 / 10 + bytes.length / 20, (byte) 0);
        Files.write(file, bytes);
        try (VideoFrames video = VideoFrames.open(file)) {
            final List<Integer> read = readable(video);
            assertTrue(read.containsAll(List.of(1, 12, 49, 60)), read.toString());
            assertTrue(read.size() < FRAMES, "some are damaged");
            final int lost = FRAMES - read.size();
            assertEquals(Optional.of("The video '" + file + "' is damaged: " + lost + (lost == 1 ? " frame" : " frames")
                + " can't be decoded; what could be read was used, copy it again for the rest."), video.damage());
        }
    }

    @Test
    void anUnreadableFrameSaysWhere() throws IOException {
        final Path file = write("v.mov", "mjpeg", 0, CONSTANT);
        final byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 48, bytes.length * 3 / 10, (byte) 0);
        Files.write(file, bytes);
        try (VideoFrames video = VideoFrames.open(file)) {
            assertEquals("Frame 2 of the video '" + file + "', at 0.04 seconds, is damaged: copy the "
                + "video again, or leave it out.",
                assertThrows(AffectException.class, () -> video.frame(2)).getMessage());
            assertEquals(50, VideoWriter.number(video.pixels(50)));
        }
    }

    @Test
    void badFilesAreToldApart() throws IOException {
        final Path whole = write("end.mp4", "mpeg4", 0, CONSTANT);
        final byte[] bytes = Files.readAllBytes(whole);
        assertProblem("The video '%s' can't be read, since its header is damaged or cut off: copy or record it again.",
            file("unfinished.mp4", Arrays.copyOf(bytes, bytes.length / 2)));
        final String none = "The file '%s' isn't a video that AffectJ can read: use MP4, MOV, MKV, WebM or AVI.";
        assertProblem(none, file("empty.mp4", new byte[0]));
        assertProblem(none, file("text.mp4", "hello".getBytes()));
        assertProblem("The file '%s' doesn't exist: check its name and folder.", folder.resolve("missing.mp4"));
        assertProblem("'%s' is a folder: give a video file instead.", folder);
        assertProblem("The file '%s' has no video in it, only sound or other data: use one that shows pictures.",
            sound());
        final Path small = folder.resolve("small.mp4");
        VideoWriter.to(small).write(2, n -> new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), CONSTANT);
        assertProblem("The video '%s' has 8×8 pixels, too few for a face: use one of 16×16 or more.", small);
    }

    @Test
    void namesMayHaveAnyLetters() {
        try (VideoFrames video = VideoFrames.open(write("file:é 中 [1]#%20?.mp4", "mpeg4", 0, CONSTANT))) {
            assertEquals(3, VideoWriter.number(video.pixels(3)));
        }
    }

    @Test
    void aClosedVideoSaysSo() {
        final VideoFrames video = VideoFrames.open(write("v.mp4", "mpeg4", 0, CONSTANT));
        video.close();
        video.close();
        assertTrue(assertThrows(AffectException.class, () -> video.frame(1)).getMessage().contains("was closed"));
    }

    @Test
    void pixelsAreOpaqueAndInTheColoursOfThePicture() {
        final Path file = folder.resolve("blue.mp4");
        final BufferedImage blue = VideoWriter.numbered(0);
        for (int y = 0; y < 48; y++)
            for (int x = 0; x < 64; x++) blue.setRGB(x, y, 0xff2040c0);
        VideoWriter.to(file).write(1, n -> blue, CONSTANT);
        try (VideoFrames video = VideoFrames.open(file)) {
            final int pixel = video.pixels(1)[24 * 64 + 32];
            assertEquals(0x20, pixel >> 16 & 255, 4);
            assertEquals(0x40, pixel >> 8 & 255, 4);
            assertEquals(0xc0, pixel & 255, 4);
            assertEquals(255, pixel >>> 24);
        }
    }

    @Test
    void videosAreKnownByTheirNames() {
        assertTrue(VideoFiles.isVideo(Path.of("a/B.MP4")));
        assertFalse(VideoFiles.isVideo(Path.of("a/b.png")));
        assertFalse(VideoFiles.isVideo(Path.of("mp4")));
    }

    private Path write(final String name, final String coding, final int bFrames, final IntToLongFunction times) {
        final Path file = folder.resolve(name);
        VideoWriter.to(file).coding(coding).bFrames(bFrames)
            .headerFirst(name.endsWith("mp4") && !name.startsWith("end")).write(FRAMES, VideoWriter::numbered, times);
        return file;
    }

    private static List<Integer> readable(final VideoFrames video) {
        final List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= video.size(); number++)
            try {
                numbers.add(VideoWriter.number(video.pixels(number)));
            } catch (final AffectException e) {
                assertTrue(e.getMessage().startsWith("Frame " + number + " of the video '"), e.getMessage());
            }
        return numbers;
    }

    private Path sound() throws IOException {
        final Path file = folder.resolve("sound.mp4");
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[16000]),
            new AudioFormat(8000, 16, 1, true, false), 8000), AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    private Path file(final String name, final byte[] contents) throws IOException {
        return Files.write(folder.resolve(name), contents);
    }

    private static void assertProblem(final String message, final Path file) {
        assertEquals(String.format(message, file),
            assertThrows(AffectException.class, () -> VideoFrames.open(file)).getMessage());
    }
}
