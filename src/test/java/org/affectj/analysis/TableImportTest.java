package org.affectj.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the formats that other tools write, with few columns and made-up numbers. */
class TableImportTest {

    private static final Path FOREIGN = Path.of("src/test/resources/foreign");

    @TempDir
    private Path folder;

    @Test
    void openFace() throws Exception {
        final TableImport.Result result = imported("openface.csv", Double.NaN);
        assertLines("source,frame,time,track,status,score,AU05,AU12,AU12_present,AU28_present,x_0,x_1,y_0,y_1",
            "openface.csv,1,0.000000,1,ok,0.980000,0.100000,0.500000,1.000000,0.000000,277.300000,278.200000,"
                + "181.200000,194.700000",
            "openface.csv,2,0.040000,,no_face,,,,,,,,,",
            "openface.csv,3,0.080000,1,ok,0.980000,0.000000,1.000000,1.000000,1.000000,277.000000,277.900000,"
                + "180.200000,193.700000",
            "openface.csv,3,0.080000,2,ok,0.930000,0.000000,0.000000,0.000000,0.000000,77.000000,77.900000,"
                + "180.200000,193.700000");
        assertEquals("OpenFace: 4 rows, 3 with a face\ntaken: confidence = score, AU05_r = AU05, "
            + "AU12_r = AU12, AU12_c = AU12_present, AU28_c = AU28_present, x_0 = x_0, x_1 = x_1, y_0 = y_0, y_1 = "
            + "y_1\nleft out: X_* (2), gaze_0_x, gaze_0_y, pose_Rx", result.toString());
    }

    @Test
    void pyFeat() throws Exception {
        final TableImport.Result result = imported("pyfeat.csv", 25);
        assertLines("source,frame,time,track,status,x,y,width,height,score,AU01,AU12,Neutral,Anger,Disgust,"
            + "Fear,Happiness,Sadness,Surprise,x_0,y_0",
            "talk.mp4,1,0.000000,1,ok,222.862670,78.670770,145.834900,222.849400,0.999500,0.006992,0.997332,"
                + "0.000012,0.000015,0.000000,0.000075,0.231198,0.006896,0.761805,222.029800,171.918100",
            "talk.mp4,2,0.040000,,no_face,,,,,,,,,,,,,,,,",
            "talk.mp4,3,0.080000,1,ok,216.642180,78.436500,149.522370,210.313170,0.999300,0.975480,0.993404,"
                + "0.000009,0.000009,0.000000,0.000065,0.333471,0.003831,0.662615,216.787600,167.471300");
        assertEquals(List.of("Pitch", "Roll", "Yaw"), result.left());
        imported("pyfeat.csv", Double.NaN); // without a rate nothing is made up
        assertEquals("talk.mp4,2,,,no_face,,,,,,,,,,,,,,,,", Files.readAllLines(folder.resolve("out.csv")).get(2));
    }

    @Test
    void libreFace() throws Exception {
        final TableImport.Result result = imported("libreface.csv", Double.NaN);
        assertLines("source,frame,time,track,status,AU01,AU12,AU20,AU01_present,AU12_present,AU24_present,expression",
            "libreface.csv,1,0.000000,1,ok,0.070000,0.640000,0.020000,0.000000,1.000000,0.000000,Happiness",
            "libreface.csv,2,0.033333,1,ok,0.000000,0.200000,0.000000,0.000000,0.000000,1.000000,"); // contempt
        assertEquals(List.of("lm_mp_0_x", "lm_mp_0_y", "lm_mp_0_z", "pitch", "roll", "yaw"), result.left());
    }

    @Test
    void faceReader() throws Exception {
        final TableImport.Result result = imported("facereader.txt", Double.NaN);
        assertLines("source,frame,time,track,status,AU05,AU12,Neutral,Anger,Disgust,Fear,Happiness,"
            + "Sadness,Surprise,valence",
            "talk.mp4,1,0.000000,1,ok,0.000000,0.400000,0.552100,0.020200,0.050500,0.040400,0.301200,0.010100,0.030300,"
                + "0.250700",
            "talk.mp4,2,0.040000,,no_face,,,,,,,,,,",
            "talk.mp4,1503,60.080000,1,ok,0.200000,1.000000,0.100000,0.020200,0.050500,0.040400,0.850000,0.010100,"
                + "0.030300,0.799500");
        assertEquals(List.of("Arousal", "Y - Head Orientation"), result.left());
    }

    @Test
    void whatCannotBeImportedIsSaidInOneSentence() throws Exception {
        final Path file = folder.resolve("a.csv");
        Files.writeString(file, "a,b\n1,2\n");
        assertFails(file, "The file '" + file + "' isn't of a tool that AffectJ knows: give a table of "
            + "OpenFace 2, Py-Feat or LibreFace, or a detailed log of FaceReader.");
        Files.writeString(file, "FaceRectX,AU12,frame\n1,0.5,7\n9,0.5,7\n");
        assertFails(file, "The table '" + file + "', line 3: frame 8 has a second face, and nothing in the "
            + "table says who is who.");
        Files.writeString(file, "Video Time\tNeutral\nnow\t1\n");
        assertFails(file, "The table '" + file + "', line 2: the time is 'now', one such as 00:00:00.033 is expected.");
    }

    private TableImport.Result imported(final String name, final double rate) {
        return new TableImport(FOREIGN.resolve(name), rate).write(folder.resolve("out.csv"), Progress.NONE);
    }

    private void assertLines(final String... lines) throws Exception {
        assertEquals(String.join("\n", lines) + "\n", Files.readString(folder.resolve("out.csv")));
    }

    private void assertFails(final Path file, final String message) {
        assertEquals(message, assertThrows(AffectException.class,
            () -> new TableImport(file, Double.NaN).write(folder.resolve("out.csv"), Progress.NONE)).getMessage());
    }
}
