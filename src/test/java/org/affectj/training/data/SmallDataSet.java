package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Writes small data sets in the real sets' formats: pictures of 48×48 pixels with a bright disc for a face. */
public final class SmallDataSet {

    public static final String FER_PLUS_HEADER =
        "image,split,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,not_a_face";
    public static final String PHOTOGRAPHS_HEADER = "image,split,subject,expression";

    private final String name;
    private final List<String> rows = new ArrayList<>();
    private final List<String> landmarks = new ArrayList<>();
    private final List<String> images = new ArrayList<>();

    public SmallDataSet(final String name, final String header) {
        this.name = name;
        rows.add(header);
        landmarks.add(landmarkHeader());
    }

    /** Adds a picture; {@code disagreement} below 0 for one without points. */
    public SmallDataSet add(final String image, final String cells, final double disagreement) {
        images.add(image);
        rows.add(image + "," + cells);
        landmarks.add(disagreement < 0 ? image + ",".repeat(152) : landmarkRow(image, disagreement));
        return this;
    }

    public Path write(final Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".csv"), rows);
            try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + "_landmarks.csv.gz"))),
                StandardCharsets.UTF_8))
            {
                out.write(String.join("\n", landmarks));
            }
            writeZip(folder.resolve(name + ".zip"));
            return folder;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeZip(final Path file) throws IOException {
        try (OutputStream raw = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(raw)) {
            for (final String image : images) {
                zip.putNextEntry(new ZipEntry(image));
                ImageIO.write(disc(), "png", zip);
                zip.closeEntry();
            }
        }
    }

    /** Grey 40, with a disc of grey 200 and radius 15 in the middle. */
    public static BufferedImage disc() {
        final BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 48; y++)
            for (int x = 0; x < 48; x++)
                image.getRaster().setSample(x, y, 0, Math.hypot(x - 23.5, y - 23.5) < 15 ? 200 : 40);
        return image;
    }

    /** 68 points, eyes level at y 20 with centres at x 16 and 31, nose at (23.5, 26), mouth corners at y 34. */
    private static double[][] points() {
        final double[][] points = new double[68][2];
        for (int i = 0; i < 68; i++)
            points[i] = new double[] { 23.5 + 15 * Math.cos(i), 23.5 + 15 * Math.sin(i) };
        for (int i = 0; i < 6; i++) {
            points[36 + i] = new double[] { 13.5 + i, 20 };
            points[42 + i] = new double[] { 28.5 + i, 20 };
        }
        points[30] = new double[] { 23.5, 26 };
        points[48] = new double[] { 17, 34 };
        points[54] = new double[] { 30, 34 };
        return points;
    }

    private static String landmarkHeader() {
        final StringBuilder header = new StringBuilder("image,detector_score,box_x,box_y,box_w,box_h");
        for (int i = 1; i <= 5; i++)
            header.append(",p" + i + "x,p" + i + "y");
        for (int i = 1; i <= 68; i++)
            header.append(",l" + i + "x,l" + i + "y");
        return header + ",disagreement";
    }

    private static String landmarkRow(final String image, final double disagreement) {
        final StringBuilder row = new StringBuilder(image + ",0.9,8,6,31,40" + ",1".repeat(10));
        for (final double[] point : points())
            row.append(String.format(Locale.ROOT, ",%.2f,%.2f", point[0], point[1]));
        return row + "," + disagreement;
    }
}
