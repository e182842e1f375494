package org.affectj.shell;

import java.nio.file.Path;

import org.affectj.analysis.EventRule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj timeline events}. */
@Command(name = "events",
    description = "Writes onset, apex and offset of each event, with its duration, peak, amplitude, area and speeds.")
final class FindEvents implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeriesParameters series;

    @Option(names = "--high", paramLabel = "VALUE",
        description = "Value that an event reaches. Default: ${DEFAULT-VALUE}.")
    private double high = EventRule.DEFAULT.high();

    @Option(names = "--low", paramLabel = "VALUE",
        description = "Value that an event stays at or above from onset to offset. Default: ${DEFAULT-VALUE}.")
    private double low = EventRule.DEFAULT.low();

    @Option(names = "--length", paramLabel = "SECONDS",
        description = "How long an event lasts at least. Default: ${DEFAULT-VALUE}.")
    private double length = EventRule.DEFAULT.minimumLength();

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "FILE", description = "The CSV file to write.")
    private Path output;

    @Override
    public void run() {
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            final int events =
                series.tables().writeEvents(output, new EventRule(high, low, length, series.gap()), progress);
            spec.commandLine().getOut().println(output + ": " + events + (events == 1 ? " event" : " events"));
        }
    }
}
