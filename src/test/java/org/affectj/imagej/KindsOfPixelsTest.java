package org.affectj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageConverter;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.nio.file.Path;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import org.affectj.AffectException;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of image that ImageJ knows, written to a file and read back, gives the colours that ImageJ shows. */
class KindsOfPixelsTest {

    private static final int W = 20;
    private static final int H = 16;

    @TempDir
    private Path folder;

    @Test
    void eightBitsPassThroughTheirLookupTable() {
        final ImagePlus image = new ImagePlus("lut", ramp());
        image.setLut(LUT.createLutFromColor(Color.YELLOW));
        final int[] pixels = pixels(tiff(image));
        assertEquals(0xff0a0a00, pixels[10]);
        assertArrayEquals(shown(image), pixels);
    }

    @Test
    void theDisplayRangeOfEightBitsApplies() {
        final ImagePlus image = new ImagePlus("range", ramp());
        image.setDisplayRange(50, 100);
        final int[] pixels = pixels(ImageFrameSource.of(image));
        assertEquals(0xff000000, pixels[50]);
        assertEquals(0xffffffff, pixels[100]);
        assertArrayEquals(shown(image), pixels);
    }

    @Test
    void sixteenBitsSpanTheDisplayRange() {
        final ShortProcessor values = new ShortProcessor(W, H);
        for (int i = 0; i < W * H; i++)
            values.set(i, 1000 + 10 * i);
        final ImagePlus image = new ImagePlus("short", values);
        image.setDisplayRange(1000, 2000);
        final int[] pixels = pixels(tiff(image));
        assertEquals(0xff000000, pixels[0]);
        // 256 / 1001 grey levels for a step of 1, rounded: 500 above the minimum
        assertEquals(0xff808080, pixels[50]);
        assertEquals(0xffffffff, pixels[100]);
        assertEquals(0xffffffff, pixels[W * H - 1]);
        assertArrayEquals(shown(image), pixels);
    }

    @Test
    void signedSixteenBitsSpanTheDisplayRange() {
        final ShortProcessor values = new ShortProcessor(W, H);
        for (int i = 0; i < W * H; i++)
            values.set(i, 32768 - 160 + i);
        final ImagePlus image = new ImagePlus("signed", values);
        image.getCalibration().setSigned16BitCalibration();
        image.setDisplayRange(32768 - 100, 32768 + 100);
        final int[] pixels = pixels(ImageFrameSource.of(image));
        assertEquals(0xff000000, pixels[0]);
        assertEquals(0xffffffff, pixels[W * H - 1]);
        assertArrayEquals(shown(image), pixels);
    }

    @Test
    void floatsSpanTheDisplayRangeAndNaNIsBlack() {
        final FloatProcessor values = new FloatProcessor(W, H);
        for (int i = 0; i < W * H; i++)
            values.setf(i, i / 100f - 1);
        values.setf(7, Float.NaN);
        values.setf(8, Float.POSITIVE_INFINITY);
        final ImagePlus image = new ImagePlus("float", values);
        image.setDisplayRange(-1, 1);
        image.getProcessor().invertLut();
        final int[] pixels = pixels(tiff(image));
        assertEquals(0xff000000, pixels[7], "NaN stays black under an inverted table too");
        assertEquals(0xff000000, pixels[8]);
        assertEquals(0xffffffff, pixels[0]);
        assertEquals(0xff7f7f7f, pixels[100]);
        assertEquals(0xff000000, pixels[200]);
    }

    @Test
    void rgbStacksAreTakenAsTheyAre() {
        final ImageStack stack = new ImageStack(W, H);
        for (int s = 1; s <= 3; s++)
            stack.addSlice("", colours(s));
        final FrameSource source = tiff(new ImagePlus("rgb", stack));
        assertEquals(3, source.size());
        for (int s = 1; s <= 3; s++)
            assertEquals(0xff000000 | s << 16 | 3 << 8 | 200, pixels(source.frame(s))[3]);
    }

    @Test
    void stackOfRedGreenAndBlueIsOneColourPicture() {
        final ImagePlus image = new ImagePlus("planes", colours(9));
        final int[] expected = shown(image);
        new ImageConverter(image).convertToRGBStack();
        assertEquals(3, image.getStackSize());
        final FrameSource source = tiff(image);
        assertEquals(1, source.size());
        assertArrayEquals(expected, pixels(source));
    }

    @Test
    void hueStackSaysWhatToDo() {
        final ImagePlus image = new ImagePlus("hue", colours(9));
        new ImageConverter(image).convertToHSB();
        assertEquals("The image 'hue' holds hue or Lab planes instead of colours: convert it with Image > Type > RGB "
            + "Color first.", assertThrows(AffectException.class, () -> ImageFrameSource.of(image)).getMessage());
    }

    @Test
    void channelsOfHyperstackAddUpAtEachPosition() {
        final CompositeImage image = hyperstack(2, 3, 4);
        image.setC(1);
        image.setDisplayRange(0, 100);
        image.setC(2);
        image.setDisplayRange(0, 200);
        image.setPosition(2, 3, 2);
        final FrameSource source = tiff(image);
        assertEquals(3 * 4, source.size());
        // z 2 of t 3 is the 8th picture: red is 100 % at 108, green 208 of 200
        assertEquals(0xffffff00, pixels(source.frame(8))[0]);
        final FrameSource direct = ImageFrameSource.of(image);
        final int[] rendered = pixels(direct.frame(8));
        assertEquals("2 3 2", image.getC() + " " + image.getZ() + " " + image.getT(), "the position moved");
        image.setPosition(1, 2, 3);
        image.updateImage();
        assertArrayEquals(shown(image), rendered);
    }

