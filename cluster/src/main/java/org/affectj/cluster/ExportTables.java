package org.affectj.cluster;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.apache.spark.sql.SparkSession;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code affectj-spark export}: the CSV tables that {@code affectj analyze} writes, from Parquet. */
@Command(name = "export", description = "Writes NAME.csv for each input that affectj-spark analyze measured.")
final class ExportTables implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "RESULTS", description = "Output folder of affectj-spark analyze.")
    private String results;

    @Parameters(index = "1", paramLabel = "DIR",
        description = "Folder for the tables; made if it doesn't exist, and one that all computers of "
            + "the cluster write to.")
    private String output;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = AffectJSpark.session()) {
            new ResultFolder(spark, results).export(output);
            return CommandLine.ExitCode.OK;
        }
    }
}
