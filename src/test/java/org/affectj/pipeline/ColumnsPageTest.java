package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Keeps docs/columns.md equal to the columns that tables have. */
class ColumnsPageTest {

    private static final String INTRODUCTION = """
        # Columns of the tables

        A row for each face in each frame; a frame without a face has one row that says so in `status` and has empty cells. The
        same columns, in the same order, stand in CSV files and in ImageJ tables. Positions are pixels of the input picture, from
        its top left corner. CSV files are UTF-8, with commas between cells and points before decimals, in every language.

        The columns `x_0` to `y_67` are there only if landmarks were asked for.

        For programs, the same stands in `columns.json` beside results, for all tables of the folder; `affectj columns` prints it for all
        columns that there can be. Each table is described by a [Table Schema](https://specs.frictionlessdata.io/table-schema) of
        Frictionless Data: names, types, ranges and meanings, and also units. This is schema version %d, which stands in `columns.json`,
        `run.json` and the settings in `manifest.csv`; it rises when a column comes, goes, or holds something else.

        | column | unit | values | meaning |
        |---|---|---|---|
        """.formatted(ColumnDictionary.SCHEMA_VERSION);

    @Test
    void thePageNamesEveryColumn() throws IOException {
        final String page = INTRODUCTION + ResultColumns.of(Collections.nCopies(12, 0.5), 0.5, true).stream()
            .map(ResultColumn::column)
            .map(c -> "| `" + c.name() + "` | " + c.unit() + " | " + c.range().text() + " | " + c.meaning() + " |\n")
            .collect(Collectors.joining());
        final Path renewed = Files.writeString(Path.of("target", "columns.md"), page);
        assertEquals(page, Files.readString(Path.of("docs", "columns.md")),
            "docs/columns.md is outdated: copy " + renewed + " over it");
    }
}
