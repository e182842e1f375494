package org.affectj.align;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.FinalInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The part of a picture that a crop is made from, as packed pixels. Pictures that are arrays already are used in place;
 * others are copied, only where they are needed.
 *
 * @param argb rows from the top
 * @param width pixels in a row
 * @param height rows
 * @param left the picture's x of the first column
 * @param top the picture's y of the first row
 */
record PixelBlock(int[] argb, int width, int height, long left, long top) {

    /** @return the block that holds all pixels that a crop of the given size touches, at least */
    static PixelBlock around(final RandomAccessibleInterval<ARGBType> picture, final SimilarityTransform toPicture,
        final int size)
    {
        if (picture instanceof ArrayImg<?, ?> image && image.update(null) instanceof IntArray array)
            return new PixelBlock(array.getCurrentStorageArray(), (int) image.dimension(0), (int) image.dimension(1), 0,
                0);
        final Interval needed = Intervals.intersect(picture, footprint(toPicture, size));
        if (Intervals.isEmpty(needed)) return new PixelBlock(new int[0], 0, 0, 0, 0);
        final int[] argb = new int[Math.toIntExact(Intervals.numElements(needed))];
        ImgUtil.copy(Views.zeroMin(Views.interval(picture, needed)),
            ArrayImgs.argbs(argb, needed.dimension(0), needed.dimension(1)));
        return new PixelBlock(argb, (int) needed.dimension(0), (int) needed.dimension(1), needed.min(0), needed.min(1));
    }

    /**
     * Adds the red, green and blue of one position to {@code sum}, interpolated between the four pixels around it;
     * pixels outside count as black.
     */
    void add(final double x, final double y, final double[] sum) {
        final double floorX = Math.floor(x);
        final double floorY = Math.floor(y);
        final double fx = x - floorX;
        final double fy = y - floorY;
        final int ix = (int) (floorX - left);
        final int iy = (int) (floorY - top);
        addPixel(ix, iy, (1 - fx) * (1 - fy), sum);
        addPixel(ix + 1, iy, fx * (1 - fy), sum);
        addPixel(ix, iy + 1, (1 - fx) * fy, sum);
        addPixel(ix + 1, iy + 1, fx * fy, sum);
    }

    private void addPixel(final int x, final int y, final double weight, final double[] sum) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        final int pixel = argb[y * width + x];
        sum[0] += weight * (pixel >> 16 & 0xff);
        sum[1] += weight * (pixel >> 8 & 0xff);
        sum[2] += weight * (pixel & 0xff);
    }

    private static Interval footprint(final SimilarityTransform toPicture, final int size) {
        final double[] centre = toPicture.apply((size - 1) / 2.0, (size - 1) / 2.0);
        final double reach = toPicture.scale() * size / Math.sqrt(2) + 1;
        return new FinalInterval(
            new long[] { (long) Math.floor(centre[0] - reach), (long) Math.floor(centre[1] - reach) },
            new long[] { (long) Math.ceil(centre[0] + reach), (long) Math.ceil(centre[1] + reach) });
    }
}
