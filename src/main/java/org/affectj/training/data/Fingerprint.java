package org.affectj.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.AffectException;

/** A text that changes when files change: their names, sizes and times. */
final class Fingerprint {

    private Fingerprint() {
    }

    static String of(final Path... files) {
        final StringBuilder text = new StringBuilder();
        for (final Path file : files) {
            try {
                text.append(file.getFileName()).append(' ').append(Files.size(file)).append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis()).append(';');
            } catch (final IOException e) {
                throw new AffectException("The file " + file + " is missing: give the folder of the data set.", e);
            }
        }
        return text.toString();
    }
}
