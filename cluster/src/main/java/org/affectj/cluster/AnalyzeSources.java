package org.affectj.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import org.affectj.AffectException;
import org.affectj.imagej.FrameFiles;
import org.affectj.shell.FolderParameters;
import org.affectj.shell.FrameParameters;
import org.affectj.shell.MeasurementParameters;
import org.apache.spark.sql.SparkSession;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affectj-spark analyze}: what {@code affectj analyze} measures, as Parquet. */
@Command(name = "analyze", description = {
    "Finds the faces in pictures and videos and measures action units, expression, valence and arousal.",
    "Writes the tables to faces/ in Parquet, a folder for each input; what failed stands in failures/.",
    "The same command again skips what is done, and goes on where it was stopped." })
final class AnalyzeSources implements Callable<Integer> {

    private static final int FRAMES_A_MINUTE = 25 * 60;
    private static final int MOST_MINUTES = 100_000;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "INPUT", arity = "1..*",
        description = "Pictures, TIFF stacks, videos, or folders of them: paths or addresses that Hadoop can read.")
    private List<String> inputs;

    @Option(names = { "-o", "--output" }, paramLabel = "DIR", required = true,
        description = "Folder for the results: a path or address that Hadoop can write. Inputs that are done there "
            + "already are skipped.")
    private String output;

    @Mixin
    private FolderParameters folders;

    @Option(names = "--overwrite",
        description = "Delete the results of earlier runs in the output folder and begin anew.")
    private boolean overwrite;

    @Option(names = "--csv", paramLabel = "DIR",
        description = "Write the tables as CSV files too, at the end, as affectj analyze writes them.")
    private String csv;

    @Option(names = "--split", paramLabel = "MINUTES", defaultValue = "10",
        description = "Share each long video among tasks, in parts of about so many minutes at 25 frames a second "
            + "(default: 10); 0 for one task a video. No result depends on it.")
    private double split;

    @Mixin
    private MeasurementParameters parameters;

    @Mixin
    private FrameParameters frames;

    @Override
    public Integer call() throws IOException {
        if (!(split >= 0 && split <= MOST_MINUTES)) throw new AffectException("The option --split can't be " + split
            + ": give 0 for one task a video, or up to " + MOST_MINUTES + " minutes.");
        try (SparkSession spark = AffectJSpark.session()) {
            final ResultFolder folder = new ResultFolder(spark, output);
            final SparkBatch batch = new SparkBatch(spark, folder, parameters.options(), frames.choice(),
                (int) Math.ceil(split * FRAMES_A_MINUTE));
            final List<Source> sources = new Sources(spark.sparkContext().hadoopConfiguration(),
                folders.inputs(FrameFiles::isFrames), folders.isRecursive()).list(inputs, folder.path());
            final SparkBatch.Report report = batch.run(sources, overwrite);
            if (csv != null) folder.export(csv);
            return tell(report);
        }
    }

    private int tell(final SparkBatch.Report report) {
        final PrintWriter err = command.commandLine().getErr();
        report.problems().forEach(problem -> err.println("affectj-spark: " + problem.message()));
        final PrintWriter out = command.commandLine().getOut();
        out.println((report.inputs() - report.failed()) + " of " + report.inputs() + " inputs done"
            + (report.skipped() == 0 ? "" : ", " + report.skipped() + " of them before") + ": " + output);
        if (report.problems().isEmpty()) return CommandLine.ExitCode.OK;
        err.println("affectj-spark: what failed is listed in " + output + "/" + ResultFolder.FAILURES);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
