package org.affectj.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Analyses a picture a hundred times in one process, each time from the command line on, and tells its memory. */
public final class ManyAnalyses {

    private ManyAnalyses() {
        // only static functions
    }

    /** @param arguments a folder for results, how many analyses, after which to tell the memory first */
    public static void main(final String... arguments) throws IOException {
        final int runs = Integer.parseInt(arguments[1]);
        for (int run = 1; run <= runs; run++) {
            final StringWriter complaints = new StringWriter();
            if (AffectJ.run(new PrintWriter(new StringWriter()), new PrintWriter(complaints, true), "analyze",
                "samples/astronaut.png", "-o", arguments[0]) != 0)
                throw new IllegalStateException(complaints.toString());
            if (run % Integer.parseInt(arguments[2]) == 0) System.out.println(run + " " + residentKilobytes());
        }
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }
}
