package org.affectj.shell;

import java.nio.file.Path;

import org.affectj.imagej.FrameFiles;
import org.affectj.pipeline.FrameSelection;
import org.affectj.pipeline.FrameSource;

import picocli.CommandLine.Option;

/** Options on which frames of videos and stacks are taken. */
public final class FrameParameters {

    @Option(names = "--every", paramLabel = "N", defaultValue = "1",
        description = "Take the first frame and every N-th after it. Default: ${DEFAULT-VALUE}, all.")
    private int every;

    @Option(names = "--from", paramLabel = "SECONDS", defaultValue = "0",
        description = "Take frames of videos from this time on. Default: ${DEFAULT-VALUE}.")
    private double from;

    @Option(names = "--to", paramLabel = "SECONDS", defaultValue = "Infinity",
        description = "Take frames of videos up to this time. Default: the end.")
    private double to;

    /** @return the choice, checked */
    public FrameSelection.Choice choice() {
        return new FrameSelection.Choice(every, from, to);
    }

    /** @return the chosen frames of a file */
    public FrameSource open(final Path file) {
        return FrameSelection.of(FrameFiles.open(file), choice());
    }
}
