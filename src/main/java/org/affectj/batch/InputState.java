package org.affectj.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Sha256;

/**
 * What an input was when it was read, to tell whether it still is.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param sha256 of its bytes, in hexadecimal
 */
public record InputState(long size, Instant modified, String sha256) {

    /**
     * @param file to look at; read once
     * @return its state; empty if there is no file that may be read
     * @throws AffectException if reading fails
     */
    static Optional<InputState> of(final Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) return Optional.empty();
        try {
            return Optional.of(new InputState(Files.size(file), Files.getLastModifiedTime(file).toInstant(),
                hash(file)));
        } catch (final IOException e) {
            throw new AffectException("The file '" + file + "' can't be read: check it, its disk or its network.", e);
        }
    }

    /** @return whether a file has the size and the time of this; its bytes aren't read */
    boolean looksAs(final Path file) {
        try {
            return Files.size(file) == size && Files.getLastModifiedTime(file).toInstant().equals(modified);
        } catch (final IOException e) {
            return false; // it is gone, or no longer to be read
        }
    }

    /** @return whether a file is the same; its bytes are only read if its time is another, as that of a copy */
    boolean is(final Path file) {
        try {
            return looksAs(file) || Files.size(file) == size && hash(file).equals(sha256);
        } catch (final IOException e) {
            return false;
        }
    }

    private static String hash(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        }
    }
}
