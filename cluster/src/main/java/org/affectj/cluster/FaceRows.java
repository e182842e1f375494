package org.affectj.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.affectj.pipeline.Column;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The rows of result tables in Parquet: the cells of CSV tables as words, whole numbers and numbers, and behind them
 * {@link #TABLE} and {@link #DAMAGE}. Numbers have the digits of the CSV tables and no more, so that these can be made
 * from them to the byte.
 *
 * @param schema the columns; each but the last two tells its decimals, unit and meaning
 */
record FaceRows(StructType schema) implements Serializable {

    /** Name of the input's results; the folder in which its rows lie. */
    static final String TABLE = "table";
    /** What of the input couldn't be read; empty if it is whole. */
    static final String DAMAGE = "damage";

    private static final String DECIMALS = "decimals";
    private static final int ADDED = 2;

    /** @return rows of tables with these columns */
    static FaceRows of(final List<Column> columns) {
        StructType schema = new StructType();
        for (final Column column : columns) schema = schema.add(field(column));
        return new FaceRows(schema.add(DAMAGE, DataTypes.StringType).add(TABLE, DataTypes.StringType));
    }

    private static StructField field(final Column column) {
        final DataType type = !column.isNumeric() ? DataTypes.StringType
            : column.decimals() == 0 ? DataTypes.LongType : DataTypes.DoubleType;
        final Metadata metadata = new MetadataBuilder().putLong(DECIMALS, column.decimals())
            .putString("unit", column.unit()).putString("comment", column.meaning()).build();
        return new StructField(column.name(), type, true, metadata);
    }

    /** @return the headings of the CSV tables */
    List<String> headings() {
        return List.of(schema.fieldNames()).subList(0, schema.size() - ADDED);
    }

    /**
     * Reads a CSV table row by row.
     *
     * @param file the table
     * @param table name of the input's results
     * @param damage what of the input couldn't be read
     * @param task closes the file at its end
     * @return its rows
     * @throws IOException if it can't be read
     */
    Iterator<Row> read(final Path file, final String table, final Optional<String> damage, final TaskContext task)
        throws IOException
    {
        final CSVParser csv = CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get()
            .parse(Files.newBufferedReader(file));
        task.addTaskCompletionListener((TaskCompletionListener) ended -> close(csv));
        return StreamSupport.stream(csv.spliterator(), false).map(record -> row(record, table, damage)).iterator();
    }

    private Row row(final CSVRecord record, final String table, final Optional<String> damage) {
        final Object[] cells = new Object[schema.size()];
        for (int i = 0; i < cells.length - ADDED; i++) {
            final String cell = record.get(i);
            final DataType type = schema.apply(i).dataType();
            if (!cell.isEmpty()) cells[i] = type == DataTypes.StringType ? cell
                : type == DataTypes.LongType ? (Object) Long.valueOf(cell) : (Object) Double.valueOf(cell);
        }
        cells[cells.length - ADDED] = damage.orElse(null);
        cells[cells.length - 1] = table;
        return RowFactory.create(cells);
    }

    /** @return the cells of a row of the CSV table */
    List<String> cells(final Row row) {
        return headings().stream().map(heading -> {
            final int at = row.fieldIndex(heading);
            if (row.isNullAt(at)) return "";
            final long decimals = row.schema().apply(at).metadata().getLong(DECIMALS);
            return row.get(at) instanceof Double number ? String.format(Locale.ROOT, "%." + decimals + "f", number)
                : row.get(at).toString();
        }).toList();
    }

    private static void close(final CSVParser csv) {
        try {
            csv.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
