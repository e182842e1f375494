package org.affectj.engine;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.AffectFolders;

/**
 * Loads the deep-learning engine, once a process, when it is first asked for.
 * <p>
 * The engine, its Java API and its JavaCPP live in an {@link EngineClassLoader}, so that another TensorFlow, protobuf
 * or JavaCPP on ImageJ's class path neither disturbs it nor is disturbed. Nothing is downloaded.
 */
public final class EngineLoader {

    private static Engine engine;

    private EngineLoader() {
        // only static functions
    }

    /**
     * @return the engine of this process, with a thread for each core if it wasn't there before
     * @throws AffectException if a part of it is missing, or doesn't run on this computer
     */
    public static Engine load() {
        return load(0, false);
    }

    /**
     * @param options the number of threads and whether to be safe, if the engine isn't there yet
     * @return the engine of this process
     * @throws AffectException as {@link #load()} does
     */
    public static Engine load(final EngineOptions options) {
        return load(options.threads(), options.safe());
    }

    /**
     * Loads a network, and the engine first if it isn't there yet; the options of the first network decide on the
     * number of threads.
     *
     * @param savedModel a SavedModel folder
     * @param options device, precision, threads, operations
     * @return the network, ready to run
     * @throws AffectException as {@link #load()} and {@link Engine#load} do
     */
    public static Network open(final Path savedModel, final EngineOptions options) {
        return load(options).load(savedModel, options);
    }

    /**
     * @return what to tell the user if the engine, when it last started, ended its process; told again until a network
     *         has run
     */
    public static Optional<String> interruptedStart() {
        return StartMark.interrupted().map(time -> "TensorFlow was starting when its program ended without a word, at "
            + LocalDateTime.ofInstant(time, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)
            + ": if that happens again, use safe settings (Safe settings in dialogs, --safe in a shell).");
    }

    private static synchronized Engine load(final int threads, final boolean safe) {
        if (engine == null) engine = start(safe ? 1 : threads, safe);
        return engine;
    }

    private static Engine start(final int threads, final boolean safe) {
        final ClassLoader surroundings = EngineLoader.class.getClassLoader();
        final Path natives = NativeLibraries.find(surroundings).extract(AffectFolders.cache());
        NativeEnvironment.quiet();
        if (safe) NativeEnvironment.withoutOneDnn();
        try (TemporaryProperties properties = new TemporaryProperties(); StartMark mark = StartMark.set()) {
            properties.set("TENSORFLOW_LIBRARY_PATH", natives.toString());
            properties.set("org.bytedeco.javacpp.cachedir", AffectFolders.cache().resolve("javacpp").toString());
            properties.set("ai.djl.offline", "true");
            properties.set("OPT_OUT_TRACKING", "true");
            properties.set("ai.djl.tensorflow.num_intraop_threads", Integer.toString(threads));
            // what DJL sets for its JavaCPP must not reach another one, such as OpenCV's
            properties.keep("org.bytedeco.javacpp.platform.preloadpath");
            properties.keep("org.bytedeco.javacpp.maxBytes");
            properties.keep("org.bytedeco.javacpp.maxPhysicalBytes");
            return instantiate(new EngineClassLoader(EngineJars.locate(surroundings), surroundings), threads);
        }
    }

    private static Engine instantiate(final ClassLoader isolated, final int threads) {
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(isolated); // DJL looks up its engines there
        try {
            return (Engine) isolated.loadClass("org.affectj.tensorflow.TensorFlowEngine").getConstructor(int.class)
                .newInstance(threads);
        } catch (final ReflectiveOperationException | LinkageError e) {
            final Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AffectException("TensorFlow doesn't start on this computer (" + rootMessage(cause)
                + "): run Diagnose and report what it says.", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String rootMessage(final Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) root = root.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
