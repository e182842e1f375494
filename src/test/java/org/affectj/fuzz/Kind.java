package org.affectj.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.command.PlainImageJ;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.SavedModels;
import org.affectj.imagej.FrameFiles;
import org.affectj.model.AffectModel;
import org.affectj.model.FaceCrop;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.NetworkAffectModel;
import org.affectj.pipeline.FrameSource;
import org.affectj.training.data.DataSet;
import org.affectj.training.data.DataSets;
import org.affectj.video.VideoWriter;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;

/** The kinds of input that users bring: a whole example of each, and what reads it. */
enum Kind {

    PNG("png") {

        @Override
        void write(final Path file) throws IOException {
            ImageIO.write(face(), "png", file.toFile());
        }
    },
    JPEG("jpg") {

        @Override
        void write(final Path file) throws IOException {
            ImageIO.write(face(), "jpg", file.toFile());
        }
    },
    TIFF("tif") {

        @Override
        void write(final Path file) {
            IJ.saveAsTiff(new ImagePlus("face", new ColorProcessor(face())), file.toString());
        }
    },
    MP4("mp4") {

        @Override
        void write(final Path file) {
            VideoWriter.to(file).headerFirst(true).write(20, number -> face(), number -> 40L * number);
        }
    },
    AVI("avi") {

        @Override
        void write(final Path file) {
            VideoWriter.to(file).coding("mjpeg").write(20, number -> face(), number -> 40L * number);
        }
    },
    TABLE("csv") {

        @Override
        void write(final Path file) throws IOException {
            for (final String name : List.of("a.png", "b.png", "c.png"))
                ImageIO.write(face(), "png", file.resolveSibling(name).toFile());
            Files.writeString(file, "image,split,AU12,expression,valence,arousal\na.png,train,1,Happiness,0.5,0.25\n"
                + "b.png,validation,0,2,-0.5,0\nc.png,test,,Sadness,,\n");
        }

        @Override
        void read(final Path file) {
            readData("csv:" + file);
        }
    },
    CHALLENGE("txt") {

        @Override
        void write(final Path file) throws IOException {
            final String row = ",0.25,-0.5,4" + ",1,0,-1".repeat(4) + "\r\n";
            Files.writeString(file, "image,valence,arousal,expression,aus\r\nvideo1/00001.jpg" + row
                + "video1/00002.jpg" + row);
        }

        @Override
        void read(final Path file) throws IOException {
            final Path folder = Files.createDirectories(file.resolveSibling("challenge"));
            final Path pictures = Files.createDirectories(folder.resolve("cropped_aligned/video1"));
            for (final String name : List.of("00001.jpg", "00002.jpg"))
                ImageIO.write(face(), "jpg", pictures.resolve(name).toFile());
            Files.write(folder.resolve("training_set_annotations.txt"), Files.readAllBytes(file));
            readData("saffwild2:" + folder);
        }
    },
    DESCRIPTION("json") {

        @Override
        void write(final Path file) throws Exception {
            Files.copy(model(file).resolve("model.json"), file);
        }

        @Override
        void read(final Path file) throws IOException {
            final Path model = file.resolveSibling("affect");
            Files.write(model.resolve("model.json"), Files.readAllBytes(file));
            predict(ModelFolder.open(model));
        }
    },
    NETWORK("pb") {

        @Override
        void write(final Path file) throws Exception {
            Files.copy(model(file).resolve("saved_model.pb"), file);
        }

        @Override
        void read(final Path file) throws IOException {
            final Path model = file.resolveSibling("affect");
            Files.write(model.resolve("saved_model.pb"), Files.readAllBytes(file));
            predict(ModelFolder.write(model, description())); // with a right hash, else that alone would refuse it
        }
    },
    MACRO("ijm") {

        @Override
        void write(final Path file) throws IOException {
            Files.writeString(file, "wholestack=true minimumface=0.1 turnedfaces=never maximumfaces=2 minimumscore=0.5 "
                + "landmarkfinder=landmarks-68 device=cpu precision=float32 threads=0 size=112");
        }

        @Override
        void read(final Path file) throws IOException, ReflectiveOperationException {
            ImageIO.write(face(), "png", file.resolveSibling("a.png").toFile());
            final String options = Files.readString(file, StandardCharsets.ISO_8859_1)
                .replaceAll("[\"\\\\\\p{Cntrl}]", "?");
            final PrintStream before = System.out;
            final ByteArrayOutputStream said = new ByteArrayOutputStream();
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            final String end;
            try {
                PlainImageJ.start();
                end = PlainImageJ.runMacro("open(\"" + file.resolveSibling("a.png")
                    + "\");\nrun(\"Detect and Align Faces...\", \"" + options + "\");\nreturn \"done\";");
            } finally {
                System.setOut(before);
            }
            final String text = said.toString(StandardCharsets.UTF_8).strip();
            if (text.contains("\tat ")) throw new IllegalStateException(text);
            if (!"done".equals(end)) throw new AffectException(text);
        }
    };

    private final String extension;

    Kind(final String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    /** Writes a whole example. */
    abstract void write(Path file) throws Exception;

    /** Reads a file as AffectJ does: all frames of a picture or video, all rows and pictures of a data set. */
    void read(final Path file) throws Exception {
        try (FrameSource source = FrameFiles.open(file)) {
            for (int place = 1; place <= source.size(); place++)
                source.frame(place);
        }
    }

    /** @return a drawn picture of 64 by 48 pixels */
    private static BufferedImage face() {
        final BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        final Random random = new Random(3);
        for (int y = 0; y < 48; y++)
            for (int x = 0; x < 64; x++)
                picture.setRGB(x, y, (x * 4) << 16 | (y * 5) << 8 | random.nextInt(64));
        return picture;
    }

    private static void readData(final String source) {
        for (final DataSet set : DataSets.open(List.of(source)))
            try (set) {
                set.forEach(face -> set.pictures().read(face.image()));
            }
    }

    private static Path model(final Path file) throws ReflectiveOperationException {
        final Path model = file.resolveSibling("affect");
        if (!Files.exists(model)) ModelFolder.write(SavedModels.write("affect", file.getParent()), description());
        return model;
    }

    private static ModelDescription description() {
        final NetworkSpecification network = new NetworkSpecification(NetworkSpecification.Head.AMTL, 4, true, 32,
            List.of(32, 64), 1, 64, 4, 16, 0.2, NetworkSpecification.Optimizer.ADAMW);
        return ModelDescription.affect("affect", "1.0", network, Collections.nCopies(12, 0.5), 0, 0.02,
            "CC-BY-4.0", "nothing");
    }

    private static void predict(final ModelFolder folder) {
        final int size = folder.expect(ModelDescription.Kind.AFFECT).description().inputSize();
        try (AffectModel model = NetworkAffectModel.open(folder, EngineOptions.DEFAULT)) {
            model.predict(List.of(new FaceCrop(size, new byte[3 * size * size])));
        }
    }
}
