package org.affectj.pipeline;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineLoader;

/** Measures the portrait that comes with AffectJ: whether an analysis works here, and how long it takes. */
public final class SpeedCheck {

    private static final String PORTRAIT = "/org/affectj/samples/astronaut.png";

    private SpeedCheck() {
    }

    /** One picture in memory. */
    private record Portrait(BufferedImage picture) implements FrameSource {

        @Override
        public String name() {
            return "portrait";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Frame frame(final int place) {
            final int width = picture.getWidth();
            final int height = picture.getHeight();
            return new Frame(1, Double.NaN,
                ArrayImgs.argbs(picture.getRGB(0, 0, width, height, null, 0, width), width, height));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** @return how long a picture takes and what was seen in it, or why that isn't known; in a sentence */
    public static String run() {
        if (EngineLoader.interruptedStart().isPresent())
            return "not measured, as that could end this process too: analyze a picture with safe settings first";
        try (InputStream in = SpeedCheck.class.getResourceAsStream(PORTRAIT)) {
            if (in == null) return "can't be measured, as the sample portrait isn't in this installation";
            return measure(new Portrait(ImageIO.read(in)));
        } catch (final AffectException | IOException e) {
            return e.getMessage();
        }
    }

    private static String measure(final Portrait portrait) {
        final List<FaceRecord> faces = new ArrayList<>();
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT)) {
            analyzer.analyze(portrait, face -> { }, Progress.NONE); // the first one is slower
            final long start = System.nanoTime();
            analyzer.analyze(portrait, faces::add, Progress.NONE);
            return String.format(Locale.ROOT, "%d ms for a portrait of %d×%d pixels (%s)",
                (System.nanoTime() - start) / 1_000_000, portrait.picture().getWidth(), portrait.picture().getHeight(),
                faces.get(0).prediction().map(read -> read.expression().label())
                    .orElse("no face was found, which is wrong"));
        }
    }
}
