package org.affectj.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures side by side with a caption each, to look at. */
final class ContactSheet {

    private static final int CAPTION = 14;

    private ContactSheet() {
    }

    /** A picture with what to write under it and points to mark on it, if any. */
    record Entry(Picture picture, String caption, Landmarks marks) {
    }

    /**
     * Writes a PNG of pictures of one size.
     *
     * @throws IOException if the file can't be written
     */
    static void write(final Path file, final List<Entry> entries, final int columns, final int zoom)
        throws IOException {
        final int width = zoom * entries.get(0).picture().width();
        final int height = zoom * entries.get(0).picture().height() + CAPTION;
        final int rows = (entries.size() + columns - 1) / columns;
        final BufferedImage sheet = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D pen = sheet.createGraphics();
        for (int i = 0; i < entries.size(); i++) {
            final int left = i % columns * width;
            final int top = i / columns * height;
            pen.drawImage(entries.get(i).picture().image(), left, top, width, height - CAPTION, null);
            pen.setColor(Color.WHITE);
            pen.drawString(entries.get(i).caption(), left + 3, top + height - 3);
            if (entries.get(i).marks() != null) mark(pen, entries.get(i).marks(), left, top, zoom);
        }
        pen.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static void mark(final Graphics2D pen, final Landmarks marks, final int left, final int top,
        final int zoom) {
        pen.setColor(Color.GREEN);
        for (int i = 0; i < 68; i++) {
            final int x = left + Math.round(zoom * (marks.x()[i] + 0.5f));
            final int y = top + Math.round(zoom * (marks.y()[i] + 0.5f));
            pen.fillRect(x - 1, y - 1, 2, 2);
        }
    }
}
