package org.affectj.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A finished picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb red, green, blue a pixel, rows from the top
 */
public record Picture(int width, int height, byte[] rgb) {

    public Picture {
        if (rgb.length != 3 * width * height) throw new IllegalArgumentException("three bytes a pixel expected");
    }

    /** @return this picture for Java's imaging classes */
    public BufferedImage image() {
        final int[] packed = new int[width * height];
        for (int i = 0; i < packed.length; i++)
            packed[i] = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, packed, 0, width);
        return image;
    }

    /**
     * Writes this picture as a JPEG file.
     *
     * @param quality 0 to 1
     * @throws IOException if the file can't be written
     */
    public void write(final Path file, final float quality) throws IOException {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (OutputStream bytes = Files.newOutputStream(file);
            MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            final ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(), null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
