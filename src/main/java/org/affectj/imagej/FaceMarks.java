package org.affectj.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;

/**
 * Lays out the faces of a picture as marks: box, points, expression and a bar for each action unit. Sizes follow the
 * face and the picture, so that both a passport photograph and a group stay readable. Letters are shapes, so that
 * they look the same at every zoom.
 */
final class FaceMarks {

    /** Of tracks, in turn; dark letters can be read on each, and most colour-blind people can tell them apart. */
    private static final List<Color> ACCENTS = List.of(new Color(255, 209, 26), new Color(86, 180, 233),
        new Color(0, 190, 140), new Color(240, 120, 60), new Color(224, 150, 200), new Color(225, 225, 225));
    private static final Color SHADE = new Color(0, 0, 0, 150);
    private static final Color TRACK = new Color(255, 255, 255, 60);
    private static final Color ABSENT = new Color(190, 200, 210);
    private static final Color POINTS = new Color(64, 224, 255);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 1);
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final double width;
    private final double height;
    private final List<FaceSketch> faces;
    private final boolean tracks;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /**
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @param faces of this picture
     * @param tracks whether faces tell their track, by number and colour
     */
    FaceMarks(final int width, final int height, final List<FaceSketch> faces, final boolean tracks) {
        this.width = width;
        this.height = height;
        this.faces = faces;
        this.tracks = tracks;
        for (final FaceSketch face : faces)
            taken.add(rectangle(face.box()));
    }

    /** @return what to draw, from the back to the front; a list for each face */
    List<List<Mark>> marks() {
        return faces.stream().map(this::marks).toList();
    }

    private List<Mark> marks(final FaceSketch face) {
        final List<Mark> marks = new ArrayList<>();
        final Color accent = tracks ? accent(face) : ACCENTS.get(0);
        final double em = em(face.box());
        final double line = Math.max(0.6, em / 7);
        final double round = face.box().width() / 8;
        final Shape box = new RoundRectangle2D.Double(face.box().x(), face.box().y(), face.box().width(),
            face.box().height(), round, round);
        marks.add(new Mark(box, SHADE, line * 2));
        marks.add(new Mark(box, accent, line));
        face.landmarks().ifPresent(landmarks -> addPoints(marks, landmarks, face.box().width() / 70));
        if (!face.actionUnits().isEmpty()) addChart(marks, face, em * 0.85, accent);
        if (!label(face).isEmpty()) addLabel(marks, face, em, accent);
        return marks;
    }

    /** @return the colour of a face's track */
    static Color accent(final FaceSketch face) {
        return ACCENTS.get(Math.max(0, face.track() - 1) % ACCENTS.size());
    }

    private String label(final FaceSketch face) {
        return tracks && face.track() > 0 ? ("#" + face.track() + " " + face.label()).strip() : face.label();
    }

    /**
     * Height of a line of text: a tenth of the face, more on a face that is small in a large picture, less where the
     * lines of a chart wouldn't fit the picture.
     */
    private double em(final FaceBox box) {
        final double readable = Math.min(Math.min(width, height) / 45, box.width() / 6);
        return Math.min(Math.max(box.width() / 10, readable), Math.min(height / 15, width / 12));
    }

    private static void addPoints(final List<Mark> marks, final Landmarks landmarks, final double radius) {
        final Path2D outer = new Path2D.Double();
        final Path2D inner = new Path2D.Double();
        for (int i = 0; i < Landmarks.COUNT; i++) {
            // landmarks count from the centre of the first pixel, shapes from its corner
            final double x = landmarks.x()[i] + 0.5;
            final double y = landmarks.y()[i] + 0.5;
            outer.append(circle(x, y, radius * 1.6), false);
            inner.append(circle(x, y, radius), false);
        }
        marks.add(new Mark(outer, SHADE, 0));
        marks.add(new Mark(inner, POINTS, 0));
    }

    private void addLabel(final List<Mark> marks, final FaceSketch face, final double em, final Color accent) {
        final double pad = em / 3;
        final double wide = FONT.deriveFont((float) em).getStringBounds(label(face), CONTEXT).getWidth() + 2 * pad;
        final double tall = em * 1.4;
        final double x = clamp(face.box().x(), width - wide);
        final double above = face.box().y() - tall - em / 4;
        final double y = above >= 0 ? above : Math.max(0, face.box().y() + em / 4);
        marks.add(new Mark(new RoundRectangle2D.Double(x, y, wide, tall, pad, pad), accent, 0));
        marks.add(new Mark(text(label(face), x + pad, y + em * 1.07, em), Color.BLACK, 0));
    }

    private void addChart(final List<Mark> marks, final FaceSketch face, final double em, final Color accent) {
        final double row = em * 1.15;
        final double pad = em / 2;
        final double labels = em * 3.2;
        final double bars = em * 4.3;
        final Rectangle2D panel = place(face.box(), labels + bars + 2 * pad,
            row * ActionUnit.values().length + 2 * pad);
        taken.add(panel);
        final Path2D words = new Path2D.Double();
        final Path2D tracks = new Path2D.Double();
        final Path2D high = new Path2D.Double();
        final Path2D low = new Path2D.Double();
        for (final ActionUnit unit : ActionUnit.values()) {
            final int i = unit.ordinal();
            final double y = panel.getY() + pad + i * row;
            final double x = panel.getX() + pad + labels;
            words.append(text(unit.name(), panel.getX() + pad, y + em * 0.9, em), false);
            tracks.append(new Rectangle2D.Double(x, y + row * 0.2, bars, row * 0.6), false);
            (face.present().get(i) ? high : low)
                .append(new Rectangle2D.Double(x, y + row * 0.2, bars * face.actionUnits().get(i), row * 0.6), false);
        }
        marks.add(new Mark(new RoundRectangle2D.Double(panel.getX(), panel.getY(), panel.getWidth(),
            panel.getHeight(), em, em), SHADE, 0));
        marks.add(new Mark(words, Color.WHITE, 0));
        marks.add(new Mark(tracks, TRACK, 0));
        marks.add(new Mark(low, ABSENT, 0));
        marks.add(new Mark(high, accent, 0));
    }

    /** Beside, below or above the box: where the panel hides the least of the other things, and fits the picture. */
    private Rectangle2D place(final FaceBox box, final double wide, final double tall) {
        final double gap = box.width() / 16;
        final double y = clamp(box.y(), height - tall);
        final double x = clamp(box.x(), width - wide);
        final List<Rectangle2D> places = List.of(
            new Rectangle2D.Double(box.x() + box.width() + gap, y, wide, tall),
            new Rectangle2D.Double(box.x() - gap - wide, y, wide, tall),
            new Rectangle2D.Double(x, box.y() + box.height() + gap, wide, tall),
            new Rectangle2D.Double(x, box.y() - gap * 4 - tall, wide, tall));
        Rectangle2D best = places.get(0);
        for (final Rectangle2D place : places)
            if (hidden(place) < hidden(best) - 1) best = place;
        return new Rectangle2D.Double(clamp(best.getX(), width - wide), clamp(best.getY(), height - tall), wide, tall);
    }

    private double hidden(final Rectangle2D panel) {
        final double outside = area(panel)
            - area(panel.createIntersection(new Rectangle2D.Double(0, 0, width, height)));
        return outside + taken.stream().mapToDouble(other -> area(panel.createIntersection(other))).sum();
    }

    private static double area(final Rectangle2D rectangle) {
        return Math.max(0, rectangle.getWidth()) * Math.max(0, rectangle.getHeight());
    }

    private static double clamp(final double value, final double limit) {
        return Math.max(0, Math.min(value, limit));
    }

    private static Shape text(final String text, final double x, final double baseline, final double em) {
        return FONT.deriveFont((float) em).createGlyphVector(CONTEXT, text).getOutline((float) x, (float) baseline);
    }

    private static Shape circle(final double x, final double y, final double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Rectangle2D rectangle(final FaceBox box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
