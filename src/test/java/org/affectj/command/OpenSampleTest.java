package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;

import java.nio.file.Path;
import java.util.List;

import org.affectj.imagej.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples open from the plugin alone, and results agree with what they are known to show. */
class OpenSampleTest {

    private static final List<String> SMILE = List.of("AU06", "AU12");
    private static final List<String> SURPRISE = List.of("AU01", "AU02", "AU25", "AU26");
    private static final List<String> ANGER = List.of("AU04", "AU07");

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        PlainImageJ.start();
    }

    @Test
    void portraitOpens() {
        assertEquals("astronaut.png 512 1", PlainImageJ.runMacro(
            "run('Open Sample...', 'sample=portrait'); found = getTitle + ' ' + getWidth + ' ' + nSlices; "
                + "close(); return found;"));
    }

    /** Each movement stands out in its own frames against those where the face rests. */
    @Test
    void videoShowsWhatItsTruthSays() throws Exception {
        final Path csv = folder.resolve("faces.csv");
        assertEquals("60 0.100 s", PlainImageJ.runMacro("run('Open Sample...', 'sample=[rendered video]'); setSlice(2);"
            + "found = '' + nSlices + ' ' + getInfo('slice.label');"
            + "run('Analyze Faces...', 'overlay=false csv=[" + csv + "]'); close(); return found;"));
        final ResultsTable measured = ResultsTable.open(csv.toString());
        final ResultsTable truth = Sample.RENDERED_VIDEO.truth().orElseThrow();
        assertEquals(60, measured.size());
        assertEquals(60, truth.size());
        stand(SMILE, 15, measured, truth);
        stand(SURPRISE, 32, measured, truth);
        stand(ANGER, 49, measured, truth);
        for (int frame = 1; frame <= 60; frame++)
            assertEquals(truth.getValue("yaw", frame - 1), measured.getValue("yaw", frame - 1), 4,
                "yaw of frame " + frame);
    }

    private static void stand(final List<String> units, final int frame, final ResultsTable measured,
        final ResultsTable truth)
    {
        for (final String unit : units) {
            assertEquals(1, truth.getValue(unit, frame - 1), unit);
            assertEquals(0, truth.getValue(unit, 3), unit);
            assertTrue(measured.getValue(unit, frame - 1) > measured.getValue(unit, 3) + 0.4, unit);
        }
    }
}
