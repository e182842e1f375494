package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.affectj.AffectException;

/** Pictures in a zip file or a folder. Safe for use by several threads. */
public final class Pictures implements AutoCloseable {

    static {
        ImageIO.setUseCache(false); // pictures are small; a temporary file for each would cost more
    }

    private static final long LARGEST = 100_000_000;

    private final Path source;
    private final Path root;
    private final FileSystem zip;

    private Pictures(final Path source, final Path root, final FileSystem zip) {
        this.source = source;
        this.root = root;
        this.zip = zip;
    }

    static Pictures in(final Path zipOrFolder) {
        if (Files.isDirectory(zipOrFolder)) return new Pictures(zipOrFolder, zipOrFolder, null);
        try {
            final FileSystem zip = FileSystems.newFileSystem(zipOrFolder);
            return new Pictures(zipOrFolder, zip.getPath("/"), zip);
        } catch (final IOException | RuntimeException e) {
            throw new AffectException("The pictures " + zipOrFolder
                + " can't be opened: give the folder of the data set, with its zip file whole.", e);
        }
    }

    /** @return the zip file or folder */
    Path source() {
        return source;
    }

    boolean inZip() {
        return zip != null;
    }

    /** @return whether there is such a picture */
    boolean has(final String name) {
        try {
            return Files.isRegularFile(root.resolve(name));
        } catch (final InvalidPathException e) { // no file can be called so
            return false;
        }
    }

    /** @return a text that changes when the picture's file does */
    String state(final String name) {
        return Fingerprint.state(root.resolve(name));
    }

    /** @return 64 bits that are the same for files that are the same byte by byte */
    long hash(final String name) {
        try {
            return Fingerprint.hash(Files.readAllBytes(root.resolve(name)));
        } catch (final IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * @param name of the picture
     * @return its pixels
     * @throws AffectException if it can't be read
     */
    public BufferedImage read(final String name) {
        try (InputStream in = Files.newInputStream(root.resolve(name));
                ImageInputStream stream = ImageIO.createImageInputStream(in)) {
            return decode(name, stream);
        } catch (final AffectException e) {
            throw e;
        } catch (final IOException | RuntimeException e) { // how readers answer to damage, and paths to odd names
            throw unreadable(name, e);
        }
    }

    private BufferedImage decode(final String name, final ImageInputStream stream) throws IOException {
        final Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) throw unreadable(name, null);
        final ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST) // in a zip, that may be a few bytes
                throw new AffectException("The picture " + name + " of " + source + " has more than " + LARGEST
                    + " pixels: make it smaller, or remove its row from the annotations.");
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    @Override
    public void close() {
        if (zip == null) return;
        try {
            zip.close();
        } catch (final IOException e) {
            throw new AffectException("The zip file " + source + " can't be closed: " + e.getMessage(), e);
        }
    }

    private AffectException unreadable(final String name, final Exception cause) {
        return new AffectException("The picture " + name + " of " + source
            + " is missing or damaged: restore it, or remove its row from the annotations.", cause);
    }
}
