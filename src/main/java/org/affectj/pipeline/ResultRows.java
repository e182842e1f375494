package org.affectj.pipeline;

import java.util.List;

/** The rows of a results table, to look up in any order, wherever the table is kept. Safe for use by one thread. */
public interface ResultRows extends AutoCloseable {

    /** @return what people call the table: a file name or a window title */
    String name();

    /** @return the headings of its columns */
    List<String> headings();

    /** @return how many rows there are below the headings */
    int size();

    /**
     * @param index of the row, from 0
     * @return its cells in the order of the headings; empty texts where there is nothing
     * @throws org.affectj.AffectException if it can't be read
     */
    List<String> row(int index);

    @Override
    void close();
}
