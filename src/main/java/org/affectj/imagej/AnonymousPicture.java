package org.affectj.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

import org.affectj.batch.FacePainter;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;

/**
 * Pictures in which faces can't be seen any more. A frame in which no face was found may hold one all the same, so all
 * of it is made unrecognisable.
 *
 * @param style what stands in a face's place
 */
public record AnonymousPicture(Style style) implements FacePainter {

    /** What stands in a face's place. */
    public enum Style {
        /** The 68 points of each face, joined by lines, on white: not one pixel of the source is used. */
        LANDMARKS,
        /** The same on a grey patch that covers the head; the rest of the picture stays. */
        DRAWING,
        /**
         * A few large squares of the head's mean colours; the rest stays. Hides faces from people, not from machines.
         */
        PIXELS;

        /** @return as it is written in a shell: {@code landmarks} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The head about the box from brows to chin, in widths and heights of the box: hair, ears and chin are in it. */
    private static final Rectangle2D HEAD = new Rectangle2D.Double(-0.4, -0.9, 1.8, 2.15);
    /** So many squares lie across a head, and across the shorter side of a frame without one. */
    private static final int SQUARES = 6;
    /** First and last of the points that are joined, and whether the line closes, in iBUG order. */
    private static final int[][] OPEN = { { 0, 16 }, { 17, 21 }, { 22, 26 }, { 27, 30 }, { 31, 35 } };
    private static final int[][] CLOSED = { { 36, 41 }, { 42, 47 }, { 48, 59 }, { 60, 67 } };

    @Override
    public BufferedImage picture(final Frame frame, final List<FaceRecord> faces) {
        return videoFrame(frame, faces);
    }

    @Override
    public BufferedImage videoFrame(final Frame frame, final List<FaceRecord> faces) {
        final BufferedImage picture = style == Style.LANDMARKS ? white(frame) : OverlayPicture.picture(frame.pixels());
        final List<DetectedFace> found = faces.stream().flatMap(record -> record.face().stream()).toList();
        final Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (found.isEmpty() && style != Style.LANDMARKS) {
            final Rectangle all = new Rectangle(picture.getWidth(), picture.getHeight());
            squares(picture, graphics, all, Math.min(all.width, all.height) / (double) SQUARES);
        }
        found.forEach(face -> cover(picture, graphics, face.box()));
        if (style != Style.PIXELS) found.forEach(face -> draw(graphics, face));
        graphics.dispose();
        return picture;
    }

    private static BufferedImage white(final Frame frame) {
        final BufferedImage picture = new BufferedImage((int) frame.pixels().dimension(0),
            (int) frame.pixels().dimension(1), BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.dispose();
        return picture;
    }

    private void cover(final BufferedImage picture, final Graphics2D graphics, final FaceBox box) {
        if (style == Style.LANDMARKS) return;
        final Shape head = head(box);
        if (style == Style.PIXELS) squares(picture, graphics, head, HEAD.getWidth() * box.width() / SQUARES);
        else {
            graphics.setColor(Color.GRAY);
            graphics.fill(head);
        }
    }

    /** An upright rectangle that the face's tilt has turned. */
    private static Shape head(final FaceBox box) {
        final AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(box.roll()),
            box.x() + box.width() / 2, box.y() + box.height() / 2);
        return turn.createTransformedShape(new Rectangle2D.Double(box.x() + HEAD.getX() * box.width(),
            box.y() + HEAD.getY() * box.height(), HEAD.getWidth() * box.width(), HEAD.getHeight() * box.height()));
    }

    private static void squares(final BufferedImage picture, final Graphics2D graphics, final Shape shape,
        final double side)
    {
        final Rectangle around = shape.getBounds();
        graphics.setClip(shape);
        for (double y = around.getMinY(); y < around.getMaxY(); y += side)
            for (double x = around.getMinX(); x < around.getMaxX(); x += side) {
                final Rectangle square = new Rectangle2D.Double(x, y, side, side).getBounds()
                    .intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
                if (square.isEmpty()) continue;
                graphics.setColor(mean(picture, square));
                graphics.fill(square);
            }
        graphics.setClip(null);
    }

    private static Color mean(final BufferedImage picture, final Rectangle square) {
        final long[] sums = new long[3];
        for (int y = square.y; y < square.y + square.height; y++)
            for (int x = square.x; x < square.x + square.width; x++)
                for (int i = 0; i < 3; i++)
                    sums[i] += picture.getRGB(x, y) >> 8 * i & 0xff;
        final int count = square.width * square.height;
        return new Color((int) (sums[2] / count), (int) (sums[1] / count), (int) (sums[0] / count));
    }

    private static void draw(final Graphics2D graphics, final DetectedFace face) {
        final double line = Math.max(1, face.box().width() / 90);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke((float) line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (final int[] ends : OPEN)
            graphics.draw(line(face.landmarks(), ends));
        for (final int[] ends : CLOSED) {
            final Path2D contour = line(face.landmarks(), ends);
            contour.closePath();
            graphics.draw(contour);
        }
        for (int i = 0; i < Landmarks.COUNT; i++)
            graphics.fill(new Ellipse2D.Double(face.landmarks().x()[i] + 0.5 - 1.5 * line,
                face.landmarks().y()[i] + 0.5 - 1.5 * line, 3 * line, 3 * line));
    }

    /** Landmarks count from the centre of the first pixel, shapes from its corner. */
    private static Path2D line(final Landmarks points, final int[] ends) {
        final Path2D line = new Path2D.Double();
        line.moveTo(points.x()[ends[0]] + 0.5, points.y()[ends[0]] + 0.5);
        for (int i = ends[0] + 1; i <= ends[1]; i++)
            line.lineTo(points.x()[i] + 0.5, points.y()[i] + 0.5);
        return line;
    }
}
