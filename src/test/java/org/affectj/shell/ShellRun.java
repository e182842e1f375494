package org.affectj.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A run of the command line in this process.
 *
 * @param status the exit status
 * @param output what it printed as results
 * @param errors what it complained of, without progress
 */
record ShellRun(int status, String output, String errors) {

    /** Runs {@code affectj} with these arguments. */
    static ShellRun of(final Object... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int status = AffectJ.run(new PrintWriter(out, true), new PrintWriter(err, true),
            Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new ShellRun(status, out.toString(), err.toString().replaceAll("(?m)^\\d+/\\d+ .*\\R", ""));
    }

    /** @return the lines of the output */
    List<String> lines() {
        return output.lines().toList();
    }
}
