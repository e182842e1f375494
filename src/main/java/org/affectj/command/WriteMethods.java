package org.affectj.command;

import java.io.File;

import org.affectj.Progress;
import org.affectj.batch.MethodsText;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes the paragraph of a paper that says how a folder was analysed, and the BibTeX entries of what it cites. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Write Methods...")
public final class WriteMethods extends AffectCommand {

    @Parameter(label = "Results folder", required = false, persist = false, style = "directory",
        description = "A folder that Analyze Folder wrote.")
    private File results;

    @Parameter(type = ItemIO.OUTPUT, label = "Methods")
    private String methods;

    @Override
    void perform(final Progress progress) {
        methods = MethodsText.of(path(results, "results folder")).toString();
    }
}
