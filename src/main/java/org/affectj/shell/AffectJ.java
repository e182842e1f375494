package org.affectj.shell;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.engine.EngineLoader;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code affectj}. Its exit status is 0 only on success: 1 after a failure, 2 for a wrong command line. */
@Command(name = "affectj", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = Version.class,
    description = "Measures facial action units, expression, valence and arousal in pictures.",
    synopsisSubcommandLabel = "COMMAND", usageHelpAutoWidth = true, sortOptions = false,
    subcommands = { Analyze.class, Align.class, Anonymize.class, Data.class, Train.class, Evaluate.class,
        Timeline.class, Tracks.class, MeasureSynchrony.class, CompareTables.class, ImportTable.class, Methods.class,
        Models.class, Columns.class, Diagnose.class })
public final class AffectJ implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs a command line and ends the process. */
    public static void main(final String... args) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /**
     * Runs a command line.
     *
     * @param out takes results
     * @param err takes complaints and progress
     * @param args the command line
     * @return the exit status
     */
    public static int run(final PrintWriter out, final PrintWriter err, final String... args) {
        return new CommandLine(new AffectJ()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(AffectJ::refuse).setExecutionExceptionHandler(AffectJ::fail)
            .setExecutionStrategy(AffectJ::start).execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int start(final CommandLine.ParseResult parsed) {
        final CommandLine line = parsed.commandSpec().commandLine();
        EngineLoader.interruptedStart().ifPresent(text -> line.getErr().println("affectj: " + text));
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int refuse(final ParameterException problem, final String[] args) {
        final CommandLine line = problem.getCommandLine();
        line.getErr().println("affectj: " + problem.getMessage());
        line.getErr().println("Help: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(final Exception failure, final CommandLine line, final CommandLine.ParseResult parsed) {
        if (failure instanceof AffectException || failure instanceof CancellationException)
            line.getErr().println("affectj: " + failure.getMessage());
        else failure.printStackTrace(line.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
