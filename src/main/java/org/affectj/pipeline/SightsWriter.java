package org.affectj.pipeline;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Keeps the sights of the frames of a part, compressed, as {@link RecordedSights} lays them out. */
final class SightsWriter {

    private static final int BUFFER = 1 << 16;

    private final GZIPOutputStream compressed;
    private final DataOutputStream out;

    /** @param to takes the bytes; not closed */
    SightsWriter(final OutputStream to) {
        try {
            compressed = new GZIPOutputStream(to, BUFFER);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new DataOutputStream(new BufferedOutputStream(compressed, BUFFER));
    }

    void write(final FrameSights frame) {
        try {
            RecordedSights.write(frame, out);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks the end, without which a file counts as cut off. */
    void finish() {
        try {
            RecordedSights.writeEnd(out);
            out.flush();
            compressed.finish();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
