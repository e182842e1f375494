package org.affectj.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.affectj.AffectException;
import org.affectj.batch.BatchSettings;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder that a Spark batch writes to, on any file system that Hadoop knows: {@code faces/table=NAME/} with the one
 * file of an input's rows, which is there whole or not at all, {@code failures/}, {@code columns.json} and
 * {@code manifest.csv}, which says for what inputs the names stand and under which settings.
 */
final class ResultFolder {

    /** What failed and what is damaged, in Parquet. */
    static final String FAILURES = "failures";

    private static final String FACES = "faces";
    private static final String MANIFEST = "manifest.csv";
    private static final List<String> HEADINGS =
        List.of("input", "table", "size", "modified", "software", "model", "model_sha256", "settings");
    private static final int SETTINGS = HEADINGS.indexOf("software");
    private static final String COMMITTER = "mapreduce.fileoutputcommitter.algorithm.version";
    private static final StructType PROBLEMS = new StructType().add("source", DataTypes.StringType)
        .add(FaceRows.TABLE, DataTypes.StringType).add("status", DataTypes.StringType)
        .add("message", DataTypes.StringType);

    private final SparkSession spark;
    private final Path folder;
    private final FileSystem files;

    /**
     * @param spark reads and writes
     * @param address of the folder, which needn't exist
     * @throws AffectException if Hadoop doesn't reach such folders
     */
    ResultFolder(final SparkSession spark, final String address) {
        this.spark = spark;
        try {
            final Path path = new Path(address);
            files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            folder = files.makeQualified(path);
        } catch (final IOException | IllegalArgumentException e) {
            throw new AffectException("The folder '" + address + "' can't be reached (" + e.getMessage()
                + "): give one that Hadoop can write.", e);
        }
        // tables are called as their inputs, also where these are called 007
        spark.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
    }

    /** @return its address */
    Path path() {
        return folder;
    }

    /** @return the inputs of earlier runs, done or not */
    List<Source> known() {
        return manifest().stream().map(row -> new Source(row.get(0), Long.parseLong(row.get(2)),
            Long.parseLong(row.get(3)), row.get(1))).toList();
    }

    /** @throws AffectException if it has results of other settings */
    void refuseOthers(final BatchSettings settings) {
        manifest().stream().map(row -> row.toList().subList(SETTINGS, HEADINGS.size())).distinct()
            .map(settings::differences).flatMap(Optional::stream).findFirst().ifPresent(differences -> {
                throw new AffectException("The output folder '" + folder + "' has results of other settings ("
                    + differences + "): give another one, or overwrite them.");
            });
    }

    private List<CSVRecord> manifest() {
        try (Reader reader = new InputStreamReader(files.open(new Path(folder, MANIFEST)), StandardCharsets.UTF_8)) {
            return CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        } catch (final FileNotFoundException e) {
            return List.of(); // nothing ran yet
        } catch (final IOException | RuntimeException e) {
            throw new AffectException("The file '" + new Path(folder, MANIFEST)
                + "' isn't as AffectJ wrote it: give another output folder.", e);
        }
    }

    /** Replaces the manifest, and tells what the columns hold. */
    void plan(final List<Source> sources, final BatchSettings settings, final String dictionary) {
        final StringBuilder manifest = new StringBuilder(CsvResults.FORMAT.format(HEADINGS.toArray())).append('\n');
        for (final Source source : sources) {
            final List<Object> cells =
                new ArrayList<>(List.of(source.address(), source.table(), source.size(), source.modified()));
            cells.addAll(settings.cells());
            manifest.append(CsvResults.FORMAT.format(cells.toArray())).append('\n');
        }
        write("columns.json", dictionary + "\n");
        write(MANIFEST, manifest.toString());
    }

