package org.affectj.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the CPU of this computer can do.
 *
 * @param name its maker's name for it
 * @param bfloat16 whether it computes products of bfloat16 numbers natively
 */
public record Processor(String name, boolean bfloat16) {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** @return the CPU that this runs on; bfloat16 is known on Linux only and taken to be absent elsewhere */
    public static Processor detect() {
        if (Files.isReadable(LINUX)) {
            try {
                return parse(Files.readAllLines(LINUX));
            } catch (final IOException e) {
                return new Processor(System.getProperty("os.arch"), false); // as on systems that have no such file
            }
        }
        return new Processor(System.getProperty("os.arch"), false);
    }

    /** @param lines of Linux's {@code /proc/cpuinfo} */
    static Processor parse(final List<String> lines) {
        final List<String> flags = Arrays.asList(value(lines, "flags").split(" +"));
        return new Processor(value(lines, "model name"), flags.contains("avx512_bf16") || flags.contains("amx_bf16"));
    }

    private static String value(final List<String> lines, final String key) {
        return lines.stream().filter(line -> line.startsWith(key)).findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
    }
}
