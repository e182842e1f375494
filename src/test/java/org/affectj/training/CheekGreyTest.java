package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.Truth;
import org.affectj.model.Expression;
import org.affectj.model.FaceCrop;
import org.affectj.model.Prediction;
import org.junit.jupiter.api.Test;

/** Grey levels of cheeks in pictures painted for it. */
class CheekGreyTest {

    @Test
    void onlyTheCheeksCount() {
        assertEquals(200, CheekGrey.of(face(112, 40, 200)), 1e-9);
        assertEquals(200, CheekGrey.of(face(56, 40, 200)), 1e-9);
    }

    @Test
    void facesAreCountedByTheirLevel() {
        final CheekGrey grey = new CheekGrey();
        grey.add(face(112, 255, 10), judged(Optional.of(Expression.FEAR)));
        grey.add(face(112, 255, 85), judged(Optional.of(Expression.ANGER))); // 85 · 3 / 256 is below 1
        grey.add(face(112, 0, 86), judged(Optional.of(Expression.FEAR)));
        grey.add(face(112, 0, 86), judged(Optional.empty()));
        assertEquals(List.of(new CheekGrey.Level(0, 86, 2, 0.5), new CheekGrey.Level(86, 171, 1, 1)), grey.levels());
    }

    /** A face that is said to show fear. */
    private static JudgedFace judged(final Optional<Expression> actual) {
        final float[] expressions = new float[8];
        expressions[Expression.FEAR.ordinal()] = 1;
        final double[] units = new double[12];
        return new JudgedFace("a", "a", new Truth(actual, units, Double.NaN, Double.NaN), Double.NaN, Double.NaN,
            new Prediction(new float[12], expressions, 0, 0), new boolean[12]);
    }

    /** Grey everywhere but on the cheeks, which lie at the height of the nose's tip, beside it. */
    private static FaceCrop face(final int size, final int around, final int cheeks) {
        final byte[] rgb = new byte[size * size * 3];
        for (int i = 0; i < rgb.length; i++) {
            final int x = i / 3 % size * 112 / size;
            final int y = i / 3 / size * 112 / size;
            final boolean cheek = y >= 68 && y < 80 && (x >= 30 && x < 42 || x >= 70 && x < 82);
            rgb[i] = (byte) (cheek ? cheeks : around);
        }
        return new FaceCrop(size, rgb);
    }
}
