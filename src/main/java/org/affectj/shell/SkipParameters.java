package org.affectj.shell;

import java.util.EnumSet;
import java.util.Set;

import org.affectj.training.data.Mistake;

import picocli.CommandLine.Option;

/** Options on what happens to mistakes in data sets, shared by subcommands. */
class SkipParameters {

    @Option(names = "--skip-missing", description = "Leave out faces whose picture is missing, instead of an error.")
    private boolean missing;

    @Option(names = "--skip-invalid", description = "Leave out rows with a label that can't be, instead of an error.")
    private boolean invalid;

    /** @return the mistakes whose rows are left out */
    final Set<Mistake> leftOut() {
        final Set<Mistake> leftOut = EnumSet.noneOf(Mistake.class);
        if (missing) leftOut.add(Mistake.MISSING_PICTURE);
        if (invalid) leftOut.add(Mistake.INVALID);
        return leftOut;
    }
}
