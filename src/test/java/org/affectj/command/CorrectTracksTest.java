package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.shell.AffectJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks are corrected by macro and in the shell. */
class CorrectTracksTest {

    private static final String TABLE = "source,frame,time,face,track,status\na.mp4,1,0.0,1,1,ok\na.mp4,2,0.1,1,2,ok\n";

    @TempDir
    private Path folder;

    @Test
    void aMacroMergesAndUndoes() throws Exception {
        PlainImageJ.start();
        final Path table = Files.writeString(Files.createDirectory(folder.resolve("my tables [1]")).resolve("a.csv"),
            TABLE);
        assertEquals("done", PlainImageJ.runMacro("run('Correct Tracks...', 'file=[" + table
            + "] action=merge track=2 becomes=1'); return 'done';"));
        assertEquals(TABLE.replace("1,2,ok", "1,1,ok"), Files.readString(table));
        assertEquals("done", PlainImageJ.runMacro("run('Correct Tracks...', 'file=[" + table
            + "] action=undo'); return 'done';"));
        assertEquals(TABLE, Files.readString(table));
    }

    @Test
    void theShellSplitsRenamesAndRepeats() throws Exception {
        final Path table = Files.writeString(folder.resolve("a.csv"), TABLE.replace("1,2,ok", "1,1,ok"));
        assertEquals("From frame 2 on, track 1 is now track 2: " + table + "\n",
            run(0, "split", table.toString(), "--track", "1", "--frame", "2"));
        assertEquals(TABLE, Files.readString(table));
        run(0, "rename", folder.toString(), "--track", "1", "--to", "3");
        assertTrue(run(1, "merge", table.toString(), "--track", "1", "--into", "3").contains("has no track 1"));
        run(0, "undo", table.toString());
        final Path edits = Files.writeString(folder.resolve("edits.txt"), "action,track,to,frame\nsplit,1,9,2\n");
        assertEquals("1 edit was repeated: " + table + "\n",
            run(0, "repeat", table.toString(), "--edits", edits.toString()));
        assertTrue(Files.readString(table).contains("1,9,ok"));
    }

    private static String run(final int status, final String... args) {
        final StringWriter text = new StringWriter();
        final String[] all = new String[args.length + 1];
        all[0] = "tracks";
        System.arraycopy(args, 0, all, 1, args.length);
        assertEquals(status, AffectJ.run(new PrintWriter(text, true), new PrintWriter(text, true), all),
            text.toString());
        return text.toString();
    }
}
