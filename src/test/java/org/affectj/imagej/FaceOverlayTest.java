package org.affectj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays show every face where it is, and on its slice only. */
class FaceOverlayTest {

    @TempDir
    private Path folder;

    @Test
    void boxIsDrawnWhereTheFaceIs() {
        final ImagePlus image = new ImagePlus("black", new ColorProcessor(512, 512));
        final Overlay overlay = FaceOverlay.of(image, List.of(Faces.smiling("black", 1, 1, 100, 60, 200)),
            Faces.THRESHOLDS);
        assertEquals(new Rectangle(100, 60, 200, 200), overlay.get(0).getBounds());
        assertEquals("AffectJ face 1 Happiness 0.93", overlay.get(0).getName());
        image.setOverlay(overlay);
        final ImagePlus flat = image.flatten();
        assertEquals(0xffd11a, flat.getProcessor().get(200, 60) & 0xffffff, "the upper edge of the box");
        assertEquals(0, flat.getProcessor().get(200, 120) & 0xffffff, "the face itself stays visible");
    }

    @Test
    void tableGivesTheSameOverlayAsTheRecords() throws IOException {
        final ImagePlus image = new ImagePlus("black", new ColorProcessor(512, 512));
        final List<FaceRecord> faces =
            List.of(Faces.smiling("black", 1, 1, 10, 60, 200), Faces.smiling("black", 1, 2, 300, 50, 90));
        final FaceTable table = new FaceTable(ResultColumns.of(Faces.THRESHOLDS, 0.5, true));
        faces.forEach(table::add);
        final String file = folder.resolve("faces.csv").toString();
        assertTrue(table.table().save(file));
        final int[] expected = flat(image, FaceOverlay.of(image, faces, Faces.THRESHOLDS));
        assertArrayEquals(expected, flat(image, FaceOverlay.of(image, table.table())));
        assertArrayEquals(expected, flat(image, FaceOverlay.of(image, ResultsTable.open(file))));
    }

    @Test
    void tableWithoutPointsAndActionUnitsGivesBoxes() {
        final ResultsTable table = new ResultsTable();
        table.incrementCounter();
        for (final String column : List.of("frame", "x", "y", "width", "height"))
            table.addValue(column, column.equals("frame") ? 1 : 50);
        final Overlay overlay = FaceOverlay.of(new ImagePlus("b", new ByteProcessor(200, 200)), table);
        assertEquals(2, overlay.size(), "the box and its shade");
        assertEquals(new Rectangle(50, 50, 50, 50), overlay.get(0).getBounds());
    }

    @Test
    void facesShowOnTheirSliceOnly() {
        final ImagePlus image = new ImagePlus("stack", ImageStack.create(200, 200, 3, 8));
        final Overlay overlay = FaceOverlay.of(image, List.of(Faces.smiling("stack", 2, 1, 50, 50, 80)),
            Faces.THRESHOLDS);
        for (final Roi roi : overlay)
            assertEquals(2, roi.getPosition());
    }

    @Test
    void facesShowOnTheirPositionInEveryChannel() {
        final ImagePlus stack = new ImagePlus("hyper", ImageStack.create(200, 200, 2 * 3 * 4, 8));
        stack.setDimensions(2, 3, 4);
        stack.setOpenAsHyperStack(true);
        final ImagePlus image = new CompositeImage(stack);
        final Overlay overlay = FaceOverlay.of(image, List.of(Faces.smiling("hyper", 8, 1, 50, 50, 80)),
            Faces.THRESHOLDS);
        for (final Roi roi : overlay)
            assertEquals("0 2 3", roi.getCPosition() + " " + roi.getZPosition() + " " + roi.getTPosition());
    }

    @Test
    void tableOfAnotherImageIsRefused() {
        final FaceTable table = new FaceTable(ResultColumns.of(Faces.THRESHOLDS, 0.5, false));
        table.add(Faces.smiling("stack", 5, 1, 50, 50, 80));
        assertEquals("The table has a face in frame 5, but the image 'single' has 1 frame: choose the image that was "
            + "analysed.", assertThrows(AffectException.class, () -> FaceOverlay.of(new ImagePlus("single",
                new ByteProcessor(200, 200)), table.table())).getMessage());
    }

    @Test
    void tableOfSomethingElseIsRefused() {
        final ResultsTable table = new ResultsTable();
        table.incrementCounter();
        table.addValue("Area", 3);
        assertEquals("The table has no column 'frame': choose a table that Analyze Faces made.",
            assertThrows(AffectException.class, () -> FaceOverlay.of(new ImagePlus("single",
                new ByteProcessor(200, 200)), table)).getMessage());
    }

