package org.affectj.analysis;

import java.util.List;
import java.util.Optional;

/** How another tool writes what it measured of faces, and what of it means the same as a column of AffectJ's. */
interface ForeignTable {

    /** @return the tool's name */
    String tool();

    /** @return whether the tool writes such headings */
    boolean isOf(List<String> headings);

    /** @return AffectJ's name for a column; empty for one that means nothing that AffectJ has a column for */
    Optional<String> column(String heading);

    /**
     * @param heading of the column
     * @param row with a face
     * @return a number, or a text, in AffectJ's unit; {@code NaN} where the tool gave none
     */
    default Object value(final String heading, final TableFile.Row row) {
        return row.number(heading);
    }

    /** @return whether the tool found a face in this row */
    boolean hasFace(TableFile.Row row);

    /**
     * @param rate frames a second, for tools that don't tell time; NaN if unknown
     * @return seconds from the beginning; NaN if unknown
     */
    double time(TableFile.Row row, double rate);

    /**
     * @param rate frames a second, for tools that don't count frames; NaN if unknown
     * @return number of the frame from 1; 0 if unknown
     */
    int frame(TableFile.Row row, double rate);

    /** @return number of the frame, from 1, by a column that counts them from 0; 0 if the row doesn't tell */
    static int countedFromZero(final TableFile.Row row, final String column) {
        return row.given(column).isPresent() ? 1 + (int) row.needed(column) : 0;
    }

    /** @return the column that says whose face it is; empty if there is none */
    Optional<String> person(List<String> headings);

    /** @return the column that names the picture or video; empty if there is none */
    default Optional<String> source(final List<String> headings) {
        return Optional.empty();
    }

    /** @return AffectJ's name of an action unit by its number as text: {@code AU06} */
    static String actionUnit(final String number) {
        return "AU" + (number.length() < 2 ? "0" : "") + number;
    }
}
