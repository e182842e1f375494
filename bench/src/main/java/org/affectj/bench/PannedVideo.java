package org.affectj.bench;

import java.io.IOException;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.ffmpeg.ffmpeg;

/** A video of 640×480 pixels in which a portrait, grey at both sides, goes to and fro, by up to 6 pixels a frame. */
final class PannedVideo {

    private static final String PAN = "scale=-2:480,pad=1120:480:(ow-iw)/2:0:gray,crop=640:480:240+160*sin(n/25):0";

    private PannedVideo() {
        // one function
    }

    /**
     * Writes H.264 in an MP4 with FFmpeg's own program.
     *
     * @param portrait a picture
     * @param frames how many, 25 a second
     * @param video to write
     */
    static void write(final Path portrait, final int frames, final Path video)
        throws IOException, InterruptedException
    {
        final Process process = new ProcessBuilder(Loader.load(ffmpeg.class), "-loglevel", "error", "-loop", "1",
            "-framerate", "25", "-i", portrait.toString(), "-vf", PAN, "-frames:v", Integer.toString(frames), "-c:v",
            "libopenh264", "-b:v", "2M", "-pix_fmt", "yuv420p", video.toString()).inheritIO().start();
        if (process.waitFor() != 0)
            throw new AffectException("The video '" + video + "' can't be written: see FFmpeg's message above.");
    }
}
