package org.affectj.pipeline;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.affectj.align.FaceAligner;
import org.affectj.align.FaceTemplate;
import org.affectj.align.HeadPose;
import org.affectj.detect.Landmarks;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import net.imglib2.img.array.ArrayImgs;

/**
 * Makes {@code mean-face-textures.bin}, which {@link FaceTexture} takes off, of rendered faces:
 * {@code MeanFaceTextures FOLDER FILE}, where FOLDER is what {@code scripts/render-faces} wrote.
 */
final class MeanFaceTextures {

    private static final FaceAligner ALIGNER = new FaceAligner(FaceTemplate.ARCFACE.scaledTo(FaceTexture.SIZE));

    private MeanFaceTextures() {
        // one function
    }

    /** @param args folder of rendered faces, file to write */
    public static void main(final String... args) throws IOException {
        final Path folder = Path.of(args[0]);
        final double[][] sums = new double[FaceTexture.VIEWS][];
        final int[] faces = new int[FaceTexture.VIEWS];
        try (Reader reader = Files.newBufferedReader(folder.resolve("annotations.csv"))) {
            for (final CSVRecord row : CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(reader)) {
                final Landmarks landmarks = new Landmarks(points(row, "x"), points(row, "y"));
                final int view = FaceTexture.view(HeadPose.fit(landmarks.x(), landmarks.y()));
                final float[] histograms = histograms(folder.resolve(row.get("image")), landmarks);
                if (sums[view] == null) sums[view] = new double[histograms.length];
                for (int i = 0; i < histograms.length; i++) sums[view][i] += histograms[i];
                faces[view]++;
            }
        }
        final byte[] bytes = new byte[FaceTexture.VIEWS * sums[0].length];
        for (int i = 0; i < bytes.length; i++) {
            final int view = i / sums[0].length;
            bytes[i] = (byte) Math.round(255 * sums[view][i % sums[0].length] / faces[view]);
        }
        Files.write(Path.of(args[1]), bytes);
    }

    private static double[] points(final CSVRecord row, final String axis) {
        final double[] points = new double[Landmarks.COUNT];
        for (int i = 0; i < points.length; i++) points[i] = Double.parseDouble(row.get("l" + (i + 1) + axis));
        return points;
    }

    private static float[] histograms(final Path picture, final Landmarks landmarks) throws IOException {
        final BufferedImage image = ImageIO.read(picture.toFile());
        final int width = image.getWidth();
        final int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return FaceTexture.histograms(
            ALIGNER.align(ArrayImgs.argbs(pixels, width, image.getHeight()), landmarks.fivePoints()).crop());
    }
}
