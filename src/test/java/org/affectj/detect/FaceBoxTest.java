package org.affectj.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FaceBoxTest {

    @Test
    void overlapIsIntersectionOverUnion() {
        final FaceBox left = new FaceBox(0, 0, 4, 4, 0, 1);
        assertEquals(1, left.overlap(left), 1e-12);
        assertEquals(8.0 / 24, left.overlap(new FaceBox(2, 0, 4, 4, 0, 1)), 1e-12);
        assertEquals(0, left.overlap(new FaceBox(4, 0, 4, 4, 0, 1)), 1e-12);
    }
}
