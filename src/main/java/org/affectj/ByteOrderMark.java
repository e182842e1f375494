package org.affectj;

import java.io.BufferedReader;
import java.io.IOException;

/** U+FEFF, which spreadsheets put before the first character of a text. */
public final class ByteOrderMark {

    private static final char MARK = '\uFEFF';

    private ByteOrderMark() {
    }

    /**
     * @param reader at the beginning of a text; goes past the mark, if there is one
     * @throws IOException if it can't be read
     */
    public static void skip(final BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != MARK) reader.reset();
    }
}
