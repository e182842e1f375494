package org.affectj.shell;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj timeline smooth}. */
@Command(name = "smooth", description = "Writes a table of the smoothed, baseline-corrected series of each person.")
final class SmoothTimeline implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeriesParameters series;

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "FILE", description = "The CSV file to write.")
    private Path output;

    @Override
    public void run() {
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            final int people = series.tables().writeSmoothed(output, progress);
            spec.commandLine().getOut()
                .println(output + ": series of " + people + (people == 1 ? " person" : " people"));
        }
    }
}
