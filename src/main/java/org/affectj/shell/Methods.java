package org.affectj.shell;

import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.WholeFile;
import org.affectj.batch.MethodsText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affectj methods}: a paragraph for a paper. */
@Command(name = "methods",
    description = "Writes the paragraph of a paper that says how an analysis was done, and what it cites.")
final class Methods implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULTS", description = "A folder that 'affectj analyze' wrote, or its run.json.")
    private Path results;

    @Option(names = "--bibtex", paramLabel = "FILE",
        description = "Writes the BibTeX entries to a file, instead of printing them.")
    private Path bibtex;

    @Override
    public void run() {
        final MethodsText text = MethodsText.of(results);
        spec.commandLine().getOut().println(bibtex == null ? text.toString() : text.paragraph());
        if (bibtex != null) WholeFile.write(bibtex, part -> Files.writeString(part, text.bibtex()));
    }
}
