package org.affectj.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Makes the inputs by which Spark and the plain batch are compared: 60 pictures and 40 videos, no two alike. */
public final class SparkInputs {

    private static final int PICTURES = 60;
    private static final int VIDEOS = 40;
    private static final int SHORTEST = 81;

    private SparkInputs() {
    }

    /** @param args the portrait, and a folder, which is made */
    public static void main(final String... args) throws IOException, InterruptedException {
        final Path portrait = Path.of(args[0]);
        final Path folder = Files.createDirectories(Path.of(args[1]));
        final BufferedImage picture = ImageIO.read(portrait.toFile());
        for (int i = 0; i < PICTURES; i++)
            ImageIO.write(scaled(picture, 640 + 4 * i, 640), "png", folder.resolve("picture" + i + ".png").toFile());
        for (int i = 0; i < VIDEOS; i++)
            PannedVideo.write(portrait, SHORTEST + i, folder.resolve("video" + i + ".mp4"));
    }

    private static BufferedImage scaled(final BufferedImage picture, final int width, final int height) {
        final BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