    @Test
    void hiddenChannelsStayHidden() {
        final CompositeImage image = hyperstack(2, 1, 1);
        image.setActiveChannels("01");
        final int[] pixels = pixels(ImageFrameSource.of(image));
        assertEquals(0, pixels[0] & 0xff0000);
        assertArrayEquals(shown(image), pixels);
    }

    @Test
    void framesHaveTimesAndSlicesWithoutIntervalHaveNone() {
        final CompositeImage image = hyperstack(2, 3, 4);
        assertEquals(Double.NaN, ImageFrameSource.of(image).frame(7).time());
        image.getCalibration().frameInterval = 500;
        image.getCalibration().setTimeUnit("ms");
        final FrameSource source = ImageFrameSource.of(image);
        assertEquals(0, source.frame(3).time());
        assertEquals(1, source.frame(7).time());
    }

    @Test
    void currentFrameKeepsItsNumber() {
        final CompositeImage image = hyperstack(2, 3, 4);
        image.setPosition(2, 2, 3);
        final FrameSource source = ImageFrameSource.ofCurrentFrame(image);
        assertEquals(1, source.size());
        assertEquals(8, source.frame(1).number());
        assertArrayEquals(pixels(ImageFrameSource.of(image).frame(8)), pixels(source));
    }

    @Test
    void virtualStackIsReadWhereItIsAsked() {
        final int[] reads = new int[1];
        final VirtualStack stack = new VirtualStack(W, H, null, folder.toString()) {

            @Override
            public ij.process.ImageProcessor getProcessor(final int n) {
                reads[0]++;
                return colours(n);
            }

            @Override
            public int getSize() {
                return 100000;
            }
        };
        final FrameSource source = ImageFrameSource.of(new ImagePlus("virtual", stack));
        final int before = reads[0];
        assertEquals(77, pixels(source.frame(77))[0] >> 16 & 255);
        assertEquals(1, reads[0] - before);
    }

    @Test
    void emptyImageIsRefused() {
        assertEquals("The image 'nothing' has no pixels (0×0): open a picture of a face first.",
            assertThrows(AffectException.class, () -> {
                final ImagePlus image = new ImagePlus();
                image.setTitle("nothing");
                ImageFrameSource.of(image);
            }).getMessage());
    }

    @Test
    void singlePixelIsRefused() {
        assertEquals("The image 'dot' has 1×1 pixels, too few for a face: use one of 16×16 or more.",
            assertThrows(AffectException.class, () -> ImageFrameSource.of(new ImagePlus("dot",
                new ByteProcessor(1, 1)))).getMessage());
    }

    private CompositeImage hyperstack(final int channels, final int slices, final int frames) {
        final ImageStack stack = new ImageStack(W, H);
        for (int i = 0; i < channels * slices * frames; i++) {
            final ByteProcessor plane = new ByteProcessor(W, H);
            plane.set(100 * (i % channels) + 100 + i / channels);
            stack.addSlice("", plane);
        }
        final ImagePlus image = new ImagePlus("hyper", stack);
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static ByteProcessor ramp() {
        final ByteProcessor values = new ByteProcessor(W, H);
        for (int i = 0; i < W * H; i++)
            values.set(i, i % 256);
        return values;
    }

    private static ColorProcessor colours(final int red) {
        final ColorProcessor pixels = new ColorProcessor(W, H);
        for (int i = 0; i < W * H; i++)
            pixels.set(i, (red & 255) << 16 | (i & 255) << 8 | 200);
        return pixels;
    }

    /** Through a real file. */
    private FrameSource tiff(final ImagePlus image) {
        final Path file = folder.resolve(image.getTitle() + ".tif");
        if (image.getStackSize() > 1) new FileSaver(image).saveAsTiffStack(file.toString());
        else new FileSaver(image).saveAsTiff(file.toString());
        final FrameSource source = PictureFiles.open(file);
        final FrameSource opened = ImageFrameSource.of(IJ.openImage(file.toString()));
        assertArrayEquals(pixels(opened), pixels(source), "the file and ImageJ's window differ");
        return source;
    }

    /** What ImageJ draws in its window. */
    private static int[] shown(final ImagePlus image) {
        final int[] pixels = (int[]) new ColorProcessor(image.getImage()).getPixels();
        for (int i = 0; i < pixels.length; i++)
            pixels[i] |= 0xff000000;
        return pixels;
    }

    static int[] pixels(final FrameSource source) {
        return pixels(source.frame(1));
    }

    static int[] pixels(final Frame frame) {
        final RandomAccessibleInterval<ARGBType> picture = frame.pixels();
        final int[] pixels = new int[(int) (picture.dimension(0) * picture.dimension(1))];
        final Cursor<ARGBType> cursor = Views.flatIterable(picture).cursor();
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = cursor.next().get();
        return pixels;
    }
}
