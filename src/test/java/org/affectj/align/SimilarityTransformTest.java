package org.affectj.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SimilarityTransformTest {

    /** METHOD 6.1, computed with numpy's SVD. */
    @Test
    void fitsFacesToTheTemplateAsUmeyamaDoes() {
        final double[][] face = { { 120, 110 }, { 180, 104 }, { 153, 148 }, { 130, 180 }, { 182, 175 } };
        final SimilarityTransform fit = FaceTemplate.ARCFACE.transformFrom(face);
        assertEquals(0.57035418, fit.a(), 5e-9);
        assertEquals(0.04829824, fit.b(), 5e-9);
        assertEquals(-24.31206123, fit.tx(), 5e-9);
        assertEquals(-17.27764014, fit.ty(), 5e-9);
    }

    @Test
    void fitRecoversTheTransformThatMadeThePoints() {
        final SimilarityTransform made = new SimilarityTransform(-0.3, 1.7, 12, -5);
        final double[][] from = { { 3, 4 }, { 10, -2 }, { 7, 7 } };
        final double[][] to = { made.apply(3, 4), made.apply(10, -2), made.apply(7, 7) };
        final SimilarityTransform fit = SimilarityTransform.fit(from, to);
        assertArrayEquals(new double[] { -0.3, 1.7, 12, -5 }, new double[] { fit.a(), fit.b(), fit.tx(), fit.ty() },
            1e-12);
    }

    @Test
    void fitNeedsTwoDifferentPoints() {
        final double[][] point = { { 1, 1 }, { 1, 1 } };
        assertThrows(IllegalArgumentException.class, () -> SimilarityTransform.fit(point, point));
    }

    @Test
    void composesInReadingOrder() {
        final SimilarityTransform turn = SimilarityTransform.of(2, 90, 0, 0, 0, 0);
        final SimilarityTransform shift = new SimilarityTransform(1, 0, 10, 0);
        // (1, 0) doubled and turned clockwise points down in a picture
        assertArrayEquals(new double[] { 10, 2 }, turn.then(shift).apply(1, 0), 1e-12);
        assertArrayEquals(new double[] { 0, 22 }, shift.then(turn).apply(1, 0), 1e-12);
    }

    @Test
    void inverseUndoes() {
        final SimilarityTransform transform = SimilarityTransform.of(0.4, 33, 5, 6, 70, 80);
        final double[] there = transform.apply(-3, 9);
        assertArrayEquals(new double[] { -3, 9 }, transform.inverse().apply(there[0], there[1]), 1e-12);
        assertEquals(0.4, transform.scale(), 1e-12);
        assertEquals(33, transform.degrees(), 1e-12);
        assertArrayEquals(new double[] { 70, 80 }, transform.apply(5, 6), 1e-12);
    }

    /** A crop twice as large shows the same: its edge, at −0.5 in pixel centres, stays its edge. */
    @Test
    void templatesScaleAboutTheEdgeOfTheCrop() {
        final FaceTemplate large = FaceTemplate.ARCFACE.scaledTo(224);
        assertArrayEquals(new double[] { 77.0892, 103.8926 }, large.points()[0], 1e-9);
        assertEquals(224, large.size());
    }
}
