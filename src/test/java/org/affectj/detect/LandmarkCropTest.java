package org.affectj.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.affectj.align.FaceTemplate;
import org.affectj.align.SimilarityTransform;
import org.junit.jupiter.api.Test;

class LandmarkCropTest {

    /** An oval with the five points of the ArcFace template inside, so upright by construction. */
    static Landmarks face() {
        final double[] x = new double[Landmarks.COUNT];
        final double[] y = new double[Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            x[i] = 56 + 50 * Math.cos(i);
            y[i] = 60 + 56 * Math.sin(i);
        }
        final double[][] five = FaceTemplate.ARCFACE.points();
        for (int i = 36; i < 48; i++) {
            x[i] = five[i < 42 ? 0 : 1][0];
            y[i] = five[i < 42 ? 0 : 1][1];
        }
        final int[] index = { 30, 48, 54 };
        for (int k = 0; k < 3; k++) {
            x[index[k]] = five[k + 2][0];
            y[index[k]] = five[k + 2][1];
        }
        return new Landmarks(x, y);
    }

    @Test
    void takesTheMiddleOfTheBoxToTheMiddleOfTheCrop() {
        final LandmarkCrop crop = LandmarkCrop.of(new FaceBox(10, 20, 100, 80, 0, 1), 54);
        // the box reaches from pixel centre 9.5 to 109.5, the crop from −0.5 to 53.5
        assertArrayEquals(new double[] { 26.5, 26.5 }, crop.transform().apply(59.5, 59.5), 1e-9);
        assertEquals(54 / 135.0, crop.transform().scale(), 1e-12);
    }

    @Test
    void boxAndLandmarksGiveTheSameCropOfAnUprightFace() {
        final Landmarks face = face();
        final LandmarkCrop fromBox = LandmarkCrop.of(face.box(1), 96);
        final LandmarkCrop fromPoints = LandmarkCrop.of(face, 96);
        assertArrayEquals(fromBox.encode(face), fromPoints.encode(face), 1e-6f);
        assertEquals(1 / LandmarkCrop.MARGIN, extent(fromPoints.encode(face)), 1e-6);
    }

    @Test
    void tiltedAndScaledFacesLookTheSameInTheirCrop() {
        final Landmarks face = face();
        final Landmarks tilted = face.moved(SimilarityTransform.of(2.2, 40, 56, 56, 300, 200));
        assertEquals(40, tilted.roll(), 1e-6);
        assertArrayEquals(LandmarkCrop.of(face, 96).encode(face), LandmarkCrop.of(tilted, 96).encode(tilted), 1e-5f);
    }

    @Test
    void decodeUndoesEncode() {
        final Landmarks face = face();
        final LandmarkCrop crop = LandmarkCrop.of(face.moved(SimilarityTransform.of(1.1, 9, 0, 0, 3, 4)), 96);
        final float[] two = new float[272];
        System.arraycopy(crop.encode(face), 0, two, 136, 136);
        assertArrayEquals(face.x(), crop.decode(two, 1).x(), 1e-4);
        assertArrayEquals(face.y(), crop.decode(two, 1).y(), 1e-4);
    }

    private static double extent(final float[] encoded) {
        float min = 1;
        float max = 0;
        for (int i = 1; i < encoded.length; i += 2) {
            min = Math.min(min, encoded[i]);
            max = Math.max(max, encoded[i]);
        }
        return max - min;
    }
}
