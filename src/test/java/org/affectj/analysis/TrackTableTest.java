package org.affectj.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link TrackTable}: tracks 1 and 3 are one person, track 2 is two, of whom the second comes in frame 4. */
class TrackTableTest {

    private static final String TABLE = """
        source,frame,time,face,track,status,AU12
        "a, b.mp4",1,0.000000,1,1,ok,0.1000
        "a, b.mp4",1,0.000000,2,2,ok,0.2000
        "a, b.mp4",2,0.040000,,,no_face,
        "a, b.mp4",3,0.080000,1,2,ok,0.3000
        "a, b.mp4",4,0.120000,1,3,ok,0.4000
        "a, b.mp4",4,0.120000,2,2,ok,0.5000
        """;

    @TempDir
    private Path folder;
    private Path file;
    private TrackTable table;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.csv"), TABLE);
        table = new TrackTable(folder);
    }

    private List<String> tracks() throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)[5]).toList();
    }

    @Test
    void editsChangeTheTrackAndNothingElse() throws IOException {
        table.merge(3, 1);
        assertEquals(TABLE.replace("1,3,ok", "1,1,ok"), Files.readString(file));
        assertEquals(3, table.split(2, 4));
        assertEquals(List.of("1", "2", "", "2", "1", "3"), tracks());
        table.rename(2, 7);
        assertEquals(List.of("1", "7", "", "7", "1", "3"), tracks());
        assertEquals(TABLE, Files.readString(folder.resolve("a.csv.original")));
        assertEquals(List.of("action,track,to,frame", "merge,3,1,1", "split,2,3,4", "rename,2,7,1"),
            Files.readAllLines(folder.resolve("a-tracks.csv")));
    }

    @Test
    void theSameIsDoneAfterAnotherAnalysis() throws IOException {
        table.merge(3, 1);
        table.split(2, 4);
        final String edited = Files.readString(file);
        Files.writeString(file, TABLE);
        assertEquals(2, new TrackTable(file).repeat(table.list()));
        assertEquals(edited, Files.readString(file));
        assertEquals(TABLE, Files.readString(folder.resolve("a.csv.original")));
        assertEquals(3, Files.readAllLines(table.list()).size());
    }

    @Test
    void undoingLeavesTheFolderAsItWas() throws IOException {
        table.merge(3, 1);
        table.undo();
        assertEquals(TABLE, Files.readString(file));
        assertFalse(Files.exists(table.list()));
        assertFalse(Files.exists(folder.resolve("a.csv.original")));
        refuses("The tracks of '" + file + "' weren't corrected: there is nothing to undo.", table::undo);
    }

    @Test
    void whatCannotBeIsRefusedAndNothingChanges() throws IOException {
        refuses("The table '" + file + "' has tracks 1 and 2 side by side in frame 1: nobody is there "
            + "twice; split one of them first.", () -> table.merge(1, 2));
        refuses("The table '" + file + "' has no track 4: give one of [1, 2, 3].", () -> table.merge(4, 1));
        refuses("The table '" + file + "' has track 2 in frames 1 to 4 only: give a frame after the first "
            + "of them and not after the last.", () -> table.split(2, 5));
        refuses("The table '" + file + "' has a track 1 already: give a number above 3, or merge both.",
            () -> table.rename(2, 1));
        refuses("Track 2 is to become itself: give two different numbers.", () -> table.merge(2, 2));
        final Path wrong = Files.writeString(folder.resolve("edits.csv"),
            "action,track,to,frame\nmerge,3,1,1\nmerge,3,1,1\n");
        refuses("The table '" + file + "' has no track 3: give one of [1, 2].", () -> table.repeat(wrong));
        Files.writeString(wrong, "action,track,to,frame\nerase,3,1,1\n");
        refuses("The table '" + wrong + "', line 2: the column 'action' holds 'erase', where merge, split or "
            + "rename is expected.", () -> table.repeat(wrong));
        assertEquals(TABLE, Files.readString(file));
        assertFalse(Files.exists(folder.resolve("a.csv.original")));
    }

    @Test
    void everyFrameSaysWhereEverybodyIs() throws IOException {
        Files.writeString(file, TABLE.replace(",2,0.040000,,,no_face,", ",2,0.040000,,,unreadable,")
            .replace("3,0.080000,1,2,ok", "3,0.080000,1,1,ok"));
        final Path out = folder.resolve("presence.csv");
        table.writePresence(out);
        assertEquals("""
            frame,time,track,status
            1,0.000000,1,seen
            1,0.000000,2,seen
            1,0.000000,3,absent
            2,0.040000,1,unreadable
            2,0.040000,2,unreadable
            2,0.040000,3,unreadable
            3,0.080000,1,seen
            3,0.080000,2,lost
            3,0.080000,3,absent
            4,0.120000,1,absent
            4,0.120000,2,seen
            4,0.120000,3,seen
            """, Files.readString(out));
    }

    private static void refuses(final String message, final Runnable work) {
        assertEquals(message, assertThrows(AffectException.class, work::run).getMessage());
    }
}
