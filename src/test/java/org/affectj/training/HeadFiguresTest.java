package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;

import org.affectj.model.ActionUnit;
import org.affectj.training.data.Split;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

/** Figures before and after, on counts small enough to reckon by hand. */
class HeadFiguresTest {

    /** A subject with so many hits and misses of AU12 before, and hits and misses after. */
    private static PairedScore subject(final int hits, final int misses, final int hitsAfter, final int missesAfter) {
        final PairedScore score = new PairedScore();
        for (int i = 0; i < hits + misses; i++) score.before().addActionUnit(ActionUnit.AU12, true, i < hits);
        for (int i = 0; i < hitsAfter + missesAfter; i++)
            score.after().addActionUnit(ActionUnit.AU12, true, i < hitsAfter);
        return score;
    }

    @Test
    void whatEverySubjectGainsIsSure() {
        // F1 before 2·1/(2·1+3) = 0.4, after 2·3/(2·3+1) = 6/7, in every draw of subjects that are all alike
        final HeadFigures figures =
            new HeadFigures(Split.TEST, 20, true, Collections.nCopies(5, subject(1, 3, 3, 1)));
        final JsonObject units = figures.json().getAsJsonObject("action_unit_f1");
        assertEquals(0.4, units.get("before").getAsDouble(), 1e-12);
        assertEquals(6.0 / 7, units.get("after").getAsDouble(), 1e-12);
        assertEquals(6.0 / 7 - 0.4, units.get("low").getAsDouble(), 1e-12);
        assertEquals(6.0 / 7 - 0.4, units.get("high").getAsDouble(), 1e-12);
        assertEquals("""
            | | before | after | difference | 95 % interval | |
            |---|---|---|---|---|---|
            | action units, mean F1 | 0.4000 | 0.8571 | +0.4571 | +0.4571 to +0.4571 | better |

            test split: 20 faces of 5 subjects. The interval of the difference is that of 1000 draws of the subjects \
            with replacement.
            """, figures.markdown());
        assertEquals("test", figures.json().get("split").getAsString());
        assertEquals(5, figures.json().get("subjects").getAsInt());
        assertFalse(figures.json().has("valence_ccc"), "nobody labelled valence");
    }

    @Test
    void whatHelpsOneAndHarmsAnotherIsNotSure() {
        final HeadFigures figures =
            new HeadFigures(Split.VALIDATION, 8, true, List.of(subject(1, 3, 3, 1), subject(3, 1, 1, 3)));
        assertTrue(figures.markdown().contains("| +0.0000 | -0.4571 to +0.4571 | no sure difference |"),
            figures.markdown());
        assertTrue(figures.markdown().contains("validation split: 8 faces of 2 subjects; the best states were chosen "
            + "on these faces, so the figures are optimistic."), figures.markdown());
    }

    @Test
    void whatGetsWorseIsCalledSoAndOneSubjectSaysTooLittle() {
        assertTrue(new HeadFigures(Split.TEST, 8, true, Collections.nCopies(2, subject(3, 1, 1, 3))).markdown()
            .contains("| -0.4571 | -0.4571 to -0.4571 | worse |"));
        assertTrue(new HeadFigures(Split.TEST, 4, true, List.of(subject(1, 3, 3, 1))).markdown()
            .contains("| +0.4571 | – | one subject says too little |"));
    }

    @Test
    void newHeadsAreComparedWithNothing() {
        final HeadFigures figures = new HeadFigures(Split.TEST, 4, false, List.of(subject(0, 0, 3, 1)));
        assertEquals("| | |\n|---|---|\n| action units, mean F1 | 0.8571 |\n\ntest split: 4 faces of 1 subject.\n",
            figures.markdown());
        assertFalse(figures.json().getAsJsonObject("action_unit_f1").has("before"));
    }
}
