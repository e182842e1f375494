package org.affectj.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The memory that this process has needed at most. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {
    }

    /** @return megabytes of the Java heap */
    static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
            .mapToLong(p -> p.getPeakUsage().getUsed()).sum() >> 20;
    }

    /** @return megabytes of main memory, Java and native together; known on Linux only */
    static OptionalLong resident() {
        if (!Files.isReadable(STATUS)) return OptionalLong.empty();
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
