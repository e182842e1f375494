package org.affectj.cluster;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** Writes tables, whose rows come one table after the other, as CSV files. */
final class TableWriter implements ForeachPartitionFunction<Row> {

    private static final long serialVersionUID = 1L;

    private final FaceRows rows;
    private final String folder;
    private final SerializableConfiguration hadoop;

    /**
     * @param rows tells the columns
     * @param folder for the files
     * @param hadoop says how file systems are reached
     */
    TableWriter(final FaceRows rows, final String folder, final SerializableConfiguration hadoop) {
        this.rows = rows;
        this.folder = folder;
        this.hadoop = hadoop;
    }

    @Override
    public void call(final Iterator<Row> all) throws IOException {
        final FileSystem files = new Path(folder).getFileSystem(hadoop.value());
        Row row = all.hasNext() ? all.next() : null;
        while (row != null) {
            final String table = row.getAs(FaceRows.TABLE);
            final Path part = new Path(folder, "." + table + ".csv." + TaskContext.get().taskAttemptId() + ".part");
            try (CSVPrinter csv = new CSVPrinter(
                new OutputStreamWriter(files.create(part, true), StandardCharsets.UTF_8), CsvResults.FORMAT)) {
                csv.printRecord(rows.headings());
                while (row != null && row.getAs(FaceRows.TABLE).equals(table)) {
                    csv.printRecord(rows.cells(row));
                    row = all.hasNext() ? all.next() : null;
                }
            }
            final Path file = new Path(folder, table + ".csv");
            files.delete(file, false);
            if (!files.rename(part, file)) throw new IOException("The table '" + file + "' can't be written.");
        }
    }
}
