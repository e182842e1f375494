package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj anonymize} on the sample portrait, a picture without a face and the sample video. */
class AnonymizeTest {

    private static final Path PORTRAIT = Path.of("samples/astronaut.png");

    @TempDir
    private Path folder;

    @Test
    void nothingOfThePictureIsInADrawingOfLandmarks() throws Exception {
        final BufferedImage drawn = anonymous("landmarks", PORTRAIT);
        int dark = 0;
        for (int y = 0; y < drawn.getHeight(); y++)
            for (int x = 0; x < drawn.getWidth(); x++) {
                final int rgb = drawn.getRGB(x, y);
                assertEquals(rgb & 0xff, rgb >> 8 & 0xff); // black on white, all greys between are edges of lines
                assertEquals(rgb & 0xff, rgb >> 16 & 0xff);
                if ((rgb & 0xff) < 64) dark++;
            }
        assertTrue(dark > 300 && dark < 5000, dark + " dark pixels");
    }

    @Test
    void noFaceIsFoundWhereItWasAndTheRestStays() throws Exception {
        final BufferedImage original = ImageIO.read(PORTRAIT.toFile());
        for (final String style : List.of("drawing", "pixels")) {
            final BufferedImage hidden = anonymous(style, PORTRAIT);
            assertEquals(original.getRGB(5, 500) & 0xffffff, hidden.getRGB(5, 500) & 0xffffff, style);
            assertEquals(original.getRGB(500, 5) & 0xffffff, hidden.getRGB(500, 5) & 0xffffff, style);
            int same = 0;
            for (int y = 40; y < 190; y++) // the head of the portrait, from hair to chin
                for (int x = 165; x < 285; x++)
                    if (original.getRGB(x, y) == hidden.getRGB(x, y)) same++;
            assertTrue(same < 120 * 150 / 100, style + ": " + same + " pixels of the head are as they were");
        }
        // in a drawing one is found: the drawing
        assertFindsNoFace(folder.resolve("pixels/astronaut-anonymous.png"));
    }

    /** A face may have been overlooked, so a picture without any is made of a few squares. */
    @Test
    void aPictureWithoutAFaceIsMadeUnrecognisable() throws Exception {
        final BufferedImage ramp = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 60; y++)
            for (int x = 0; x < 120; x++)
                ramp.setRGB(x, y, 2 * x << 16 | 4 * y << 8);
        final Path file = folder.resolve("ramp.png");
        ImageIO.write(ramp, "png", file.toFile());
        final BufferedImage hidden = anonymous("drawing", file);
        final Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 60; y++)
            for (int x = 0; x < 120; x++)
                colours.add(hidden.getRGB(x, y));
        assertEquals(12 * 6, colours.size()); // squares of 10 pixels
        assertEquals(9 << 16 | 18 << 8, hidden.getRGB(0, 0) & 0xffffff); // the mean of 0 … 18 is 9, of 0 … 36 is 18
    }

    @Test
    void noFaceIsFoundInAVideo() throws Exception {
        final Path out = folder.resolve("video");
        final ShellRun run =
            ShellRun.of("anonymize", "samples/rendered-face.avi", "-o", out, "--style", "pixels", "--to", "0.25");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.lines().get(0).endsWith(": 3 faces"), run.output());
        assertFindsNoFace(out.resolve("rendered-face-anonymous.mp4"));
    }

    private void assertFindsNoFace(final Path file) {
        final ShellRun run = ShellRun.of("analyze", file, "-o", folder.resolve("again"), "--no-overlays");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.lines().get(0).endsWith(": 0 faces"), run.output());
    }

    private BufferedImage anonymous(final String style, final Path picture) throws Exception {
        final Path out = folder.resolve(style);
        final ShellRun run = ShellRun.of("anonymize", picture, "-o", out, "--style", style);
        assertEquals(0, run.status(), run.errors());
        return ImageIO.read(out.resolve(picture.getFileName().toString().replace(".png", "-anonymous.png")).toFile());
    }
}
