package org.affectj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import ij.measure.ResultsTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ResultColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables hold what CSV files hold. */
class FaceTableTest {

    private static final List<ResultColumn> COLUMNS = ResultColumns.of(Faces.THRESHOLDS, 0.5, true);

    private static final List<FaceRecord> RECORDS = List.of(Faces.smiling("a b.png", 1, 1, 10.125, 20, 61.005),
        FaceRecord.without("a b.png", 2, 0.04, FaceRecord.NO_FACE));

    @TempDir
    private Path folder;

    @Test
    void cellsEqualTheCsvFile() throws IOException {
        final Path file = folder.resolve("faces.csv");
        try (CsvResults csv = new CsvResults(file, COLUMNS)) {
            RECORDS.forEach(csv::write);
        }
        assertEquals(Files.readAllLines(file), lines(table()));
    }

    @Test
    void languageOfTheUserDoesNotMatter() {
        final List<String> expected = lines(table());
        final Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(expected, lines(table()));
        }
        finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersCanBeComputedWith() {
        final ResultsTable table = table();
        assertEquals(0.97, table.getValue("AU12", 0), 1e-12);
        assertEquals("0.9700", table.getStringValue("AU12", 0));
        assertEquals("0.9877", table.getStringValue("score", 0));
        assertEquals("0.0000", table.getStringValue("arousal", 0), "no minus before a zero");
        assertEquals("", table.getStringValue("AU12", 1));
        assertEquals(Double.NaN, table.getValue("AU12", 1));
    }

    @Test
    void tableOfMeasureIsLeftAlone() {
        final int before = ResultsTable.getResultsTable().size();
        assertNotSame(ResultsTable.getResultsTable(), table());
        assertEquals(before, ResultsTable.getResultsTable().size());
    }

    private static ResultsTable table() {
        final FaceTable table = new FaceTable(COLUMNS);
        RECORDS.forEach(table::add);
        return table.table();
    }

    static List<String> lines(final ResultsTable table) {
        final List<String> lines = new ArrayList<>();
        final String[] headings = table.getHeadings();
        lines.add(String.join(",", headings));
        for (int row = 0; row < table.size(); row++) {
            final List<String> cells = new ArrayList<>();
            for (final String heading : headings)
                cells.add(table.getStringValue(heading, row));
            lines.add(String.join(",", cells));
        }
        return lines;
    }
}
