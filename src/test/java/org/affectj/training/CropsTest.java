package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.affectj.Progress;
import org.affectj.align.FaceTemplate;
import org.affectj.align.SimilarityTransform;
import org.affectj.align.Warp;
import org.affectj.detect.Landmarks;
import org.affectj.engine.Tensor;
import org.affectj.model.Expression;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.SmallDataSet;
import org.affectj.training.data.Split;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.img.array.ArrayImgs;

/** The cache of crops, and what augmentation makes of it. */
class CropsTest {

    @TempDir
    private Path folder;

    @Test
    void cachedCropsAreThoseOfAnalysis() {
        try (TrainingData data = open()) {
            final CropCache cache = data.named("ferplus").orElseThrow();
            final CachedFace face = cache.face(0);
            final double[][] five = face.landmarks().orElseThrow().fivePoints();
            for (int i = 0; i < 3; i++) // the eyes are level in the picture: the fit leaves a small rest
                assertArrayEquals(new double[] { FaceTemplate.ARCFACE.points()[i][0] + CropCache.MARGIN,
                    FaceTemplate.ARCFACE.points()[i][1] + CropCache.MARGIN }, five[i], 3.5);
            final AffectBatch batch = AffectCrops.exact(112).aligned(FacePool.of(cache, Split.TRAIN), 0, 1);
            final byte[] cached = (byte[]) batch.image().values();
            final int[] argb = new int[48 * 48];
            for (int i = 0; i < argb.length; i++)
                argb[i] = 0xff000000 | SmallDataSet.disc().getRaster().getSample(i % 48, i / 48, 0) * 0x010101;
            final byte[] analysed = Warp.crop(ArrayImgs.argbs(argb, 48, 48), FaceTemplate.ARCFACE.transformFrom(
                face.landmarks().orElseThrow().moved(face.transform().inverse()).fivePoints()), 112).rgb();
            for (int i = 0; i < analysed.length; i++)
                assertEquals(analysed[i] & 0xff, cached[i] & 0xff, 1, "byte " + i);
        }
    }

    @Test
    void theCacheKeepsLabelsAndFollowsTheFiles() throws Exception {
        try (TrainingData data = open()) {
            final CachedFace face = data.named("ferplus").orElseThrow().face(1);
            assertEquals(Split.VALIDATION, face.split());
            assertEquals(Optional.of(Expression.HAPPINESS), face.labels().expression());
            assertEquals(0.51f, face.weakLabels().actionUnitWeights()[3], 1e-6f);
            assertEquals(0.81f, face.weakLabels().valence(), 1e-6f);
            assertTrue(face.landmarks().isEmpty());
        }
        final Path crops = folder.resolve("work/cache/ferplus/crops.bin");
        final FileTime made = Files.getLastModifiedTime(crops);
        open().close();
        assertEquals(made, Files.getLastModifiedTime(crops), "made again though nothing changed");
        Files.setLastModifiedTime(folder.resolve("ferplus.csv"), FileTime.fromMillis(0));
        Files.setLastModifiedTime(crops, FileTime.fromMillis(0));
        open(false).close();
        assertNotEquals(FileTime.fromMillis(0), Files.getLastModifiedTime(crops), "not made again");
    }

    @Test
    void batchesRepeatByStep() {
        try (TrainingData data = open()) {
            final JointTask task = TrainerTest.task(data);
            assertArrayEquals(bytes(task, 3), bytes(task, 3));
            assertFalse(Arrays.equals(bytes(task, 3), bytes(task, 4)));
            assertEquals(task.batchSize(), task.batch(0).get("image").shape()[0]);
        }
    }

