package org.affectj.training.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.AffectException;

/** The pictures and people of a {@link CropCache}, read in the order of its faces. */
public final class FaceNames implements AutoCloseable {

    private final Path file;
    private final DataInputStream in;
    private int next;

    /**
     * Which face it is.
     *
     * @param image its picture in the data set
     * @param subject who it shows; the image's name where that isn't known
     */
    public record Name(String image, String subject) {
    }

    FaceNames(final Path file) {
        this.file = file;
        try {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (final IOException e) {
            throw damaged(e);
        }
    }

    /**
     * @param number of a face in the cache, larger than that of the call before
     * @return its name
     */
    public Name of(final int number) {
        try {
            for (; next < number; next++) {
                in.readUTF();
                in.readUTF();
            }
            next++;
            return new Name(in.readUTF(), in.readUTF());
        } catch (final IOException e) {
            throw damaged(e);
        }
    }

    private AffectException damaged(final IOException cause) {
        return new AffectException("The cache " + file.getParent() + " is damaged: delete it, it is made again.",
            cause);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
