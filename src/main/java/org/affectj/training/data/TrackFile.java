package org.affectj.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.affectj.AffectException;
import org.affectj.ByteOrderMark;

/** One track's file for one video, read frame by frame: a header, then a line for each frame (METHOD 8.1). */
final class TrackFile implements AutoCloseable {

    private final Path file;
    private final BufferedReader in;
    private final BiConsumer<ChallengeRow, ChallengeLabels> reader;
    private long line;

    TrackFile(final Track track, final Path file) {
        this.file = file;
        try {
            in = Files.newBufferedReader(file);
            ByteOrderMark.skip(in);
        } catch (final IOException e) {
            throw unreadable(e);
        }
        reader = track.reader(next().orElseThrow(() -> new AffectException("The annotations " + file + " are empty.")));
    }

    /** @return the next frame's row; empty after the last */
    Optional<ChallengeRow> next() {
        try {
            final String text = in.readLine();
            line++;
            if (text == null) return Optional.empty();
            final ChallengeRow row = new ChallengeRow(file, line, text);
            if (!text.isBlank()) return Optional.of(row);
            for (String rest = in.readLine(); rest != null; rest = in.readLine())
                if (!rest.isBlank()) throw row.error("is empty, but each frame has a line");
            return Optional.empty();
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads a row of this file into what is known of its frame. */
    void read(final ChallengeRow row, final ChallengeLabels into) {
        reader.accept(row, into);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    private AffectException unreadable(final IOException cause) {
        return new AffectException("The annotations " + file + " can't be read: see that the file is whole.", cause);
    }
}
