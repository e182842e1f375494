package org.affectj.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.Color;
import java.util.Arrays;

import org.affectj.AffectException;

/**
 * Turns one position of an image into the colours that ImageJ shows for it, whatever its kind of pixels: lookup tables
 * and display ranges apply, channels add up, NaN is black. Reads the image's stack only, so that neither its position
 * nor its display changes.
 */
final class PlaneRenderer {

    private static final int OPAQUE = 0xff000000;

    /** What ImageJ colours channels with by default. */
    private static final int[][] CHANNEL_COLOURS = { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 },
        { 0, 255, 255 }, { 255, 0, 255 }, { 255, 255, 0 } };

    private final ImageStack stack;
    private final boolean rgb;
    private final LUT[] luts;
    private final boolean[] shown;

    /** @param image an image that has pixels; its lookup tables and ranges are taken as they are now */
    PlaneRenderer(final ImagePlus image) {
        stack = image.getStack();
        if (stack.isHSB() || stack.isHSB32() || stack.isLab())
            throw new AffectException("The image '" + image.getTitle()
                + "' holds hue or Lab planes instead of colours: convert it with Image > Type > RGB Color first.");
        rgb = image.getType() == ImagePlus.COLOR_RGB;
        luts = rgb ? new LUT[1] : luts(image);
        shown = shown(image, luts.length);
    }

    /** @return how many planes of the stack make one picture */
    int channels() {
        return luts.length;
    }

    /**
     * @param position of the picture among those of the stack, from 1
     * @return opaque ARGB pixels, row by row; a copy
     */
    int[] render(final int position) {
        final int first = (position - 1) * luts.length + 1;
        if (rgb) return opaque(((int[]) stack.getProcessor(first).convertToRGB().getPixels()).clone());
        final int[] sum = new int[stack.getWidth() * stack.getHeight()];
        for (int c = 0; c < luts.length; c++)
            if (shown[c]) add(sum, colours(stack.getProcessor(first + c), luts[c]));
        return opaque(sum);
    }

    private static LUT[] luts(final ImagePlus image) {
        final int channels = image.getNChannels();
        if (image instanceof CompositeImage || channels == 1) return image.getLuts();
        final LUT[] luts = new LUT[channels];
        for (int c = 0; c < channels; c++) {
            final int[] colour = CHANNEL_COLOURS[Math.min(c, CHANNEL_COLOURS.length - 1)];
            luts[c] = LUT.createLutFromColor(new Color(colour[0], colour[1], colour[2]));
            luts[c].min = image.getDisplayRangeMin();
            luts[c].max = image.getDisplayRangeMax();
        }
        return luts;
    }

    private static boolean[] shown(final ImagePlus image, final int channels) {
        final boolean[] shown = new boolean[channels];
        Arrays.fill(shown, true);
        if (image instanceof CompositeImage composite && composite.getMode() == CompositeImage.COMPOSITE)
            System.arraycopy(composite.getActiveChannels(), 0, shown, 0,
                Math.min(channels, CompositeImage.MAX_CHANNELS));
        return shown;
    }

    private static int[] colours(final ImageProcessor plane, final LUT lut) {
        plane.setLut(lut);
        final int[] pixels = (int[]) ((ColorProcessor) plane.convertToRGB()).getPixels();
        if (plane instanceof FloatProcessor) {
            final float[] values = (float[]) plane.getPixels();
            for (int i = 0; i < values.length; i++)
                if (Float.isNaN(values[i])) pixels[i] = 0;
        }
        return pixels;
    }

    private static void add(final int[] sum, final int[] pixels) {
        for (int i = 0; i < sum.length; i++)
            sum[i] = plus(sum[i], pixels[i], 16) | plus(sum[i], pixels[i], 8) | plus(sum[i], pixels[i], 0);
    }

    private static int plus(final int a, final int b, final int shift) {
        return Math.min(255, (a >> shift & 255) + (b >> shift & 255)) << shift;
    }

    private static int[] opaque(final int[] pixels) {
        for (int i = 0; i < pixels.length; i++)
            pixels[i] |= OPAQUE;
        return pixels;
    }
}
