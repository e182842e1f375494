package org.affectj.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import org.affectj.training.data.DataSet;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.Split;
import org.affectj.training.data.SplitBy;
import org.affectj.training.data.Splits;
import org.affectj.training.data.SplitsFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj data split}. */
@Command(name = "split",
    description = "Divides a data set into train, validation and test, and writes that to a file for --splits.")
final class SplitData implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FORMAT:PATH", description = "A data set, as for training.")
    private String data;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "File to write.")
    private Path output;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "subject",
        description = "What stays together: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private SplitBy by;

    @Option(names = "--parts", paramLabel = "N,N,N", split = ",", defaultValue = "8,1,1",
        description = "How large train, validation and test are, relative to each other. Default: ${DEFAULT-VALUE}.")
    private List<Integer> parts;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
        description = "Seed of chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private SkipParameters skip;

    @Override
    public void run() {
        final PrintWriter out = spec.commandLine().getOut();
        try (DataSet set = DataSets.undivided(data, skip.leftOut());
                TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr()))
        {
            final Splits splits = Splits.of(set, by, parts, seed, progress);
            SplitsFile.write(splits, output);
            for (final Split split : Split.values())
                out.println(split + ": " + splits.groups(split));
        }
        if (by == SplitBy.FRAME) spec.commandLine().getErr()
            .println("Pictures of one person are now in several splits: figures will be too good. Split "
                + "by subject instead.");
        out.println("The splits are in " + output);
    }
}
