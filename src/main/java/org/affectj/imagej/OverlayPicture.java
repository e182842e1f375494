package org.affectj.imagej;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import org.affectj.batch.FacePainter;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;

/**
 * Draws faces into pictures, for files and web pages.
 *
 * @param thresholds value from which each action unit counts as present
 */
public record OverlayPicture(List<Double> thresholds) implements FacePainter {

    /** Smaller pictures are enlarged by a whole factor, so that the writing stays readable. */
    private static final int READABLE = 400;

    @Override
    public BufferedImage picture(final Frame frame, final List<FaceRecord> faces) {
        final long shorter = Math.min(frame.pixels().dimension(0), frame.pixels().dimension(1));
        return draw(frame, faces, (int) ((READABLE + shorter - 1) / shorter), false);
    }

    @Override
    public BufferedImage videoFrame(final Frame frame, final List<FaceRecord> faces) {
        return draw(frame, faces, 1, true);
    }

    private BufferedImage draw(final Frame frame, final List<FaceRecord> faces, final int scale, final boolean tracks) {
        final BufferedImage picture = picture(frame.pixels());
        final BufferedImage drawn = new BufferedImage(picture.getWidth() * scale, picture.getHeight() * scale,
            BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.scale(scale, scale);
        graphics.drawImage(picture, 0, 0, null);
        new FaceMarks(picture.getWidth(), picture.getHeight(), FaceSketch.of(faces, thresholds), tracks).marks()
            .forEach(face -> Mark.draw(graphics, face));
        graphics.dispose();
        return drawn;
    }

    /** @return the pixels as an opaque picture */
    static BufferedImage picture(final RandomAccessibleInterval<ARGBType> pixels) {
        final int width = (int) pixels.dimension(0);
        final int height = (int) pixels.dimension(1);
        final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Cursor<ARGBType> cursor = Views.flatIterable(pixels).cursor();
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                picture.setRGB(x, y, cursor.next().get());
        return picture;
    }
}
