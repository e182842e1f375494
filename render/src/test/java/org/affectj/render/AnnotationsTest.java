package org.affectj.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that readers rely on, row by row. */
class AnnotationsTest {

    private static Shot shot(final Performance performance) {
        final float[] x = new float[68];
        final float[] y = new float[68];
        for (int i = 0; i < 68; i++) {
            x[i] = i + 1;
            y[i] = 0.5f * i;
        }
        return new Shot(null, null, 0.9f, performance, new Pose(1, -2.5f, 3), new Landmarks(x, y));
    }

    @Test
    void writesLooseAndChallengeRows(@TempDir final Path folder) throws Exception {
        final Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (Annotations annotations = new Annotations(folder)) {
            annotations.add(Split.TRAIN, "s0001", "s0001/00001.jpg", shot(Performance.of(ActionUnit.AU12, 0.5f)));
            annotations.add(Split.TEST, "s0002", "s0002/00001.jpg", shot(Performance.neutral()));
            assertFalse(Files.exists(folder.resolve("annotations.csv")), "named before it is complete");
            annotations.finish();
        } finally {
            Locale.setDefault(locale);
        }
        final List<String> loose = Files.readAllLines(folder.resolve("annotations.csv"));
        assertEquals(4 + 12 + 3 + 136, loose.get(0).split(",").length);
        assertTrue(loose.get(0).startsWith("image,split,subject,expression,AU01,AU02,AU04,AU06,AU07,AU10,AU12,AU15,"
            + "AU23,AU24,AU25,AU26,pitch,yaw,roll,l1x,l1y,l2x"));
        assertTrue(loose.get(1).startsWith("pictures/s0001/00001.jpg,train,s0001,,0.000,0.000,0.000,0.000,0.000,0.000,"
            + "0.500,0.000,0.000,0.000,0.000,0.000,1.00,-2.50,3.00,1.00,0.00,2.00,0.50"));
        assertTrue(loose.get(2).startsWith("pictures/s0002/00001.jpg,test,s0002,Neutral,0.000"));
        assertEquals(List.of("image,valence,arousal,expression,aus",
            "s0001/00001.jpg,-5,-5,-1,0,0,0,0,0,0,1,0,0,0,0,0"),
            Files.readAllLines(folder.resolve("training_set_annotations.txt")));
        assertEquals("s0002/00001.jpg,-5,-5,0,0,0,0,0,0,0,0,0,0,0,0,0",
            Files.readAllLines(folder.resolve("test_set_annotations.txt")).get(1));
    }

    /** METHOD 5 numbers Surprise 6. */
    @Test
    void expressionsHaveTheirIndex() {
        final Performance surprise =
            new Performance(Optional.of(Expression.SURPRISE), new float[12], new TreeMap<>(), 0);
        assertEquals("a.jpg,-5,-5,6,0,0,0,0,0,0,0,0,0,0,0,0", Annotations.challengeRow("a.jpg", surprise));
    }

    @Test
    void blurKeepsALevelPictureAndTheTotalLight() {
        final float[] level = new float[3 * 20 * 10];
        java.util.Arrays.fill(level, 0.25f);
        Blur.apply(level, 20, 10, 1.5f);
        for (final float value : level) assertEquals(0.25f, value, 1e-5);
        final float[] point = new float[3 * 21 * 21];
        point[3 * (10 * 21 + 10)] = 1;
        Blur.apply(point, 21, 21, 1.5f);
        double sum = 0;
        for (final float value : point) sum += value;
        assertEquals(1, sum, 1e-5);
        assertEquals(1 / (2 * Math.PI * 1.5 * 1.5), point[3 * (10 * 21 + 10)], 0.002); // a Gaussian's peak
    }

    @Test
    void greyPicturesHaveThreeEqualChannels() {
        final Photograph grey = new Photograph(0, 0.3f, 1, 0, 5, 0.9f);
        final float[] light = { 0.1f, 0.5f, 0.9f, 0.4f, 0.2f, 0 };
        final Picture picture = grey.develop(light, 2, 1, new SplittableRandom(1));
        assertEquals(picture.rgb()[0], picture.rgb()[1]);
        assertEquals(picture.rgb()[4], picture.rgb()[5]);
    }
}
