package org.affectj.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Who is in which split, which picture draws which chance, and that performances follow their recipe. */
class PlanTest {

    @Test
    void splitsPeopleNotPictures() {
        final Plan plan = new Plan(20_000, 1000, 1, 0.8, 0.1);
        final int[] people = new int[3];
        final int[] pictures = new int[3];
        for (int person = 0; person < 1000; person++) {
            people[plan.split(person).ordinal()]++;
            pictures[plan.split(person).ordinal()] += plan.pictures(person);
        }
        assertArrayEquals(new int[] { 800, 100, 100 }, people);
        assertArrayEquals(new int[] { 16_000, 2000, 2000 }, pictures);
    }

    @Test
    void countsEveryPictureWhereItDoesNotComeOutEven() {
        final Plan plan = new Plan(11, 3, 1, 0.8, 0.1);
        assertEquals(11, plan.pictures(0) + plan.pictures(1) + plan.pictures(2));
    }

    @Test
    void streamsDependOnSeedPersonAndPictureAlone() {
        final Plan plan = new Plan(100, 10, 5, 0.8, 0.1);
        assertEquals(plan.picture(3, 4).nextLong(), new Plan(100, 10, 5, 0.8, 0.1).picture(3, 4).nextLong());
        assertNotEquals(plan.picture(3, 4).nextLong(), plan.picture(4, 3).nextLong());
        assertNotEquals(plan.picture(3, 4).nextLong(), new Plan(100, 10, 6, 0.8, 0.1).picture(3, 4).nextLong());
    }

    @Test
    void refusesSharesThatDoNotAddUp() {
        assertThrows(IllegalArgumentException.class, () -> new Plan(100, 10, 1, 0.9, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new Plan(5, 10, 1, 0.8, 0.1));
    }

    /** Half random subsets (AU1 in a quarter of them, AU25 in 0.4 of them and with AU26), a third prototypes. */
    @Test
    void performancesFollowTheRecipe() {
        final SplittableRandom random = new SplittableRandom(1);
        int subsets = 0, neutral = 0, first = 0;
        for (int i = 0; i < 20_000; i++) {
            final Performance performance = Performance.random(random);
            if (performance.expression().isEmpty()) {
                subsets++;
                if (performance.intensity(ActionUnit.AU01) > 0) first++;
            } else if (performance.expression().get() == Expression.NEUTRAL) neutral++;
            check(performance);
        }
        assertEquals(0.5, subsets / 20_000.0, 0.015);
        assertEquals(1 / 6.0, neutral / 20_000.0, 0.012);
        assertEquals(0.25, first / (double) subsets, 0.02);
    }

    private static void check(final Performance performance) {
        for (final ActionUnit unit : ActionUnit.values()) {
            final float intensity = performance.intensity(unit);
            assertTrue(intensity == 0 || intensity >= 0.25f && intensity < 1, unit + " at " + intensity);
            if (performance.expression().filter(e -> e.always().contains(unit)).isPresent())
                assertTrue(intensity > 0 || unit == ActionUnit.AU24, unit + " is missing");
        }
        final boolean parted = performance.intensity(ActionUnit.AU25) > 0;
        assertFalse(parted && performance.intensity(ActionUnit.AU24) > 0, "pressed lips can't part");
        assertTrue(parted || performance.intensity(ActionUnit.AU26) == 0, "a dropped jaw parts the lips");
    }
}
