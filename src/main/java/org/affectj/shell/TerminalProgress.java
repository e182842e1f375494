package org.affectj.shell;

import java.io.PrintWriter;

import org.affectj.Progress;

/** Shows progress as a bar in a terminal; elsewhere as lines, one a second at most, none twice in a row. */
public final class TerminalProgress implements Progress, AutoCloseable {

    private static final int CELLS = 24;
    private static final long BAR_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 1_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private long last = System.nanoTime() - LINE_NANOS;
    private String shown = "";

    /**
     * @param err where to show it
     * @param terminal whether that is a terminal that understands ANSI escapes
     */
    TerminalProgress(final PrintWriter err, final boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** @return progress in the terminal that scripts/affectj runs in, if it does */
    public static TerminalProgress of(final PrintWriter err) {
        return new TerminalProgress(err, Boolean.getBoolean("affectj.terminal"));
    }

    @Override
    public synchronized void update(final long done, final long total, final String message) {
        final long now = System.nanoTime();
        final String line = count(done, total) + " " + message;
        if (now - last < (terminal ? BAR_NANOS : LINE_NANOS) || line.equals(shown)) return;
        last = now;
        shown = line;
        if (terminal) err.print(CLEAR_LINE + bar(done, total) + " " + line);
        else err.println(line);
        err.flush();
    }

    /** Prints lines that stay. */
    synchronized void print(final String lines) {
        err.print(terminal ? CLEAR_LINE + lines : lines);
        err.flush();
    }

    /** The user cancels with Ctrl-C, which ends the process. */
    @Override
    public boolean isCancelled() {
        return false;
    }

    /** Wipes the bar. */
    @Override
    public void close() {
        if (terminal) err.print(CLEAR_LINE);
        err.flush();
    }

    private static String bar(final long done, final long total) {
        final int full = total > 0 ? (int) (CELLS * Math.min(done, total) / total) : 0;
        return "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "]";
    }

    private static String count(final long done, final long total) {
        return total > 0 ? done + "/" + total : Long.toString(done);
    }
}
