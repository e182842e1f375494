package org.affectj.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests {@link Mp4Writer} by reading its videos back. */
class Mp4WriterTest {

    private static final int FRAMES = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({ "64, 48, h264", "65, 49, mpeg4" })
    void everyPictureComesBackAtItsTime(final int width, final int height, final String codec) throws IOException {
        final Path file = folder.resolve("numbers.mp4");
        try (Mp4Writer writer = new Mp4Writer(file, width, height)) {
            for (int number = 1; number <= FRAMES; number++)
                writer.write(numbered(number, width, height), time(number));
            writer.finish();
        }
        try (VideoFile video = VideoFile.open(file)) {
            assertEquals(codec, video.codec());
        }
        try (VideoFrames video = VideoFrames.open(file)) {
            assertEquals(FRAMES, video.size());
            assertEquals(width + "×" + height, video.width() + "×" + video.height());
            for (int number = 1; number <= FRAMES; number++) {
                assertEquals(time(number), video.time(number), 1e-5);
                assertEquals(number, number(video.pixels(number), width));
            }
            assertEquals("", video.damage().orElse(""));
        }
    }

    /** Of a phone: 30000/1001 pictures a second, some of which come late, and a pause of ten seconds. */
    private static double time(final int number) {
        return (number - 1) * 1001 / 30000.0 + (number % 7 == 3 ? 0.013 : 0) + (number > 60 ? 10 : 0);
    }

    private static BufferedImage numbered(final int number, final int width, final int height) {
        final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().drawImage(VideoWriter.numbered(number), 0, 0, null);
        return picture;
    }

    private static int number(final int[] pixels, final int width) {
        final int[] row = new int[64 * 48];
        System.arraycopy(pixels, 24 * width, row, 24 * 64, 64);
        return VideoWriter.number(row);
    }

    @Test
    void coloursComeBackAsTheyWere() throws IOException {
        final Path file = folder.resolve("colours.mp4");
        for (final int height : new int[] { 96, 720 }) { // of which television has different colours
            try (Mp4Writer writer = new Mp4Writer(file, 64, height)) {
                for (int colour = 0; colour < 8; colour++) writer.write(plain(colour, height), colour / 25.0);
                writer.finish();
            }
            try (VideoFrames video = VideoFrames.open(file)) {
                for (int colour = 0; colour < 8; colour++) {
                    final int rgb = video.pixels(colour + 1)[64 * 48 + 32];
                    for (int channel = 0; channel < 3; channel++)
                        assertEquals(level(colour, channel), rgb >> 8 * channel & 255, 6, "colour " + colour);
                }
            }
        }
    }

    private static BufferedImage plain(final int colour, final int height) {
        final BufferedImage picture = new BufferedImage(64, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * height; i++) picture.setRGB(i % 64, i / 64,
            level(colour, 2) << 16 | level(colour, 1) << 8 | level(colour, 0));
        return picture;
    }

    private static int level(final int colour, final int channel) {
        return (colour >> channel & 1) == 1 ? 200 : 40;
    }

    @Test
    void aFileThatWasNotFinishedIsNoVideo() throws IOException {
        final Path file = folder.resolve("half.mp4");
        try (Mp4Writer writer = new Mp4Writer(file, 64, 48)) {
            writer.write(VideoWriter.numbered(1), 0);
        }
        assertThrows(AffectException.class, () -> VideoFrames.open(file));
        assertThrows(IOException.class, () -> new Mp4Writer(folder.resolve("no/such/folder.mp4"), 64, 48));
    }
}
