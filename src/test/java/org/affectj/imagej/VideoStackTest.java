package org.affectj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.pipeline.FrameSource;
import org.affectj.video.VideoWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests {@link VideoStack} on a video whose grey is 10 times the number of the frame, each shown longer than the last.
 */
class VideoStackTest {

    @TempDir
    private Path folder;

    @Test
    void slicesAreFramesWithTheirTimes() {
        final ImagePlus image = VideoStack.open(write(), Progress.NONE);
        assertEquals("grey.mov", image.getTitle());
        assertEquals(ImagePlus.COLOR_RGB, image.getType());
        assertEquals(20, image.getNFrames());
        assertTrue(image.getStack().isVirtual());
        for (final int slice : new int[] { 20, 3, 4, 1, 20 })
            assertEquals(10 * slice, image.getStack().getProcessor(slice).getPixel(20, 20) & 255, 4);
        assertEquals("0.030 s", image.getStack().getSliceLabel(3));
        assertEquals(1.9 / 19, image.getCalibration().frameInterval, 1e-6);
        image.close();
    }

    @Test
    void analysisGetsTheTimeOfEachFrame() {
        final ImagePlus image = VideoStack.open(write(), Progress.NONE);
        final FrameSource source = ImageFrameSource.of(image);
        for (int frame = 1; frame <= 20; frame++)
            assertEquals(0.005 * frame * (frame - 1), source.frame(frame).time(), 1e-6);
        image.setSlice(7);
        final FrameSource current = ImageFrameSource.ofCurrentFrame(image);
        assertEquals(7, current.frame(1).number());
        assertEquals(0.21, current.time(1), 1e-6);
        image.close();
    }

    @Test
    void closingTheImageClosesTheFile() {
        final ImagePlus image = VideoStack.open(write(), Progress.NONE);
        final FrameSource source = ImageFrameSource.of(image);
        image.close();
        assertTrue(assertThrows(AffectException.class, () -> source.frame(1)).getMessage().contains("was closed"));
    }

    @Test
    void damagedSlicesAreBlackToTheEyeAndUnreadableToAnAnalysis() throws IOException {
        final Path file = write();
        final byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 48, bytes.length / 4, (byte) 0);
        Files.write(file, bytes);
        final ImagePlus image = VideoStack.open(file, Progress.NONE);
        assertEquals(0, image.getStack().getProcessor(2).getPixel(20, 20) & 0xffffff);
        final FrameSource source = ImageFrameSource.of(image);
        assertThrows(AffectException.class, () -> source.frame(2));
        assertTrue(source.damage().orElse("").contains("2 frames can't be decoded"), source.damage().toString());
        image.close();
    }

    private Path write() {
        final Path file = folder.resolve("grey.mov");
        VideoWriter.to(file).coding("mjpeg").write(20, VideoStackTest::grey, number -> 5L * number * (number - 1));
        return file;
    }

    private static BufferedImage grey(final int number) {
        final BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(10 * number, 10 * number, 10 * number));
        graphics.fillRect(0, 0, 64, 48);
        graphics.dispose();
        return picture;
    }
}
