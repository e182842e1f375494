package org.affectj.training.data;

import java.nio.file.Path;

import org.affectj.AffectException;

/** A line of the challenges' annotation files: fields between commas, some with more commas at the end (METHOD 7.1). */
final class ChallengeRow {

    private final Path file;
    private final long number;
    private final String[] cells;

    /** @param number of the line, from 1 */
    ChallengeRow(final Path file, final long number, final String line) {
        this.file = file;
        this.number = number;
        cells = line.strip().replaceAll(",+$", "").split("\\s*,\\s*", -1);
    }

    /** @return this row, if it has so many fields */
    ChallengeRow of(final int fields) {
        if (cells.length != fields) throw error("has " + cells.length + " fields, " + fields + " are expected");
        return this;
    }

    int fields() {
        return cells.length;
    }

    String text(final int field) {
        return cells[field];
    }

    /** A number in a range, both ends included, or {@code missing}. */
    double number(final int field, final String what, final double missing, final double from, final double to) {
        final double value;
        try {
            value = Double.parseDouble(cells[field]);
        } catch (final NumberFormatException e) {
            throw error(what + " is '" + cells[field] + "', a number is expected");
        }
        if (value != missing && !(value >= from && value <= to))
            throw error(what + " is " + cells[field] + ", outside of " + from + " to " + to + " and not " + missing);
        return value;
    }

    /** A whole number from 0, or -1. */
    int whole(final int field, final String what, final int largest) {
        final double value = number(field, what, -1, 0, largest);
        if (value != Math.rint(value)) throw error(what + " is '" + cells[field] + "', a whole number is expected");
        return (int) value;
    }

    /** @return file and line */
    String where() {
        return file + ", line " + number;
    }

    AffectException error(final String what) {
        return new AffectException(where() + ": " + what + ".");
    }
}