    /** Writes a file whole: under another name first. */
    private void write(final String name, final String text) {
        final Path part = new Path(folder, "." + name + ".part");
        final Path file = new Path(folder, name);
        try {
            try (OutputStream out = files.create(part, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            files.delete(file, false);
            if (!files.rename(part, file)) throw new IOException("it can't be renamed");
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /** @return the names of the tables that are there */
    Set<String> finished() {
        final Path faces = new Path(folder, FACES);
        final Set<String> names = new HashSet<>();
        try {
            final RemoteIterator<LocatedFileStatus> all = files.listFiles(faces, true);
            while (all.hasNext()) {
                final Path file = all.next().getPath();
                final Path table = file.getParent();
                if (table.getParent().equals(faces) && table.getName().startsWith(FaceRows.TABLE + "=")
                    && file.getName().endsWith(".parquet"))
                    names.add(ExternalCatalogUtils.unescapePathName(
                        table.getName().substring(FaceRows.TABLE.length() + 1)));
            }
        } catch (final FileNotFoundException e) {
            return Set.of(); // nothing ran yet
        } catch (final IOException e) {
            throw unwritable(e);
        }
        return names;
    }

    /** Deletes the rows of an input. */
    void delete(final String table) {
        delete(new Path(new Path(folder, FACES), FaceRows.TABLE + "=" + ExternalCatalogUtils.escapePathName(table)));
    }

    /** Deletes the results of all runs. */
    void clear() {
        for (final String part : List.of(FACES, FAILURES, MANIFEST)) delete(new Path(folder, part));
    }

    private void delete(final Path path) {
        try {
            files.delete(path, true);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private AffectException unwritable(final IOException cause) {
        return new AffectException("The output folder '" + folder + "' can't be read and written (" + cause.getMessage()
            + "): choose another one.", cause);
    }

    /** Adds rows. Those of an input appear when its task ends, so that a driver that is killed loses none of them. */
    void add(final Dataset<Row> rows) {
        final String committer = spark.sparkContext().conf().get("spark.hadoop." + COMMITTER, "2");
        rows.sortWithinPartitions(FaceRows.TABLE, "frame", "face").write().mode(SaveMode.Append)
            .option(COMMITTER, committer).option("maxRecordsPerFile", 0).partitionBy(FaceRows.TABLE)
            .parquet(new Path(folder, FACES).toString());
    }

    /** @return of these tables, those of inputs that couldn't be read whole */
    List<Problem> damaged(final List<Source> sources) {
        if (sources.isEmpty()) return List.of();
        final List<Problem> problems = new ArrayList<>();
        for (final Row row : faces().filter(functions.col(FaceRows.DAMAGE).isNotNull())
            .select(FaceRows.TABLE, FaceRows.DAMAGE).distinct().collectAsList())
            sources.stream().filter(source -> source.table().equals(row.getString(0))).findFirst()
                .ifPresent(source -> problems.add(
                    new Problem(source.address(), source.table(), "damaged", row.getString(1))));
        return problems;
    }

    private Dataset<Row> faces() {
        return spark.read().parquet(new Path(folder, FACES).toString());
    }

    /** Replaces the table of failures. */
    void writeFailures(final List<Problem> problems) {
        spark.createDataFrame(problems.stream()
            .map(p -> RowFactory.create(p.source(), p.table(), p.status(), p.message())).toList(), PROBLEMS).coalesce(1)
            .write().mode(SaveMode.Overwrite).parquet(new Path(folder, FAILURES).toString());
    }

    /**
     * Writes each table as the CSV file that a batch on one computer writes.
     *
     * @param target folder, made if it doesn't exist
     * @throws AffectException if there is no table
     */
    void export(final String target) {
        if (finished().isEmpty())
            throw new AffectException("The folder '" + folder + "' has no tables: give the output folder of a run.");
        final Dataset<Row> faces = faces();
        final FaceRows rows = new FaceRows(faces.schema());
        faces.repartition(functions.col(FaceRows.TABLE)).sortWithinPartitions(FaceRows.TABLE, "frame", "face")
            .foreachPartition(new TableWriter(rows, target,
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration())));
    }
}
