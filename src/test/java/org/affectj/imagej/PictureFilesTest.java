package org.affectj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.pipeline.FrameSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Picture files as users have them, whole and broken. */
class PictureFilesTest {

    private static final Path PORTRAIT = Path.of("samples", "astronaut.png");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "png", "jpg", "gif", "bmp", "tif" })
    void fileHasThePixelsThatImageJShows(final String format) throws IOException {
        final Path file = write(format);
        try (FrameSource source = PictureFiles.open(file)) {
            assertEquals("face." + format, source.name());
            final ImagePlus shown = IJ.openImage(file.toString());
            assertArrayEquals(KindsOfPixelsTest.pixels(ImageFrameSource.of(shown)), KindsOfPixelsTest.pixels(source));
            assertEquals(shown.getProcessor().convertToRGB().get(250, 130) & 0xffffff,
                KindsOfPixelsTest.pixels(source)[130 * 512 + 250] & 0xffffff);
        }
    }

    @Test
    void pngIsReadToTheBit() throws IOException {
        final BufferedImage expected = ImageIO.read(PORTRAIT.toFile());
        assertArrayEquals(expected.getRGB(0, 0, 512, 512, null, 0, 512),
            KindsOfPixelsTest.pixels(PictureFiles.open(PORTRAIT)));
    }

    @Test
    void turnedPhoneCameraIsTurnedBack() throws IOException {
        final Path file = folder.resolve("phone.jpg");
        final BufferedImage wide = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 32; y++)
            for (int x = 0; x < 16; x++)
                wide.setRGB(x, y, 0xffffff);
        final ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(wide, "jpg", jpeg);
        Files.write(file, withOrientation(jpeg.toByteArray(), 6));
        try (FrameSource source = PictureFiles.open(file)) {
            assertEquals(32, source.frame(1).pixels().dimension(0));
            final int[] pixels = KindsOfPixelsTest.pixels(source);
            assertEquals(255, pixels[4 * 32 + 16] & 255, 3, "left of the sensor is up after a quarter turn clockwise");
            assertEquals(0, pixels[60 * 32 + 16] & 255, 3);
        }
    }

    @Test
    void namesTellPictures() {
        assertTrue(PictureFiles.isPicture(Path.of("a", "B.JPG")));
        assertFalse(PictureFiles.isPicture(Path.of("a.png", "notes.txt")));
    }

    @Test
    void missingFile() {
        final Path file = folder.resolve("gone.png");
        assertFailure("The file '" + file + "' doesn't exist: check its name and folder.", file);
    }

    @Test
    void folderInsteadOfFile() {
        assertFailure("'" + folder + "' is a folder: give a picture file instead.", folder);
    }

    @Test
    void textNamedAsPicture() throws IOException {
        final Path file = Files.writeString(folder.resolve("notes.png"), "Dear diary, this is not a picture at all.");
        assertFailure("The file '" + file + "' isn't a picture: use PNG, JPEG, TIFF, GIF or BMP.", file);
    }

    @Test
    void emptyFile() throws IOException {
        final Path file = Files.createFile(folder.resolve("empty.png"));
        assertFailure("The file '" + file + "' isn't a picture: use PNG, JPEG, TIFF, GIF or BMP.", file);
    }

    @ParameterizedTest
    @ValueSource(strings = { "png", "jpg", "gif", "bmp", "tif" })
    void truncatedFile(final String format) throws IOException {
        final Path file = write(format);
        final byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertFailure("The picture '" + file + "' can't be read, since it is damaged or cut off: save it again, or "
            + "leave it out.", file);
    }

    @Test
    void singlePixel() throws IOException {
        final Path file = folder.resolve("dot.png");
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertFailure("The image 'dot.png' has 1×1 pixels, too few for a face: use one of 16×16 or more.", file);
    }

    private Path write(final String format) throws IOException {
        final Path file = folder.resolve("face." + format);
        final ImagePlus image = IJ.openImage(PORTRAIT.toString());
        if (format.equals("tif")) new FileSaver(image).saveAsTiff(file.toString());
        else ImageIO.write(image.getBufferedImage(), format, file.toFile());
        return file;
    }

    private static void assertFailure(final String message, final Path file) {
        assertEquals(message, assertThrows(AffectException.class, () -> PictureFiles.open(file)).getMessage());
    }

    /** Inserts an Exif block with nothing but the orientation behind the JPEG's first marker. */
    private static byte[] withOrientation(final byte[] jpeg, final int orientation) {
        final byte[] exif = { (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0,
            1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 };
        final byte[] all = Arrays.copyOf(jpeg, jpeg.length + exif.length);
        System.arraycopy(exif, 0, all, 2, exif.length);
        System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
        return all;
    }
}
