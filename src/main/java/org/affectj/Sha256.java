package org.affectj;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that tells whether a file is the one it was: of models and of what was analysed. */
public final class Sha256 {

    private Sha256() {
        // only a static function
    }

    /**
     * @param in read to its end, not closed
     * @return its hash in 64 hexadecimal digits
     * @throws IOException if it can't be read
     */
    public static String of(final InputStream in) throws IOException {
        try {
            final DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
