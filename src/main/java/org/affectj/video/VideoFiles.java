package org.affectj.video;

import java.nio.file.Path;
import java.util.Set;

import org.affectj.InputFile;

/** Which files are videos, by their names. */
public final class VideoFiles {

    private static final Set<String> EXTENSIONS = Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "ts",
        "mts", "m2ts", "wmv", "flv", "3gp", "ogv", "mjpeg");

    private VideoFiles() {
    }

    /** @return whether the name of a file ends as that of a video */
    public static boolean isVideo(final Path file) {
        return EXTENSIONS.contains(InputFile.extension(file));
    }
}