    @Test
    void samplingAgreesWithTheAligner() {
        final GreyImage source = new GreyImage(40);
        new SplittableRandom(2).nextBytes(source.pixels());
        final int[] argb = new int[1600];
        for (int i = 0; i < argb.length; i++)
            argb[i] = 0xff000000 | (source.pixels()[i] & 0xff) * 0x010101;
        for (final double scale : new double[] { 0.4, 0.9, 1.7 }) {
            final SimilarityTransform toCrop = SimilarityTransform.of(scale, 20, 20, 19, 12, 14);
            final GreyImage crop = new GreyImage(26);
            source.sampleInto(crop, toCrop.inverse());
            final byte[] expected = Warp.crop(ArrayImgs.argbs(argb, 40, 40), toCrop, 26).rgb();
            for (int i = 0; i < crop.pixels().length; i++)
                assertEquals(expected[3 * i] & 0xff, crop.pixels()[i] & 0xff, 2, "scale " + scale + ", pixel " + i);
        }
    }

    @Test
    void mirroredPointsAreTheMirroredFaces() {
        final double[] x = new double[68];
        final double[] y = new double[68];
        x[0] = 2;
        x[16] = 90;
        x[36] = 20;
        x[45] = 70;
        x[41] = 25;
        x[46] = 64;
        x[30] = 45;
        y[60] = 7;
        final Landmarks mirrored = Points.mirror(new Landmarks(x, y), 100);
        assertEquals(99 - 90, mirrored.x()[0]);
        assertEquals(99 - 70, mirrored.x()[36]);
        assertEquals(99 - 64, mirrored.x()[41]);
        assertEquals(99 - 45, mirrored.x()[30]);
        assertEquals(7, mirrored.y()[64]);
        final Landmarks twice = Points.mirror(mirrored, 100);
        assertArrayEquals(x, twice.x());
        assertArrayEquals(y, twice.y());
    }

    @Test
    void landmarksFollowTheirCrop() {
        try (TrainingData data = open()) {
            final LandmarkTask task = new LandmarkTask(64, 1, data);
            final float[] points = task.batch(0).get("landmarks").floats();
            final float[] mask = task.batch(0).get("landmarks_mask").floats();
            assertEquals(128 - 25, sum(mask), "faces");
            // the picture's disc lies between the points 0…35 and stays there under augmentation
            for (int i = 0; i < 128; i++)
                if (mask[i] == 1) assertTrue(points[136 * i + 60] > -0.3 && points[136 * i + 60] < 1.3, "nose of " + i);
        }
    }

    @Test
    void jpegAtQuality99ChangesLittleAndAtQuality5Much() {
        final GreyImage image = new GreyImage(16);
        for (int i = 0; i < 256; i++)
            image.pixels()[i] = (byte) (8 * (i % 16) + 5 * (i / 16));
        final GreyImage fine = new GreyImage(16, image.pixels().clone());
        new BlockTransform(99).apply(fine);
        final GreyImage coarse = new GreyImage(16, image.pixels().clone());
        new BlockTransform(5).apply(coarse);
        int difference = 0;
        for (int i = 0; i < 256; i++) {
            assertEquals(image.pixels()[i] & 0xff, fine.pixels()[i] & 0xff, 3);
            difference += Math.abs((image.pixels()[i] & 0xff) - (coarse.pixels()[i] & 0xff));
        }
        assertTrue(difference > 256 * 3, "difference " + difference);
    }

    private static int sum(final float[] values) {
        int sum = 0;
        for (final float value : values)
            sum += value;
        return sum;
    }

    private static byte[] bytes(final JointTask task, final long step) {
        return (byte[]) ((Tensor) task.batch(step).get("image")).values();
    }

    private TrainingData open() {
        return open(!Files.exists(folder.resolve("ferplus.csv")));
    }

    private TrainingData open(final boolean write) {
        if (write) {
            new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.05)
                .add("b.png", "validation,0,9,0,0,0,0,0,0,0,0", -1).write(folder);
            new SmallDataSet("photographs", SmallDataSet.PHOTOGRAPHS_HEADER).add("c.png", "train,s,anger", 0.05)
                .add("d.png", "validation,t,neutral", 0.05).write(folder);
        }
        return TrainingData.open(DataSets.open(List.of("ferplus:" + folder, "photographs:" + folder)),
            folder.resolve("work"), Progress.NONE);
    }
}
