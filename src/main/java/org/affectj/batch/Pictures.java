package org.affectj.batch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.affectj.WholeFile;

/** Writes pictures. */
final class Pictures {

    private Pictures() {
    }

    /**
     * Writes a PNG file.
     *
     * @throws org.affectj.AffectException if it can't be written
     */
    static void write(final BufferedImage picture, final Path file) {
        WholeFile.write(file, part -> {
            if (!ImageIO.write(picture, "png", part.toFile())) throw new IOException("this Java writes no PNG");
        });
    }
}
