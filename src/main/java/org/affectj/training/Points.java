package org.affectj.training;

import org.affectj.detect.Landmarks;

/** Geometry of 68 points under augmentation. */
final class Points {

    /** Which point takes each one's place in a mirrored face (iBUG order). */
    private static final int[] MIRRORED = mirrored();

    private Points() {
    }

    /** The points of the picture mirrored left to right, {@code width} pixels wide; left points become right points. */
    static Landmarks mirror(final Landmarks points, final int width) {
        final double[] x = new double[Landmarks.COUNT];
        final double[] y = new double[Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            x[i] = width - 1 - points.x()[MIRRORED[i]];
            y[i] = points.y()[MIRRORED[i]];
        }
        return new Landmarks(x, y);
    }

    private static int[] mirrored() {
        final int[] other = new int[Landmarks.COUNT];
        for (int i = 0; i < other.length; i++)
            other[i] = i;
        swap(other, 16, 0, 17); // contour
        swap(other, 26, 17, 27); // brows
        swap(other, 35, 31, 36); // nostrils
        swap(other, 45, 36, 40); // eyes: upper lids with corners
        swap(other, 47, 40, 41);
        swap(other, 46, 41, 42);
        swap(other, 54, 48, 55); // outer lips, above
        swap(other, 59, 55, 60); // below
        swap(other, 64, 60, 65); // inner lips, above
        swap(other, 67, 65, 68); // below
        return other;
    }

    /** Pairs the points from {@code from} up to {@code to} (not included) with those from {@code partner} downwards. */
    private static void swap(final int[] other, final int partner, final int from, final int to) {
        for (int i = from; i < to; i++) {
            other[i] = partner - (i - from);
            other[partner - (i - from)] = i;
        }
    }
}
