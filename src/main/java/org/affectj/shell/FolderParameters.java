package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.affectj.batch.Inputs;

import picocli.CommandLine.Option;

/** Options on which files of folders are taken, shared by the commands that take folders. */
public final class FolderParameters {

    @Option(names = "--recursive", description = "Look into folders within folders too.")
    private boolean recursive;

    @Option(names = "--include", paramLabel = "GLOB",
        description = "Of folders, take only files whose path in the folder fits: '*.mp4', or '**.mp4' for folders "
            + "within too. May be given several times.")
    private List<String> include = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB",
        description = "Of folders, leave out files whose path in the folder fits. May be given several times.")
    private List<String> exclude = List.of();

    /**
     * @param readable which files can be inputs at all
     * @return the choice of files
     */
    public Inputs inputs(final Predicate<Path> readable) {
        return new Inputs(recursive, include, exclude, readable);
    }

    /** @return whether to look into folders within folders */
    public boolean isRecursive() {
        return recursive;
    }
}
