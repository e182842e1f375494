package org.affectj.training.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.affectj.AffectException;

/** A text that changes when files change: a SHA-256 over their names, sizes and times. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(final Path... files) {
        final Fingerprint all = new Fingerprint();
        for (final Path file : files)
            all.add(file.getFileName() + " " + state(file));
        return all.text();
    }

    /** @return a fingerprint of a set's labels and of all its pictures */
    static String of(final DataSet data) {
        final Fingerprint all = new Fingerprint();
        all.add(data.fingerprint());
        if (!data.pictures().inZip()) // else the zip file is among the set's files
            data.forEach(face -> all.add(face.image() + " " + data.pictures().state(face.image())));
        return all.text();
    }

    /** @return 64 bits of a SHA-256: the same for equal texts, and for no others that one will meet */
    static long hash(final String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static long hash(final byte[] bytes) {
        return ByteBuffer.wrap(new Fingerprint().digest.digest(bytes)).getLong();
    }

    /** @return the 32 bytes of a text's SHA-256 */
    static byte[] digest(final String text) {
        return new Fingerprint().digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return size in bytes and time of change of a file */
    static String state(final Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (final IOException e) {
            throw new AffectException("The file " + file + " is missing: give the folder of the data set.", e);
        }
    }

    private void add(final String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
