package org.affectj.detect;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.affectj.align.SimilarityTransform;
import org.affectj.align.Warp;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** The pictures that tests look at. */
public final class Pictures {

    /** Eye centres, nose tip and mouth corners of the portrait, read off the picture by eye. */
    public static final double[][] ASTRONAUT = { { 203, 101.5 }, { 247, 103 }, { 223, 128 },
        { 203, 140 }, { 246, 139 } };

    private Pictures() {
        // only functions
    }

    /** @return the portrait that ships with the project, 512 × 512 */
    public static RandomAccessibleInterval<ARGBType> astronaut() {
        return read("samples/astronaut.png");
    }

    /**
     * @param person one of six, from 0, rendered by scripts/render-faces
     * @return a face that fills its 192 × 192 pixels, turned by 51 to 60 degrees to a side
     */
    public static RandomAccessibleInterval<ARGBType> turnedPerson(final int person) {
        return Views.zeroMin(Views.interval(read("src/test/resources/turned-rendered-people.jpg"),
            Intervals.createMinSize(person % 3 * 192, person / 3 * 192, 192, 192)));
    }

    private static RandomAccessibleInterval<ARGBType> read(final String file) {
        try {
            final BufferedImage image = ImageIO.read(Path.of(file).toFile());
            final int width = image.getWidth();
            final int height = image.getHeight();
            return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the portrait turned clockwise about its face, which moves to the middle of 512 × 512 pixels */
    public static RandomAccessibleInterval<ARGBType> tiltedAstronaut(final double degrees) {
        final SimilarityTransform turn = SimilarityTransform.of(1, degrees, 224, 133, 255.5, 255.5);
        final byte[] rgb = Warp.crop(astronaut(), turn, 512).rgb();
        final int[] argb = new int[512 * 512];
        for (int i = 0; i < argb.length; i++)
            argb[i] = ARGBType.rgba(rgb[3 * i] & 0xff, rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff, 255);
        return ArrayImgs.argbs(argb, 512, 512);
    }

    /**
     * @return the portrait's head twice, side by side: the face lies 82 pixels to the left of where it was, and
     *         178 right
     */
    public static RandomAccessibleInterval<ARGBType> twoAstronauts() {
        final ArrayImg<ARGBType, IntArray> pair = ArrayImgs.argbs(520, 260);
        for (int i = 0; i < 2; i++) {
            final FinalInterval half = Intervals.createMinSize(260 * i, 0, 260, 260);
            LoopBuilder.setImages(Views.zeroMin(Views.interval(astronaut(), Intervals.createMinSize(82, 0, 260, 260))),
                Views.zeroMin(Views.interval(pair, half))).forEachPixel((from, to) -> to.set(from));
        }
        return pair;
    }
}
