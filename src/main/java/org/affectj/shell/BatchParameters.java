package org.affectj.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.affectj.batch.Batch;
import org.affectj.batch.Inputs;
import org.affectj.batch.Job;
import org.affectj.batch.Outcome;
import org.affectj.batch.RunReport;
import org.affectj.imagej.FrameFiles;
import org.affectj.model.Diagnosis;

import picocli.CommandLine;
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
        description = "Folder for the results; made if it doesn't exist. Results of the same name are replaced.")
    private Path output;

    private Batch batch;
    private List<Path> files;

    /** Makes the output folder and looks for the inputs, before models are loaded. */
    void prepare() {
        batch = new Batch(output);
        files = Inputs.files(inputs, FrameFiles::isFrames);
    }

    /**
     * Does the job for every file, prints what became of them and writes {@code run.json}.
     *
     * @param job what to do
     * @param settings what {@code run.json} shall say beside the inputs
     * @return the exit status: 0 if no input failed or was damaged
     */
    int run(final Job job, final Map<String, Object> settings) {
        final Map<String, Object> run = new LinkedHashMap<>();
        run.put("software", "AffectJ " + Diagnosis.version());
        run.put("command", command.name());
        run.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        run.putAll(settings);
        final List<Outcome> outcomes;
        try (TerminalProgress progress = TerminalProgress.of(err())) {
            outcomes = batch.run(files, job, progress);
        }
        RunReport.write(output, run, outcomes);
        return tell(outcomes);
    }

    private int tell(final List<Outcome> outcomes) {
        for (final Outcome outcome : outcomes) {
            outcome.problem().ifPresent(error -> err().println("affectj: " + error));
            if (outcomes.size() <= TOLD) outcome.result().ifPresent(result -> tell(outcome, result));
        }
        final long failed = outcomes.stream().filter(o -> o.error().isPresent()).count();
        final long problems = outcomes.stream().filter(o -> o.problem().isPresent()).count();
        if (outcomes.size() > 1) out().println(String.format(Locale.ROOT, "%d of %d inputs done in %.1f s: %s",
            outcomes.size() - failed, outcomes.size(), outcomes.stream().mapToDouble(Outcome::seconds).sum(), output));
        if (problems > 0) err().println("affectj: what failed is listed in " + output.resolve("errors.csv"));
        return problems == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void tell(final Outcome outcome, final Outcome.Result result) {
        out().println(outcome.input() + ": " + result.faces() + (result.faces() == 1 ? " face" : " faces"));
        result.files().forEach(file -> out().println("  " + file));
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
