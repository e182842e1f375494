package org.affectj.shell;

import java.nio.file.Path;

import org.affectj.analysis.TableImport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affectj import}: a table of another tool as one of AffectJ's. */
@Command(name = "import", description = {
    "Makes a table of OpenFace 2, Py-Feat, LibreFace or FaceReader (detailed log as text) into one of AffectJ's.",
    "Only what means the same is taken; what isn't is told." })
final class ImportTable implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "The other tool's file.")
    private Path table;

    @Option(names = "--rate", paramLabel = "HERTZ",
        description = "Frames a second of the video, for tools that don't tell the time (Py-Feat).")
    private double rate = Double.NaN;

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "FILE", description = "The CSV file to write.")
    private Path output;

    @Override
    public void run() {
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            spec.commandLine().getOut().println(new TableImport(table, rate).write(output, progress));
        }
        spec.commandLine().getOut().println(output);
    }
}
