package org.affectj.analysis;

import java.util.List;
import java.util.Locale;

import org.affectj.AffectException;

/**
 * A correction of the numbers in the column {@code track}.
 *
 * @param action what is done
 * @param track the number that is corrected
 * @param to the number that it gets
 * @param frame the first frame that is corrected, from 1
 */
public record TrackEdit(Action action, int track, int to, int frame) {

    /** Headings of a list of edits. */
    static final List<String> HEADINGS = List.of("action", "track", "to", "frame");

    /** What is done. */
    public enum Action {
        /** Two numbers were one person: all rows of the one get the other. */
        MERGE,
        /** One number was two people: from a frame on, its rows get a new number. */
        SPLIT,
        /** A person gets another number, which nobody has. */
        RENAME;

        /** @return as lists have it: {@code merge} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TrackEdit {
        if (track < 1 || to < 1 || frame < 1)
            throw new AffectException("Track " + track + " can't become " + to + " from frame " + frame
                + " on: tracks and frames count from 1.");
        if (track == to)
            throw new AffectException("Track " + track + " is to become itself: give two different numbers.");
    }

    /** @return the number that a row gets */
    int apply(final int number, final int inFrame) {
        return number == track && inFrame >= frame ? to : number;
    }

    /** @return the cells of its row in a list */
    List<Object> cells() {
        return List.of(action, track, to, frame);
    }

    /** @return the edit in a row of a list */
    static TrackEdit of(final TableFile.Row row) {
        for (final Action action : Action.values())
            if (action.toString().equals(row.text("action"))) return new TrackEdit(action, (int) row.needed("track"),
                (int) row.needed("to"), (int) row.needed("frame"));
        throw row.error("the column 'action' holds '" + row.text("action")
            + "', where merge, split or rename is expected");
    }
}
