package org.affectj.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What is drawn where, on triangles whose pixels can be counted by hand. */
class DepthBufferTest {

    private static final boolean[] ALL = { true };

    /** Upper left half of a square from (0, 0) to (4, 4): rows of 5, 4, 3, 2 and 1 pixel centres. */
    @Test
    void coversTheCentresInsideAndOnTheEdge() {
        final DepthBuffer buffer = new DepthBuffer(6, 6);
        buffer.draw(new float[] { 0, 0, 1, 0, 4, 1, 4, 0, 1 }, new int[] { 0, 1, 2 }, new byte[1], ALL);
        assertEquals("11111.|1111..|111...|11....|1.....|......|", drawn(buffer));
    }

    @Test
    void leavesOutWhatFacesAway() {
        final DepthBuffer buffer = new DepthBuffer(6, 6);
        buffer.draw(new float[] { 0, 0, 1, 0, 4, 1, 4, 0, 1 }, new int[] { 0, 2, 1 }, new byte[1], ALL);
        assertFalse(drawn(buffer).contains("1"));
    }

    /** At the second vertex the share of the second is 1; halfway to the third both have 0.5. */
    @Test
    void sharesAreBarycentric() {
        final DepthBuffer buffer = new DepthBuffer(6, 6);
        buffer.draw(new float[] { 0, 0, 1, 0, 4, 3, 4, 0, 5 }, new int[] { 0, 1, 2 }, new byte[1], ALL);
        assertEquals(1, buffer.second[4 * 6], 1e-6);
        assertEquals(0.5, buffer.second[2 * 6 + 2], 1e-6);
        assertEquals(0.5, buffer.third[2 * 6 + 2], 1e-6);
        assertEquals(4, buffer.nearness[2 * 6 + 2], 1e-6);
    }

    @Test
    void whatIsNearerHidesWhatIsFartherInEitherOrder() {
        final float[] screen = { 0, 0, 1, 0, 4, 1, 4, 0, 1, 0, 0, 2, 0, 4, 2, 4, 0, 2 };
        for (final int[] order : new int[][] { { 0, 1, 2, 3, 4, 5 }, { 3, 4, 5, 0, 1, 2 } }) {
            final DepthBuffer buffer = new DepthBuffer(6, 6);
            buffer.draw(screen, order, new byte[2], ALL);
            assertEquals(order[0] == 3 ? 0 : 1, buffer.triangle[7]);
        }
    }

    private static String drawn(final DepthBuffer buffer) {
        final StringBuilder rows = new StringBuilder();
        for (int i = 0; i < buffer.triangle.length; i++) {
            rows.append(buffer.triangle[i] < 0 ? '.' : '1');
            if ((i + 1) % buffer.width == 0) rows.append('|');
        }
        return rows.toString();
    }
}
