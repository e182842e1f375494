package org.affectj.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntBinaryOperator;

import org.affectj.model.FaceCrop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

class WarpTest {

    private static ArrayImg<ARGBType, IntArray> picture(final int width, final int height,
        final IntBinaryOperator color)
    {
        final int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++)
            argb[i] = color.applyAsInt(i % width, i / width);
        return ArrayImgs.argbs(argb, width, height);
    }

    /** Red rises by one a column, green by one a row. */
    private static ArrayImg<ARGBType, IntArray> ramp() {
        return picture(256, 256, (x, y) -> ARGBType.rgba(x, y, 7, 255));
    }

    private static int channel(final FaceCrop crop, final int x, final int y, final int c) {
        return crop.rgb()[(y * crop.size() + x) * 3 + c] & 0xff;
    }

    @ParameterizedTest
    @CsvSource({ "1, 0", "1, 37", "2.5, 0", "0.9, -120", "0.37, 15", "0.2, 80" })
    void readsARampWhereItShould(final double scale, final double degrees) {
        final int size = 32;
        final SimilarityTransform transform = SimilarityTransform.of(scale, degrees, 127.3, 128.8, 15.5, 15.5);
        final FaceCrop crop = Warp.crop(ramp(), transform, size);
        final SimilarityTransform back = transform.inverse();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                final double[] at = back.apply(x, y);
                assertEquals(at[0], channel(crop, x, y, 0), 0.5 + 1e-9, "red at " + x + ", " + y);
                assertEquals(at[1], channel(crop, x, y, 1), 0.5 + 1e-9, "green at " + x + ", " + y);
                assertEquals(7, channel(crop, x, y, 2));
            }
        }
    }

    @Test
    void movesWholePixelsUnchanged() {
        final Random random = new Random(1);
        final ArrayImg<ARGBType, IntArray> noise = picture(40, 30, (x, y) -> random.nextInt());
        final FaceCrop crop = Warp.crop(noise, new SimilarityTransform(1, 0, -5, -3), 16);
        final int pixel = noise.getAt(5 + 9, 3 + 2).get();
        assertEquals(ARGBType.red(pixel), channel(crop, 9, 2, 0));
        assertEquals(ARGBType.green(pixel), channel(crop, 9, 2, 1));
        assertEquals(ARGBType.blue(pixel), channel(crop, 9, 2, 2));
    }

    @Test
    void isBlackOutsideAndFadesOverHalfAPixelAtTheEdge() {
        final ArrayImg<ARGBType, IntArray> white = picture(8, 8, (x, y) -> -1);
        final FaceCrop crop = Warp.crop(white, new SimilarityTransform(1, 0, 4.25, 4), 16);
        assertEquals(0, channel(crop, 3, 8, 0));
        assertEquals(0.75 * 255, channel(crop, 4, 8, 0), 0.5);
        assertEquals(255, channel(crop, 5, 8, 0));
        assertEquals(0.25 * 255, channel(crop, 12, 8, 0), 0.5);
        assertEquals(0, channel(crop, 13, 8, 0));
        assertArrayEquals(new byte[16 * 16 * 3],
            Warp.crop(white, new SimilarityTransform(1, 0, 1e6, 1e6), 16).rgb(), "nothing of the picture is seen");
    }

    @Test
    void averagesWhatIsFinerThanTheCrop() {
        final ArrayImg<ARGBType, IntArray> stripes = picture(256, 256, (x, y) -> x % 2 == 0 ? 0 : -1);
        // single samples would lie in the middle of white stripes only
        final FaceCrop crop = Warp.crop(stripes, SimilarityTransform.of(0.25, 0, 127, 127, 15.5, 15.5), 32);
        assertEquals(127.5, channel(crop, 10, 10, 0), 1);
        assertEquals(127.5, channel(crop, 11, 10, 0), 1);
    }

    @Test
    void mirroredPicturesGiveMirroredCrops() {
        final Random random = new Random(2);
        final int[] noise = random.ints(64 * 64).toArray();
        final ArrayImg<ARGBType, IntArray> picture = picture(64, 64, (x, y) -> noise[y * 64 + x]);
        final ArrayImg<ARGBType, IntArray> mirror = picture(64, 64, (x, y) -> noise[y * 64 + 63 - x]);
        final int size = 20;
        final FaceCrop crop = Warp.crop(picture, SimilarityTransform.of(0.4, 20, 30, 30, 9.5, 9.5), size);
        final FaceCrop mirrored = Warp.crop(mirror, SimilarityTransform.of(0.4, -20, 33, 30, 9.5, 9.5), size);
        for (int i = 0; i < size * size; i++)
            assertEquals(channel(crop, i % size, i / size, 1), channel(mirrored, size - 1 - i % size, i / size, 1));
    }

    @Test
    void viewsGiveTheSameAsArrays() {
        final RandomAccessibleInterval<ARGBType> moved = Views.translate(ramp(), -20, 30);
        final SimilarityTransform transform = SimilarityTransform.of(0.6, 10, 100, 90, 20, 20);
        final SimilarityTransform forView = new SimilarityTransform(1, 0, 20, -30).then(transform);
        assertArrayEquals(Warp.crop(ramp(), transform, 48).rgb(), Warp.crop(moved, forView, 48).rgb());
    }

    @Test
    void facesOfAnySizeComeOutAlike() {
        // a smooth face-sized pattern, drawn at two sizes
        final FaceCrop small = smoothCrop(1);
        final FaceCrop large = smoothCrop(3);
        double worst = 0;
        for (int i = 0; i < small.rgb().length; i++)
            worst = Math.max(worst, Math.abs((small.rgb()[i] & 0xff) - (large.rgb()[i] & 0xff)));
        assertTrue(worst <= 2, "differs by " + worst);
    }

    private static FaceCrop smoothCrop(final int factor) {
        final ArrayImg<ARGBType, IntArray> waves = picture(160 * factor, 160 * factor, (x, y) -> {
            final double u = (x + 0.5) / factor;
            final double v = (y + 0.5) / factor;
            return ARGBType.rgba(128 + 100 * Math.sin(u / 9), 128 + 100 * Math.cos(v / 12), 0, 255);
        });
        final double[][] points = new double[5][];
        for (int i = 0; i < 5; i++) {
            final double[] p = FaceTemplate.ARCFACE.points()[i];
            points[i] = new double[] { (p[0] + 20.5) * factor - 0.5, (p[1] + 20.5) * factor - 0.5 };
        }
        return new FaceAligner(FaceTemplate.ARCFACE).align(waves, points).crop();
    }
}
