package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.affectj.Progress;
import org.affectj.detect.Pictures;
import org.junit.jupiter.api.Test;

/** The main job, with what ships: one smiling face. */
class PortraitTest {

    @Test
    void aSmileIsHappinessWithRaisedLipCorners() {
        final Map<String, String> row = new HashMap<>();
        final List<FaceRecord> records = new ArrayList<>();
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT)) {
            analyzer.analyze(new SinglePicture(Pictures.astronaut()), records::add, Progress.NONE);
            for (final ResultColumn column : analyzer.columns()) row.put(column.name(), column.cell(records.get(0)));
        }
        assertEquals(1, records.size());
        assertEquals("ok", row.get("status"));
        assertEquals("Happiness", row.get("expression"));
        assertEquals("1", row.get("AU12_present"));
        assertEquals(224, Double.parseDouble(row.get("x")) + Double.parseDouble(row.get("width")) / 2, 8);
        assertEquals(133, Double.parseDouble(row.get("y")) + Double.parseDouble(row.get("height")) / 2, 8);
        assertTrue(Double.parseDouble(row.get("valence")) > 0, "a smile is pleasant: " + row);
    }
}
