package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.affectj.Progress;
import org.affectj.model.Prediction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.array.ArrayImgs;

/** What ships reads the same face from the same portrait, whatever camera, file and direction it comes from. */
class RobustPortraitTest {

    private static FaceAnalyzer analyzer;
    private static BufferedImage portrait;
    private static Prediction usual;

    @BeforeAll
    static void open() throws IOException {
        analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT);
        portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        usual = read(portrait);
    }

    @AfterAll
    static void close() {
        analyzer.close();
    }

    @ParameterizedTest
    @ValueSource(floats = { 0.4f, 0.7f, 1.3f })
    void inOtherLight(final float brightness) {
        same(new RescaleOp(brightness, 0, null).filter(portrait, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.25, 0.5, 2, 4 })
    void inOtherSizes(final double scale) {
        final int size = (int) (512 * scale);
        same(drawn(size, AffineTransform.getScaleInstance(scale, scale)));
    }

    @ParameterizedTest
    @ValueSource(doubles = { -30, -15, 15, 30 })
    void turned(final double degrees) {
        same(drawn(512, AffineTransform.getRotateInstance(Math.toRadians(degrees), 224, 133)));
    }

    @Test
    void inAPoorJpeg() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        final ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.3f);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(portrait, null, null), parameters);
        } finally {
            writer.dispose();
        }
        same(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
    }

    /** Boxes and landmarks of a mirror image aren't exactly mirror images, so neither are crops. */
    @Test
    void inAMirror() {
        final Prediction mirrored = read(drawn(512, new AffineTransform(-1, 0, 0, 1, 512, 0)));
        assertEquals(usual.expression(), mirrored.expression());
        assertTrue(difference(mirrored) < 0.02, "action units differ by " + difference(mirrored));
    }

    private static void same(final BufferedImage changed) {
        final Prediction prediction = read(changed);
        assertEquals(usual.expression(), prediction.expression());
        assertTrue(difference(prediction) < 0.1, "action units differ by " + difference(prediction));
    }

    /** @return the mean difference of the twelve values from those of the portrait as it is */
    private static double difference(final Prediction prediction) {
        double sum = 0;
        for (int i = 0; i < usual.actionUnits().length; i++)
            sum += Math.abs(usual.actionUnits()[i] - prediction.actionUnits()[i]);
        return sum / usual.actionUnits().length;
    }

    private static BufferedImage drawn(final int size, final AffineTransform transform) {
        final BufferedImage changed = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = changed.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(portrait, transform, null);
        graphics.dispose();
        return changed;
    }

    private static Prediction read(final BufferedImage picture) {
        final int width = picture.getWidth();
        final int height = picture.getHeight();
        final List<FaceRecord> faces = new ArrayList<>();
        analyzer.analyze(new SinglePicture(ArrayImgs.argbs(picture.getRGB(0, 0, width, height, null, 0, width), width,
            height)), faces::add, Progress.NONE);
        assertEquals(1, faces.size());
        return faces.get(0).prediction().orElseThrow(() -> new AssertionError("there is no face"));
    }
}
