package org.affectj.imagej;

import java.nio.file.Path;

import org.affectj.pipeline.FrameSource;
import org.affectj.video.IsolatedVideo;
import org.affectj.video.VideoFiles;

/** Opens files of every kind that faces can be looked for in: pictures, stacks and videos. */
public final class FrameFiles {

    private FrameFiles() {
    }

    /** @return whether the name of a file ends as that of a picture or video, for the choice of files in a folder */
    public static boolean isFrames(final Path file) {
        return PictureFiles.isPicture(file) || VideoFiles.isVideo(file);
    }

    /**
     * @param file a video, told by its name, or a picture or stack
     * @return its frames, those of a video decoded by a process of its own; the source is named as the file
     * @throws org.affectj.AffectException if it can't be read
     */
    public static FrameSource open(final Path file) {
        return VideoFiles.isVideo(file) ? IsolatedVideo.open(file) : PictureFiles.open(file);
    }
}
