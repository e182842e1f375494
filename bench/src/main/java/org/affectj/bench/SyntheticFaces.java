package org.affectj.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/**
 * A data set in s-Aff-Wild2's format that shows nobody: a few drawn pictures, again and again, with labels drawn by
 * chance at the real set's rates (METHOD 7.3).
 */
final class SyntheticFaces {

    private static final int PICTURES = 64;
    private static final int SIZE = 112;
    private static final double[] EXPRESSIONS = { 0.265, 0.05, 0.035, 0.034, 0.2, 0.084, 0.058, 0.274 };
    private static final double[] ACTION_UNITS =
        { 0.181, 0.085, 0.197, 0.296, 0.4, 0.371, 0.259, 0.024, 0.029, 0.048, 0.683, 0.104 };

    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(1);

    private SyntheticFaces(final Path folder) {
        this.folder = folder;
    }

    /** How many rows of a split know what. */
    private record Known(double affect, double expression, double actionUnits) {

        static final Known TRAINING = new Known(0.73, 0.637, 0.726);
        static final Known VALIDATION = new Known(1, 0.574, 1);
    }

    /**
     * @param folder for the set
     * @param training rows to train with
     * @param validation rows to validate with
     * @return the set as {@link org.affectj.training.data.DataSets#open} takes it
     */
    static String write(final Path folder, final int training, final int validation) throws IOException {
        final SyntheticFaces faces = new SyntheticFaces(folder);
        faces.rows("training", training, Known.TRAINING);
        faces.rows("validation", validation, Known.VALIDATION);
        return "saffwild2:" + folder;
    }

    private void rows(final String split, final int count, final Known known) throws IOException {
        final Path video = Files.createDirectories(folder.resolve("cropped_aligned").resolve(split));
        for (int i = 0; i < PICTURES; i++)
            ImageIO.write(picture(), "jpg", video.resolve(i + ".jpg").toFile());
        try (PrintWriter out =
            new PrintWriter(Files.newBufferedWriter(folder.resolve(split + "_set_annotations.txt")))) {
            out.println("image,valence,arousal,expression,aus");
            for (int i = 0; i < count; i++)
                out.println(split + "/" + i % PICTURES + ".jpg," + labels(known));
        }
    }

    /** @return the cells of one row, in which something is known */
    private String labels(final Known known) {
        final boolean affect = random.nextDouble() < known.affect;
        final boolean expression = random.nextDouble() < known.expression;
        final boolean units = random.nextDouble() < known.actionUnits;
        if (!affect && !expression && !units) return labels(known);
        final StringBuilder cells = new StringBuilder(affect
            ? String.format(Locale.ROOT, "%.3f,%.3f", random.nextDouble(-1, 1), random.nextDouble(-1, 1)) : "-5,-5");
        cells.append(',').append(expression ? expression() : -1);
        for (final double rate : ACTION_UNITS)
            cells.append(',').append(!units ? -1 : random.nextDouble() < rate ? 1 : 0);
        return cells.toString();
    }

    private int expression() {
        double left = random.nextDouble();
        int expression = 0;
        while (expression < EXPRESSIONS.length - 1 && (left -= EXPRESSIONS[expression]) > 0) expression++;
        return expression;
    }

    /** @return ovals of chance greys */
    private BufferedImage picture() {
        final BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < 200; i++) {
            graphics.setColor(new Color(random.nextInt(256) * 0x010101));
            graphics.fillOval(random.nextInt(-20, SIZE), random.nextInt(-20, SIZE), random.nextInt(2, 40),
                random.nextInt(2, 40));
        }
        graphics.dispose();
        return picture;
    }
}
