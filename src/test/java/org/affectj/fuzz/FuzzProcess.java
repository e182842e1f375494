package org.affectj.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.affectj.AffectException;

/**
 * Damages an input again and again and reads it, in a process of its own, since native code can end a process. What
 * became of each try is a line of a log; a try that only began ended the process.
 */
public final class FuzzProcess {

    private final Kind kind;
    private final Path folder;
    private final Path log;
    private final long seconds;

    private FuzzProcess(final Kind kind, final Path folder, final long seconds) {
        this.kind = kind;
        this.folder = folder;
        this.log = folder.resolve("log");
        this.seconds = seconds;
    }

    /** @param arguments kind, folder, seed, first try, end of tries, seconds for each */
    public static void main(final String... arguments) throws Exception {
        final FuzzProcess process =
            new FuzzProcess(Kind.valueOf(arguments[0]), Path.of(arguments[1]), Long.parseLong(arguments[5]));
        process.run(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        Runtime.getRuntime().halt(0); // threads of tries that hang, and of ImageJ, don't matter any more
    }

    private void run(final long seed, final int first, final int end) throws Exception {
        final Path example = folder.resolve("example." + kind.extension());
        if (!Files.exists(example)) kind.write(example);
        final byte[] whole = Files.readAllBytes(example);
        kind.read(example); // if that fails, there is nothing to learn
        final ExecutorService worker = Executors.newCachedThreadPool();
        for (int number = first; number < end; number++) {
            final Random random = new Random(1_000_003 * seed + 10_007L * kind.ordinal() + number);
            final Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
            final Path file = folder.resolve("try-" + number + "." + kind.extension());
            Files.write(file, mutation.apply(whole, random));
            note("begin\t" + number + "\t" + mutation);
            note("end\t" + outcome(worker, file));
            Files.delete(file);
        }
    }

    private String outcome(final ExecutorService worker, final Path file) throws InterruptedException {
        final long start = System.nanoTime();
        final Future<?> reading = worker.submit(() -> {
            kind.read(file);
            return null;
        });
        try {
            reading.get(seconds, TimeUnit.SECONDS);
            return "result\t" + milliseconds(start) + "\t";
        } catch (final TimeoutException e) {
            return "hang\t" + milliseconds(start) + "\t";
        } catch (final ExecutionException e) {
            return (isSentence(e.getCause()) ? "refusal\t" : "defect\t") + milliseconds(start)
                + "\t" + text(e.getCause());
        }
    }

    private static boolean isSentence(final Throwable cause) {
        return cause instanceof AffectException && cause.getMessage().matches("[^\\n]{10,600}\\.");
    }

    private static String text(final Throwable cause) {
        final String message = (cause instanceof AffectException ? "" : cause.getClass().getName() + ": ")
            + cause.getMessage();
        final String place = cause instanceof AffectException ? "" : Arrays.stream(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.affectj")).findFirst()
            .map(frame -> " at " + frame).orElse("");
        return (message + place).replaceAll("\\s+", " ");
    }

    private static long milliseconds(final long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void note(final String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
