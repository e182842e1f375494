package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.Sha256;
import org.affectj.pipeline.ColumnDictionary;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Tests that {@code columns.json} and {@code affectj columns} say what is in the tables. */
class ColumnsTest {

    /** Of the columns of schema version 1. */
    private static final String VERSION_1 = "40637cd1cc0b1ed5e6d059f0e73c5ca5cefd08383d7626d239822ecf02811c19";

    private static final String PORTRAIT = "samples/astronaut.png";

    @TempDir
    private Path folder;

    @Test
    void everyCellIsAsTheDictionaryBesideItSays() throws IOException {
        assertEquals("", ShellRun.of("analyze", PORTRAIT, "--output", folder.resolve("faces"), "--landmarks").errors());
        assertEquals("", ShellRun.of("align", PORTRAIT, "--output", folder.resolve("crops")).errors());
        for (final String results : List.of("faces", "crops")) {
            final JsonObject dictionary = read(Files.readString(folder.resolve(results).resolve("columns.json")));
            assertEquals(1, dictionary.get("schema_version").getAsInt());
            for (final JsonElement table : dictionary.getAsJsonArray("tables")) check(table.getAsJsonObject(), results);
            assertTrue(Files.readString(folder.resolve(results + "/run.json")).contains("\"schema_version\": 1"));
            assertTrue(Files.readString(folder.resolve(results + "/manifest.csv")).contains("; schema_version=1;"));
        }
    }

    private void check(final JsonObject table, final String results) throws IOException {
        final String file = table.get("files").getAsString().replace("NAME", "astronaut");
        final JsonArray fields = table.getAsJsonObject("schema").getAsJsonArray("fields");
        try (Reader reader = Files.newBufferedReader(folder.resolve(results).resolve(file))) {
            final List<CSVRecord> rows = CSVFormat.DEFAULT.parse(reader).getRecords();
            final List<String> names = new ArrayList<>();
            fields.forEach(field -> names.add(field.getAsJsonObject().get("name").getAsString()));
            assertEquals(names, rows.get(0).toList());
            for (int i = 0; i < names.size(); i++) checkCell(fields.get(i).getAsJsonObject(), rows.get(1).get(i));
        }
    }

    private static void checkCell(final JsonObject field, final String cell) {
        final String type = field.get("type").getAsString();
        if (cell.isEmpty()) return;
        if (type.equals("integer")) Long.parseLong(cell);
        if (!field.has("constraints")) return;
        final JsonObject constraints = field.getAsJsonObject("constraints");
        if (constraints.has("minimum"))
            assertTrue(Double.parseDouble(cell) >= constraints.get("minimum").getAsDouble(), field + " of " + cell);
        if (constraints.has("maximum"))
            assertTrue(Double.parseDouble(cell) <= constraints.get("maximum").getAsDouble(), field + " of " + cell);
        if (constraints.has("enum")) assertTrue(constraints.get("enum").toString().contains('"' + cell + '"'), cell);
        if (type.equals("string")) assertTrue(!constraints.has("minimum"), field.toString());
    }

    @Test
    void theShellPrintsAllThatThereCanBe() throws IOException {
        final ShellRun run = ShellRun.of("columns");
        assertEquals("", run.errors());
        final JsonObject dictionary = read(run.output());
        assertEquals(ColumnDictionary.SCHEMA_VERSION, dictionary.get("schema_version").getAsInt());
        final String tables = dictionary.get("tables").toString();
        for (final String name : List.of("\"y_67\"", "\"AU26_present\"", "\"summary.csv\"", "\"tx\""))
            assertTrue(tables.contains(name), name);
        assertEquals(VERSION_1, Sha256.of(new ByteArrayInputStream(tables.getBytes(StandardCharsets.UTF_8))),
            "The columns have changed. If a version with other columns was released, raise SCHEMA_VERSION; "
                + "put this here.");
    }

    private static JsonObject read(final String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
