package org.affectj.align;

import org.affectj.model.FaceCrop;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Resamples a square out of a picture, bilinearly; what lies outside of the picture is black. Where the picture is
 * finer than the crop, each pixel of the crop is the mean of k × k samples spread evenly over it, k being the pixels of
 * the picture that fit side by side into one of the crop, rounded: fine texture is averaged and doesn't alias. The
 * result is exact for linear ramps at any shift, rotation and scale, and symmetric.
 */
public final class Warp {

    private Warp() {
        // one function
    }

    /**
     * @param picture two-dimensional colour picture
     * @param transform from pixels of the picture to pixels of the crop, pixel centres at whole numbers
     * @param size width and height of the crop in pixels
     * @return the crop
     */
    public static FaceCrop crop(final RandomAccessibleInterval<ARGBType> picture, final SimilarityTransform transform,
        final int size)
    {
        final SimilarityTransform back = transform.inverse();
        final PixelBlock block = PixelBlock.around(picture, back, size);
        final int samples = (int) Math.max(1, Math.round(back.scale()));
        final byte[] rgb = new byte[size * size * 3];
        final double[] sum = new double[3];
        for (int y = 0, i = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                sample(block, back, x, y, samples, sum);
                for (int c = 0; c < 3; c++)
                    rgb[i++] = (byte) (sum[c] / (samples * samples) + 0.5);
            }
        }
        return new FaceCrop(size, rgb);
    }

    /** Sums {@code samples}² samples of the picture, spread over the pixel (x, y) of the crop. */
    private static void sample(final PixelBlock block, final SimilarityTransform back, final int x, final int y,
        final int samples, final double[] sum)
    {
        sum[0] = sum[1] = sum[2] = 0;
        for (int j = 0; j < samples; j++) {
            final double v = y + (j + 0.5) / samples - 0.5;
            for (int i = 0; i < samples; i++) {
                final double u = x + (i + 0.5) / samples - 0.5;
                block.add(back.a() * u - back.b() * v + back.tx(), back.b() * u + back.a() * v + back.ty(), sum);
            }
        }
    }
}