    @Test
    void smallPicturesAreEnlargedToBeReadable() {
        final ImagePlus image = new ImagePlus("fer", new ByteProcessor(48, 60));
        final BufferedImage picture = new OverlayPicture(Faces.THRESHOLDS).picture(
            ImageFrameSource.of(image).frame(1), List.of(Faces.smiling("fer", 1, 1, 4, 6, 40)));
        assertEquals("432×540", picture.getWidth() + "×" + picture.getHeight());
        assertEquals(0xffffd11a, picture.getRGB(9 * 24, 9 * 6), "the upper edge of the box");
    }

    @Test
    void pictureWithoutFacesStaysAsItIs() throws IOException {
        final File portrait = new File("samples/astronaut.png");
        final BufferedImage drawn = new OverlayPicture(Faces.THRESHOLDS).picture(
            PictureFiles.open(portrait.toPath()).frame(1),
            List.of(FaceRecord.without("astronaut.png", 1, Double.NaN, FaceRecord.NO_FACE)));
        assertArrayEquals(ImageIO.read(portrait).getRGB(0, 0, 512, 512, null, 0, 512),
            drawn.getRGB(0, 0, 512, 512, null, 0, 512));
    }

    @Test
    void chartStaysInThePictureAndOffTheFaces() {
        for (final double[] box : new double[][] { { 10, 10, 100 }, { 380, 380, 120 }, { 0, 0, 500 } }) {
            final ImagePlus image = new ImagePlus("black", new ColorProcessor(512, 512));
            final Rectangle face = new Rectangle((int) box[0], (int) box[1], (int) box[2], (int) box[2]);
            final Rectangle panel = Stream.of(FaceOverlay.of(image, List.of(Faces.smiling("b", 1, 1, box[0], box[1],
                box[2])), Faces.THRESHOLDS).toArray()).map(Roi::getBounds).toList().get(4);
            assertTrue(new Rectangle(512, 512).contains(panel), panel.toString());
            if (box[2] < 500) assertTrue(panel.intersection(face).isEmpty(), panel.toString());
        }
    }

    /** A long video: a region for each face, which looks as the regions of its marks do. */
    @Test
    void thousandsOfFramesTakeARegionForEachFace() {
        final int frames = 10_000;
        final ImageStack stack = new ImageStack(160, 160);
        final byte[] black = new byte[160 * 160]; // the same for all slices
        for (int i = 0; i < frames; i++) stack.addSlice("", black);
        final ImagePlus image = new ImagePlus("long", stack);
        final List<FaceRecord> records = IntStream.rangeClosed(1, frames)
            .mapToObj(frame -> Faces.smiling("long", frame, 1, 20 + frame % 30, 40, 50)).toList();
        final Overlay all = FaceOverlay.of(image, records, Faces.THRESHOLDS);
        assertEquals(frames, all.size());
        assertEquals(new Rectangle(20 + 5017 % 30, 40, 50, 50), all.get(5016).getBounds());
        assertEquals(5017, all.get(5016).getPosition());

        image.setSlice(5017);
        final int[] one = flat(image, all);
        final int[] each = flat(image, FaceOverlay.of(image, List.of(records.get(5016)), Faces.THRESHOLDS));
        double difference = 0;
        double drawn = 0;
        for (int i = 0; i < one.length; i++) {
            difference += Math.abs((one[i] >> 8 & 255) - (each[i] >> 8 & 255));
            drawn += each[i] >> 8 & 255;
        }
        assertTrue(difference < drawn / 20, difference + " of " + drawn);
        image.setSlice(1);
        assertTrue(Arrays.stream(flat(image, all)).anyMatch(rgb -> rgb == 0xffffd11a), "a face on the first slice too");
    }

    @Test
    void facesOfAStackTellTheirTracks() {
        final ImageStack slices = new ImageStack(200, 200);
        slices.addSlice(new ByteProcessor(200, 200));
        slices.addSlice(new ByteProcessor(200, 200));
        final ImagePlus stack = new ImagePlus("stack", slices);
        final FaceRecord left = Faces.smiling("stack", 2, 1, 10, 60, 50);
        final FaceRecord right = Faces.smiling("stack", 2, 2, 130, 60, 50);
        final Overlay overlay = FaceOverlay.of(stack, List.of(left, right), Faces.THRESHOLDS);
        final List<Color> boxes = Stream.of(overlay.toArray()).filter(roi -> roi.getBounds().width == 50)
            .map(Roi::getStrokeColor).distinct().toList();
        assertTrue(boxes.contains(new Color(255, 209, 26)) && boxes.contains(new Color(86, 180, 233)),
            boxes.toString());
    }

    private static int[] flat(final ImagePlus image, final Overlay overlay) {
        image.setOverlay(overlay);
        return (int[]) image.flatten().getProcessor().getPixels();
    }
}
