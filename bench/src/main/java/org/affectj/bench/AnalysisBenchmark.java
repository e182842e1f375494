package org.affectj.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.align.AlignedFace;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Precision;
import org.affectj.engine.Processor;
import org.affectj.engine.Tensor;
import org.affectj.imagej.PictureFiles;
import org.affectj.model.AffectModel;
import org.affectj.model.FaceCrop;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.model.NetworkAffectModel;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSource;

/** How fast faces are analysed, in one precision: {@code AnalysisBenchmark float32 samples/astronaut.png}. */
public final class AnalysisBenchmark {

    private static final int ROUNDS = 7;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final EngineOptions engine;
    private final Path picture;
    private final PrintStream out = System.out;

    private AnalysisBenchmark(final Precision precision, final Path picture) {
        this.engine = new EngineOptions("cpu", precision, 0);
        this.picture = picture;
    }

    /** @param args the precision, {@code float32} or {@code bfloat16}, and a portrait */
    public static void main(final String... args) throws Exception {
        final Path folder = Files.createTempDirectory("affectj-bench");
        final Path scene = folder.resolve("scene.png");
        ImageIO.write(scene(ImageIO.read(Path.of(args[1]).toFile())), "png", scene.toFile());
        new AnalysisBenchmark(Precision.valueOf(args[0].toUpperCase(Locale.ROOT)), scene)
            .run(folder.resolve("table.csv"));
    }

    /** @return the portrait as high as the scene, grey at both sides */
    private static BufferedImage scene(final BufferedImage portrait) {
        final BufferedImage scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = scene.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        final int width = portrait.getWidth() * HEIGHT / portrait.getHeight();
        graphics.drawImage(portrait, (WIDTH - width) / 2, 0, width, HEIGHT, null);
        graphics.dispose();
        return scene;
    }

    private void run(final Path table) throws Exception {
        out.printf(Locale.ROOT, "%s on %s, %d cores, %s%n", EngineLoader.load().name(), Processor.detect().name(),
            Runtime.getRuntime().availableProcessors(), engine.precision());
        endToEnd(table);
        out.printf(Locale.ROOT, "  peak memory after that: %s MB resident, %d MB of Java heap%n",
            Memory.resident().isPresent() ? Memory.resident().getAsLong() : "unknown", Memory.heap());
        for (final String name : List.of(ModelStore.AFFECT, ModelStore.FAST)) {
            out.println("  " + name);
            final ModelFolder folder = new ModelStore().open(name, ModelDescription.Kind.AFFECT);
            final FaceCrop face = face(folder.description().inputSize());
            for (final int batch : new int[] { 1, 16, 64 }) faces(folder, face, batch);
        }
    }

    /** From a file to a table: open, find, align, measure, write. */
    private void endToEnd(final Path table) {
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT.withEngine(engine))) {
            final Rate rate = new Rate(() -> analyze(analyzer, table), 1);
            rate.warmUp();
            rate.warmUp();
            for (int round = 0; round < ROUNDS; round++) rate.measure();
            out.printf(Locale.ROOT, "  %d×%d PNG to CSV, one face: %s pictures/s%n", WIDTH, HEIGHT,
                rate.spread().text("%.1f"));
        }
    }

    private void analyze(final FaceAnalyzer analyzer, final Path table) {
        try (FrameSource source = PictureFiles.open(picture);
            CsvResults csv = new CsvResults(table, analyzer.columns())) {
            analyzer.analyze(source, record -> {
                if (record.face().isEmpty()) throw new AffectException("No face was found: nothing can be measured.");
                csv.write(record);
            }, Progress.NONE);
        }
    }

    private FaceCrop face(final int size) {
        final List<AlignedFace> faces = new ArrayList<>();
        try (FaceAlignment alignment = FaceAlignment.open(AnalysisOptions.DEFAULT.withEngine(engine), size);
            FrameSource source = PictureFiles.open(picture)) {
            alignment.align(source, (record, face) -> face.ifPresent(faces::add), Progress.NONE);
        }
        return faces.get(0).crop();
    }

    /** The model that AffectJ runs against TensorFlow alone, in turns. */
    private void faces(final ModelFolder folder, final FaceCrop face, final int batch) {
        final List<FaceCrop> crops = Collections.nCopies(batch, face);
        try (AffectModel model = NetworkAffectModel.open(folder, engine);
            BareNetwork bare = bare(folder, face, batch)) {
            final Rate ours = new Rate(() -> model.predict(crops), batch);
            final Rate theirs = new Rate(bare::run, batch);
            ours.warmUp();
            theirs.warmUp();
            for (int round = 0; round < ROUNDS; round++) {
                ours.measure();
                theirs.measure();
            }
            out.printf(Locale.ROOT,
                "  aligned faces, batch %2d: ratio %s, in processor time %s; %s faces/s, bare network %s%n", batch,
                ours.relativeTo(theirs).text("%.2f"), ours.processorRelativeTo(theirs).text("%.2f"),
                ours.spread().text("%.0f"), theirs.spread().text("%.0f"));
        }
    }

    private BareNetwork bare(final ModelFolder folder, final FaceCrop face, final int batch) {
        final byte[] pixels = new byte[batch * face.rgb().length];
        for (int i = 0; i < batch; i++)
            System.arraycopy(face.rgb(), 0, pixels, i * face.rgb().length, face.rgb().length);
        return BareNetwork.open(folder.path(), engine, Network.SERVE,
            Map.of("image", Tensor.of(pixels, batch, face.size(), face.size(), 3)));
    }
}
