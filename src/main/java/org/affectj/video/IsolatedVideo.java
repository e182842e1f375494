package org.affectj.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.CodeLocation;
import org.affectj.InputFile;
import org.affectj.pipeline.Frame;
import org.affectj.pipeline.FrameSource;
import org.bytedeco.javacpp.Loader;

import net.imglib2.img.array.ArrayImgs;

/**
 * The frames of a video, decoded by a process of its own: decoders are native code, and a video that is damaged, or
 * made to do harm, can crash them or keep them busy for ever. That ends the other process then, not this one. It is
 * started again for the frames that follow, three times at most. The same pixels and times as {@link VideoFrames}. Safe
 * for use by several threads.
 */
public final class IsolatedVideo implements FrameSource {

    private static final int MOST_CRASHES = 3;
    /** No frame takes so long; opening reads the whole file, if need be by a slow network. */
    private static final long SECONDS = 60;
    private static final long STARTING_SECONDS = 60;
    private static final long SLOWEST_BYTES_PER_SECOND = 1 << 20;
    /** What the other process needs, each by a resource that only its jar has. */
    private static final List<String> CODE = List.of("org/affectj/video/DecoderProcess.class",
        "org/bytedeco/ffmpeg/global/avcodec.class",
        "org/bytedeco/ffmpeg/" + Loader.getPlatform() + "/" + System.mapLibraryName("jniavcodec"),
        "org/bytedeco/javacpp/Loader.class",
        "org/bytedeco/javacpp/" + Loader.getPlatform() + "/" + System.mapLibraryName("jnijavacpp"),
        "net/imglib2/img/array/ArrayImgs.class");

    private final Path path;
    private final long limit;
    private int width;
    private int height;
    private double[] times;
    private int[] keys;
    private Process process;
    private DataInputStream in;
    private DataOutputStream out;
    private boolean tooSlow;
    private int crashes;
    private boolean closed;

    private IsolatedVideo(final Path path, final long limit) {
        this.path = path;
        this.limit = limit;
    }

    /**
     * @param path of a video
     * @return its frames
     * @throws AffectException if it can't be read, isn't a video, has no frame, or crashes its decoder
     */
    public static IsolatedVideo open(final Path path) {
        return open(path, SECONDS);
    }

    /** @param limit seconds that a frame may take; opening may take more for a large file */
    static IsolatedVideo open(final Path path, final long limit) {
        InputFile.check(path, "video");
        final IsolatedVideo video = new IsolatedVideo(path, limit);
        try {
            video.start();
        } catch (final AffectException e) {
            video.close();
            throw e;
        }
        return video;
    }

    private void start() {
        try {
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+SuppressFatalErrorMessage", "-cp", classPath(), DecoderProcess.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (final IOException e) {
            throw new AffectException("The video '" + path + "' can't be decoded, since no other "
                + "process can be started (" + e.getMessage() + "): close other programs.", e);
        }
        in = new DataInputStream(process.getInputStream());
        out = new DataOutputStream(process.getOutputStream());
        ask("at its beginning", limit + STARTING_SECONDS + size(path) / SLOWEST_BYTES_PER_SECOND, () -> {
            out.writeUTF(path.toAbsolutePath().toString());
            out.flush();
            accept();
            width = in.readInt();
            height = in.readInt();
            times = new double[in.readInt()];
            ByteBuffer.wrap(in.readNBytes(times.length * Double.BYTES)).asDoubleBuffer().get(times);
            keys = new int[in.readInt()];
            ByteBuffer.wrap(in.readNBytes(keys.length * Integer.BYTES)).asIntBuffer().get(keys);
            return null;
        });
    }

    private static long size(final Path path) {
        try {
            return Files.size(path);
        } catch (final IOException e) {
            throw new AffectException("The video '" + path + "' can't be read: check its permissions.", e);
        }
    }

    private static String classPath() {
        return CODE.stream().map(IsolatedVideo::locate).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String locate(final String resource) {
        final URL found = IsolatedVideo.class.getClassLoader().getResource(resource);
        if (found == null)
            throw new AffectException("The file " + resource
                + " is missing from AffectJ's libraries: install it again.");
        try {
            return Path.of(CodeLocation.of(found, resource).toURI()).toString();
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(found.toString(), e);
        }
    }

    /** Something to say to the other process, and its answer. */
    @FunctionalInterface
    private interface Question<T> {

        T ask() throws IOException;
    }

    /** Asks, and says so if the other process ends instead of answering, or is ended for taking too long. */
    private <T> T ask(final String where, final long seconds, final Question<T> question) {
        final Process asked = process;
        tooSlow = false;
        final Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
        final CompletableFuture<Void> limit = CompletableFuture.runAsync(() -> {
            tooSlow = true;
            asked.destroyForcibly();
        }, later);
        try {
            return question.ask();
        } catch (final IOException e) {
            crashes++;
            final String how = tooSlow ? "keeps its decoder busy without end" : "crashes its decoder";
            stop();
            throw new AffectException("The video '" + path + "' " + how + " " + where
                + ": it is damaged, or made to do harm; leave it out.", e);
        } finally {
            limit.cancel(false);
        }
    }

    private void accept() throws IOException {
        if (!in.readBoolean()) throw new AffectException(in.readUTF());
    }

    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public int size() {
        return times.length;
    }

    /** Seconds since the beginning of the file, as players count them, from the frame's presentation stamp. */
    @Override
    public double time(final int number) {
        return times[number - 1];
    }

    /** @return numbers of the frames at which decoding can begin, ascending; none where it must begin with the first */
    int[] keys() {
        return keys;
    }

    @Override
    public Frame frame(final int number) {
        return new Frame(number, time(number), ArrayImgs.argbs(pixels(number), width, height));
    }

    private synchronized int[] pixels(final int number) {
        if (closed) throw new AffectException("The video '" + path + "' was closed: open it again.");
        if (crashes == MOST_CRASHES)
            throw new AffectException("The video '" + path + "' crashed its decoder " + crashes
                + " times, so frame " + number + " isn't read: leave it out.");
        if (process == null) start();
        return ask(String.format(Locale.ROOT, "at frame %d, %.2f seconds", number, time(number)), limit, () -> {
            out.writeInt(number);
            out.flush();
            accept();
            final byte[] bytes = in.readNBytes(width * height * Integer.BYTES);
            final int[] pixels = new int[width * height];
            ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asIntBuffer()
                .get(pixels, 0, bytes.length / Integer.BYTES);
            if (bytes.length < pixels.length * Integer.BYTES) throw new IOException("the other process ended");
            return pixels;
        });
    }

    /** What the whole file lacks, how many of the frames asked for so far couldn't be decoded, and crashes. */
    @Override
    public synchronized Optional<String> damage() {
        if (crashes > 0)
            return Optional.of("The video '" + path + "' crashed its decoder "
                + (crashes == 1 ? "once" : crashes + " times")
                + ": what could be read was used, copy it again for the rest.");
        if (closed) return Optional.empty();
        return Optional.of(ask("at its end", limit, () -> {
            out.writeInt(DecoderProcess.DAMAGE);
            out.flush();
            return in.readUTF();
        })).filter(text -> !text.isEmpty());
    }

    private void stop() {
        if (process == null) return;
        process.destroyForcibly().onExit().join();
        process = null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
