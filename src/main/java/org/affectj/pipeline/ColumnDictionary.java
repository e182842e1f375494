package org.affectj.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.WholeFile;
import org.affectj.model.Diagnosis;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * Says what the columns of tables hold, so that a program can read it: each table is described by a Table Schema of
 * Frictionless Data (https://specs.frictionlessdata.io/table-schema), which names units besides.
 *
 * @param tables the tables
 */
public record ColumnDictionary(List<Table> tables) {

    /** Rises by one when a released version's columns change: one comes, goes, or holds something else. */
    public static final int SCHEMA_VERSION = 1;

    /** The dictionary's file beside results. */
    public static final String FILE = "columns.json";

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * A table, or many of the same kind.
     *
     * @param files how its files are named
     * @param description what a row is
     * @param columns in their order
     */
    public record Table(String files, String description, List<Column> columns) {

        private Map<String, Object> describe() {
            final Map<String, Object> table = new LinkedHashMap<>();
            table.put("files", files);
            table.put("description", description);
            final Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("fields", columns.stream().map(ColumnDictionary::field).toList());
            schema.put("missingValues", List.of(""));
            table.put("schema", schema);
            return table;
        }
    }

    /**
     * Writes {@link #FILE}.
     *
     * @param folder of the tables
     * @throws org.affectj.AffectException if it can't be written
     */
    public void write(final Path folder) {
        WholeFile.write(folder.resolve(FILE), part -> Files.writeString(part, json() + "\n"));
    }

    /** @return the dictionary as JSON */
    public String json() {
        final Map<String, Object> dictionary = new LinkedHashMap<>();
        dictionary.put("software", "AffectJ " + Diagnosis.version());
        dictionary.put("schema_version", SCHEMA_VERSION);
        dictionary.put("tables", tables.stream().map(Table::describe).toList());
        return GSON.toJson(dictionary);
    }

    private static Map<String, Object> field(final Column column) {
        final Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", !column.isNumeric() ? "string" : column.decimals() == 0 ? "integer" : "number");
        if (!column.unit().isEmpty()) field.put("unit", column.unit());
        final Map<String, Object> constraints = constraints(column.range());
        if (!constraints.isEmpty()) field.put("constraints", constraints);
        field.put("description", column.meaning());
        return field;
    }

    private static Map<String, Object> constraints(final ValueRange range) {
        final Map<String, Object> constraints = new LinkedHashMap<>();
        range.minimum().ifPresent(minimum -> constraints.put("minimum", minimum));
        range.maximum().ifPresent(maximum -> constraints.put("maximum", maximum));
        if (!range.words().isEmpty()) constraints.put("enum", range.words());
        return constraints;
    }
}
