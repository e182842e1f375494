package org.affectj.cluster;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.engine.EngineOptions;
import org.affectj.shell.Version;
import org.apache.spark.sql.SparkSession;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code affectj-spark}, which Spark submits. It fails as {@code affectj} does: 1, or 2 for a wrong line.
 */
@Command(name = "affectj-spark", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Measures faces in many pictures and videos, and prepares trainings, with Apache Spark.",
    synopsisSubcommandLabel = "COMMAND", usageHelpAutoWidth = true, sortOptions = false,
    subcommands = { AnalyzeSources.class, ExportTables.class, MakeFeatures.class })
public final class AffectJSpark implements Runnable {

    /** What suits few rows of long work, where the user says nothing else: code made for each query never pays. */
    private static final Map<String, String> SETTINGS = Map.of("spark.hadoop.fs.file.impl", DiskFiles.class.getName(),
        "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command line within Spark; ends the process only after a failure, since Spark may go on after a success.
     */
    public static void main(final String... args) {
        final int status = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        if (status != 0) System.exit(status);
    }

    /**
     * Runs a command line, in the Spark session that is there or a new one, which it closes.
     *
     * @param out takes results
     * @param err takes complaints
     * @param args the command line
     * @return the exit status
     */
    public static int run(final PrintWriter out, final PrintWriter err, final String... args) {
        return new CommandLine(new AffectJSpark()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(AffectJSpark::refuse).setExecutionExceptionHandler(AffectJSpark::fail)
            .execute(args);
    }

    /** @return the session that the submitted settings describe; without any, of all cores of this computer */
    static SparkSession session() {
        final SparkSession.Builder builder = SparkSession.builder().appName("AffectJ");
        if (System.getProperty("spark.master") == null) builder.master("local[*]");
        SETTINGS.forEach((name, value) -> {
            if (System.getProperty(name) == null) builder.config(name, value);
        });
        return builder.getOrCreate();
    }

    /** @return where and how networks run; without a number of threads, with as many as Spark gives cores to a task */
    static EngineOptions inTasks(final SparkSession spark, final EngineOptions asked) {
        return asked.threads() > 0 ? asked
            : asked.withThreads(spark.sparkContext().conf().getInt("spark.task.cpus", 1));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int refuse(final ParameterException problem, final String[] args) {
        final CommandLine line = problem.getCommandLine();
        line.getErr().println("affectj-spark: " + problem.getMessage());
        line.getErr().println("Help: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(final Exception failure, final CommandLine line, final CommandLine.ParseResult parsed) {
        if (failure instanceof AffectException || failure instanceof CancellationException)
            line.getErr().println("affectj-spark: " + failure.getMessage());
        else failure.printStackTrace(line.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
