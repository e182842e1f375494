package org.affectj.command;

import ij.ImagePlus;

import java.io.File;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.imagej.VideoStack;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a video as a virtual stack, whose slices are decoded when they are looked at. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Open Video...")
public final class OpenVideo extends AffectCommand {

    @Parameter(label = "Video", required = false, persist = false,
        description = "The video file to open: MP4, MOV, MKV, WebM, AVI and what else FFmpeg reads.")
    private File video;

    @Parameter(type = ItemIO.OUTPUT, label = "Video")
    private ImagePlus frames;

    @Override
    void perform(final Progress progress) {
        if (video == null) throw new AffectException("There is no video: name the file to open.");
        progress.update(0, -1, "Reading the times of the frames of " + video.getName());
        frames = VideoStack.open(video.toPath(), progress);
    }
}
