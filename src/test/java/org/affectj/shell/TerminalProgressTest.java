package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

/** Tests {@link TerminalProgress}. */
class TerminalProgressTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void drawsABarInATerminal() {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(shown), true)) {
            progress.update(1, 2, "b.png");
        }
        assertEquals("\r\u001b[K[############............] 1/2 b.png\r\u001b[K", shown.toString());
    }

    @Test
    void printsALineASecondElsewhere() {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(shown), false)) {
            progress.update(1, 2, "b.png");
            progress.update(2, 2, "too soon");
        }
        assertEquals("1/2 b.png" + System.lineSeparator(), shown.toString());
    }

    @Test
    void saysNothingTwiceInARow() throws InterruptedException {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(shown), false)) {
            progress.update(1, 2, "b.png");
            Thread.sleep(1100);
            progress.update(1, 2, "b.png");
        }
        assertEquals("1/2 b.png" + System.lineSeparator(), shown.toString());
    }

    @Test
    void countsWithoutATotal() {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(shown), false)) {
            progress.update(7, -1, "faces");
        }
        assertEquals("7 faces" + System.lineSeparator(), shown.toString());
    }
}
