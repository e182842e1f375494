package org.affectj;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real disk of a few megabytes that can be filled up; tests are skipped where none may be mounted. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(final Path folder) {
        this.folder = folder;
    }

    /** Mounts an empty disk of so many megabytes in a folder that is made. */
    public static SmallDisk in(final Path folder, final int megabytes) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
            "this user may not mount disks");
        return new SmallDisk(folder);
    }

    /** Leaves no room for anything else. */
    public void fill() {
        try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
            while (true) out.write(new byte[4096]);
        } catch (final IOException full) {
            // as wanted
        }
    }

    /** Makes room again. */
    public void free() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        if (!command("umount", folder.toString())) throw new IOException(folder + " can't be unmounted");
    }

    private static boolean command(final String... words) throws IOException {
        try {
            final Process process = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
