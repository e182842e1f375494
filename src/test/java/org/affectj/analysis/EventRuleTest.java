package org.affectj.analysis;

import static org.affectj.analysis.SmoothingTest.every;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.affectj.AffectException;
import org.junit.jupiter.api.Test;

class EventRuleTest {

    private static final EventRule RULE = new EventRule(0.5, 0.3, 0.2, 0.15);

    /** All by hand: it rises from 0.4 to 0.8 in 0.2 s, falls to 0.6 in 0.1 s; three trapezia of 0.05, 0.07 and 0.07. */
    @Test
    void anEventIsMeasured() {
        final List<FacialEvent> events = RULE.find(every(0.1, 0, 0.2, 0.4, 0.6, 0.8, 0.6, 0.2, 0.35, 0.3, 0));
        assertEquals(1, events.size()); // what stays between the thresholds is none
        final FacialEvent event = events.get(0);
        assertEquals(0.2, event.onset(), 1e-9);
        assertEquals(0.4, event.apex(), 1e-9);
        assertEquals(0.5, event.offset(), 1e-9);
        assertEquals(0.3, event.duration(), 1e-9);
        assertEquals(0.8, event.peak(), 1e-9);
        assertEquals(0.4, event.amplitude(), 1e-9);
        assertEquals(0.19, event.area(), 1e-9);
        assertEquals(2, event.riseSpeed(), 1e-9);
        assertEquals(2, event.decaySpeed(), 1e-9);
        assertFalse(event.cutBefore() || event.cutAfter());
    }

    @Test
    void aValueThatTremblesIsOneEvent() {
        final Series trembling = every(0.1, 0, 0.6, 0.45, 0.6, 0.4, 0.6, 0);
        assertEquals(1, RULE.find(trembling).size());
        assertEquals(3, new EventRule(0.5, 0.5, 0, 0.15).find(trembling).size());
    }

    @Test
    void whatIsTooShortIsNone() {
        final Series short02 = every(0.1, 0, 0.6, 0.6, 0.6, 0, 0.6, 0.6, 0);
        assertEquals(1, RULE.find(short02).size()); // 0.2 s is long enough, 0.1 s isn't
        assertEquals(2, new EventRule(0.5, 0.3, 0.1, 0.15).find(short02).size());
    }

    @Test
    void whatBeginsOrEndsOutOfSightIsCut() {
        final List<FacialEvent> events = RULE.find(new Series(new double[] { 0, 0.1, 0.2, 0.3, 1, 1.1, 1.2, 1.3 },
            new double[] { 0.6, 0.6, 0.6, 0, 0, 0.6, 0.7, 0.8 }));
        assertEquals(2, events.size());
        assertTrue(events.get(0).cutBefore() && !events.get(0).cutAfter());
        assertTrue(!events.get(1).cutBefore() && events.get(1).cutAfter());
        assertTrue(Double.isNaN(events.get(1).decaySpeed())); // it never fell
        // the same values on both sides of a gap are two events
        assertEquals(2, new EventRule(0.5, 0.3, 0.1, 0.15).find(new Series(new double[] { 0, 0.1, 1, 1.1 },
            new double[] { 0.6, 0.6, 0.6, 0.6 })).size());
    }

    @Test
    void refusesThresholdsInTheWrongOrder() {
        assertEquals("The low threshold 0.6 is above the high one, 0.5: give one that is as high at most.",
            assertThrows(AffectException.class, () -> new EventRule(0.5, 0.6, 0, 1)).getMessage());
    }
}
