package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are looked up in a file are those that a reader of the whole file gets. */
class CsvRowsTest {

    private static final List<String> CELLS =
        List.of("plain", "", "comma, inside", "two\nlines", "a \"quoted\" word", "Übung 🙂", "\"\"",
            "line\r\nend", " ", "1.5");

    @TempDir
    private Path folder;

    @Test
    void rowsInAnyOrder() throws IOException {
        final Random random = new Random(1);
        final List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++)
            rows.add(List.of(Integer.toString(i), CELLS.get(random.nextInt(CELLS.size())),
                CELLS.get(random.nextInt(CELLS.size()))));
        final StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CsvResults.FORMAT)) {
            printer.printRecord("row", "one, or", "other");
            printer.printRecords(rows);
        }
        for (final String written : List.of(text.toString(), "\uFEFF" + text, text.substring(0, text.length() - 1),
            text + "\n\n"))
            try (CsvRows read = CsvRows.open(Files.writeString(folder.resolve("a.csv"), written), Progress.NONE)) {
                assertEquals(List.of("row", "one, or", "other"), read.headings());
                assertEquals(1000, read.size());
                for (int i = 0; i < 3000; i++) {
                    final int row = random.nextInt(1000);
                    assertEquals(rows.get(row), read.row(row));
                }
            }
        assertEquals(1001, CsvResults.FORMAT.parse(new StringReader(text.toString())).getRecords().size());
    }

    @Test
    void damagedTablesAreNamed() throws IOException {
        final Path file = Files.writeString(folder.resolve("cut.csv"), "a,b\n1,2\n3\n");
        try (CsvRows rows = CsvRows.open(file, Progress.NONE)) {
            assertEquals(List.of("1", "2"), rows.row(0));
            assertEquals("Row 2 of the table '" + file + "' doesn't have a cell for each of its 2 headings: "
                + "see that the file is whole, and open it again.",
                assertThrows(AffectException.class, () -> rows.row(1)).getMessage());
        }
        final Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertEquals("The table '" + empty + "' is empty: choose one that Analyze Faces made.",
            assertThrows(AffectException.class, () -> CsvRows.open(empty, Progress.NONE)).getMessage());
        assertThrows(AffectException.class, () -> CsvRows.open(folder.resolve("none.csv"), Progress.NONE));
    }
}
