package org.affectj.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.affectj.batch.Batch;
import org.affectj.batch.BatchSettings;
import org.affectj.batch.Job;
import org.affectj.batch.Outcome;
import org.affectj.batch.RunReport;
import org.affectj.imagej.FrameFiles;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Inputs and output folder of subcommands that do many files, and how they tell what became of them. */
final class BatchParameters {

    /** Up to this number of inputs, what became of each is printed. */
    private static final int TOLD = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(paramLabel = "INPUT", arity = "1..*",
        description = "Pictures, TIFF stacks, videos, or folders of them.")
    private List<Path> inputs;

    @Option(names = { "-o", "--output" }, paramLabel = "DIR", required = true,
        description = "Folder for the results; made if it doesn't exist. Inputs that are done there already are "
            + "skipped.")
    private Path output;

    @Mixin
    private FolderParameters folders;

    @Option(names = "--overwrite",
        description = "Delete the results of earlier runs in the output folder and begin anew.")
    private boolean overwrite;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1",
        description = "Inputs that are worked on at a time, for many small ones; each needs memory "
            + "of its own. No result depends on it. Default: ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(names = "--dry-run", description = "List what would be read, written and skipped, and do nothing.")
    private boolean dryRun;

    private Batch batch;
    private BatchSettings settings;
    private List<Path> files;

    /** Looks for the inputs and at the output folder, before models are loaded. */
    void prepare(final BatchSettings chosen) {
        settings = chosen;
        batch = new Batch(output, settings, overwrite);
        files = folders.inputs(file -> FrameFiles.isFrames(file) && !batch.isResult(file)).files(inputs, output);
    }

    /** @return whether the user only wants to know what would be done */
    boolean isDryRun() {
        return dryRun;
    }

    /**
     * Prints a line for each input: its size, and the table that would be written.
     *
     * @param table what the names of tables end in
     * @return the exit status
     */
    int list(final String table) {
        long toRead = 0;
        int finished = 0;
        for (final Batch.Plan plan : batch.plan(files)) {
            final long bytes = size(plan.input());
            if (plan.isFinished()) finished++;
            else toRead += Math.max(0, bytes);
            out().println(plan.input() + (bytes < 0 ? " (can't be read): " : " (" + megabytes(bytes) + "): ")
                + (plan.isFinished() ? "done already" : plan.output() + table));
        }
        out().println((files.size() - finished) + " of " + files.size() + " inputs to do, " + megabytes(toRead)
            + " to read; nothing was done.");
        return CommandLine.ExitCode.OK;
    }

    private static long size(final Path file) {
        try {
            return Files.isReadable(file) && Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (final IOException e) {
            return -1; // told in the list
        }
    }

    private static String megabytes(final long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /**
     * Does the job for every file, prints what became of them and writes {@code run.json}.
     *
     * @param job what to do
     * @return the exit status: 0 if no input failed or was damaged
     */
    int run(final Job job) {
        final Instant start = Instant.now();
        final List<Outcome> outcomes;
        try (TerminalProgress progress = TerminalProgress.of(err())) {
            outcomes = batch.run(files, job, jobs, progress);
        }
        RunReport.write(output, settings, start, outcomes);
        return tell(outcomes);
    }

    private int tell(final List<Outcome> outcomes) {
        for (final Outcome outcome : outcomes) {
            outcome.problem().ifPresent(error -> err().println("affectj: " + error));
            if (outcomes.size() <= TOLD) outcome.result().ifPresent(result -> tell(outcome, result));
        }
        final long failed = outcomes.stream().filter(o -> o.error().isPresent()).count();
        final long problems = outcomes.stream().filter(o -> o.problem().isPresent()).count();
        final long skipped = outcomes.stream().filter(Outcome::skipped).count();
        if (outcomes.size() > 1) out().println(String.format(Locale.ROOT, "%d of %d inputs done%s in %.1f s: %s",
            outcomes.size() - failed, outcomes.size(), skipped == 0 ? "" : ", " + skipped + " of them before,",
            outcomes.stream().filter(o -> !o.skipped()).mapToDouble(Outcome::seconds).sum(), output));
        if (problems > 0) err().println("affectj: what failed is listed in " + output.resolve("errors.csv"));
        return problems == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void tell(final Outcome outcome, final Outcome.Result result) {
        out().println(outcome.input() + ": " + result.faces() + (result.faces() == 1 ? " face" : " faces")
            + (outcome.skipped() ? ", done before" : ""));
        result.files().forEach(file -> out().println("  " + file));
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
