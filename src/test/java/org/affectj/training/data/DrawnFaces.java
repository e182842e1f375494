package org.affectj.training.data;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Writes a table of small drawn faces, as users have them: every other one smiles, with AU12, happiness and pleasant
 * valence; the others are sad, with AU15. A third of them is for validation, the first validation face for a test.
 */
public final class DrawnFaces {

    private DrawnFaces() {
    }

    /**
     * @param folder for pictures and table
     * @param count number of faces
     * @return the table: {@code faces.csv}
     */
    public static Path write(final Path folder, final int count) {
        try {
            Files.createDirectories(folder);
            final List<String> rows = new ArrayList<>(List.of("image,split,AU12,AU15,expression,valence,arousal"));
            final Random random = new Random(1);
            for (int i = 0; i < count; i++) {
                final boolean happy = i % 2 == 0;
                ImageIO.write(face(happy, random), "png", folder.resolve(i + ".png").toFile());
                final String split = i == 2 ? "test" : i % 3 == 2 ? "validation" : "train";
                rows.add(i + ".png," + split
                    + (happy ? ",1,0,Happiness,0." + (5 + i % 5) : ",0,1,Sadness,-0." + (3 + i % 6)) + ",0." + i % 7);
            }
            return Files.write(folder.resolve("faces.csv"), rows);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage face(final boolean happy, final Random random) {
        final BufferedImage image = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(random.nextInt(80), random.nextInt(80), random.nextInt(80)));
        graphics.fillRect(0, 0, 112, 112);
        graphics.setColor(new Color(150 + random.nextInt(100), 120 + random.nextInt(80), 90 + random.nextInt(80)));
        graphics.fill(new Ellipse2D.Double(14, -6, 84, 122));
        graphics.setColor(Color.BLACK);
        graphics.fill(new Ellipse2D.Double(33, 47, 10, 8));
        graphics.fill(new Ellipse2D.Double(69, 47, 10, 8));
        graphics.setStroke(new BasicStroke(4));
        graphics.draw(new Arc2D.Double(36, happy ? 72 : 90, 40, 24, happy ? 180 : 0, 180, Arc2D.OPEN));
        graphics.dispose();
        return image;
    }
}
