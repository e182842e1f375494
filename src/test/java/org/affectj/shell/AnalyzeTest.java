package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

/** Tests {@code affectj analyze} and {@code affectj align} on real pictures with the models that ship. */
class AnalyzeTest {

    private static final Path PORTRAIT = Path.of("samples/astronaut.png");

    @TempDir
    private Path folder;

    @Test
    void measuresThePortrait() throws IOException {
        final Path out = folder.resolve("results");
        final ShellRun run = ShellRun.of("analyze", PORTRAIT, "--output", out);
        assertEquals("", run.errors());
        assertEquals(List.of("samples/astronaut.png: 1 face", "  " + out.resolve("astronaut.csv"),
            "  " + out.resolve("astronaut-overlay.png")), run.lines());
        assertEquals(0, run.status());

        final CSVRecord face = rows(out.resolve("astronaut.csv")).get(0);
        assertEquals("ok", face.get("status"));
        assertEquals("Happiness", face.get("expression"));
        assertEquals("1", face.get("AU12_present"));
        assertTrue(Double.parseDouble(face.get("valence")) > 0, "a smile is pleasant");
        final BufferedImage overlay = ImageIO.read(out.resolve("astronaut-overlay.png").toFile());
        assertEquals(512, overlay.getWidth());
    }

    @Test
    void saysWhatWasRun() throws IOException {
        ShellRun.of("analyze", PORTRAIT, "--output", folder, "--precision", "float32", "--min-face", "60");
        final JsonObject run = JsonParser.parseString(Files.readString(folder.resolve("run.json"))).getAsJsonObject();
        assertEquals("analyze", run.get("command").getAsString());
        assertEquals("float32", run.get("precision").getAsString());
        assertEquals(60, run.get("minimum_face").getAsDouble());
        final JsonObject model = run.getAsJsonObject("model");
        assertEquals("affectj-default", model.get("name").getAsString());
        assertEquals(64, model.getAsJsonObject("sha256").get("saved_model.pb").getAsString().length());
        assertTrue(run.getAsJsonObject("machine").get("Engine").getAsString().startsWith("TensorFlow "),
            "names the engine");
        assertEquals(64, run.getAsJsonArray("inputs").get(0).getAsJsonObject().get("sha256").getAsString().length());
    }

    @Test
    void boundsTheThreadsOfOpenCv() {
        final int before = opencv_core.getNumThreads();
        try {
            opencv_core.setNumThreads(2);
            ShellRun.of("align", PORTRAIT, "--output", folder, "--threads", "1");
            assertEquals(1, opencv_core.getNumThreads());
        } finally {
            opencv_core.setNumThreads(before);
        }
    }

    @Test
    void writesTheSameInGerman() throws IOException {
        final Locale before = Locale.getDefault();
        ShellRun.of("analyze", PORTRAIT, "--output", folder.resolve("en"), "--landmarks");
        try {
            Locale.setDefault(Locale.GERMANY);
            ShellRun.of("analyze", PORTRAIT, "--output", folder.resolve("de"), "--landmarks");
        } finally {
            Locale.setDefault(before);
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("en/astronaut.csv")),
            Files.readAllBytes(folder.resolve("de/astronaut.csv")));
        assertTrue(rows(folder.resolve("de/astronaut.csv")).get(0).isMapped("y_67"), "has landmarks");
    }

    @Test
    void reportsDamagedFilesAndGoesOn() throws IOException {
        final byte[] picture = Files.readAllBytes(PORTRAIT);
        final Path whole = write("a/x.png", picture);
        final Path other = write("b/x.png", picture);
        final Path cut = write("cut.png", Arrays.copyOf(picture, picture.length / 2));
        final Path text = write("text.png", "hello".getBytes());
        final Path missing = folder.resolve("missing.png");
        final Path out = folder.resolve("out");

        final ShellRun run = ShellRun.of("analyze", cut, whole, text, missing, other, "--output", out);
        assertEquals(1, run.status());
        assertTrue(run.lines().get(run.lines().size() - 1).startsWith("2 of 5 inputs done in "),
            run.lines().toString());
        assertEquals(1, rows(out.resolve("x.csv")).size());
        assertArrayEquals(Files.readAllBytes(out.resolve("x.csv")), Files.readAllBytes(out.resolve("x-2.csv")));
        final List<String> errors = List.of(
            "The picture '" + cut + "' can't be read, since it is damaged or cut off: save it again, or leave it out.",
            "The file '" + text + "' isn't a picture: use PNG, JPEG, TIFF, GIF or BMP.",
            "The file '" + missing + "' doesn't exist: check its name and folder.");
        assertEquals(errors, rows(out.resolve("errors.csv")).stream().map(r -> r.get("error")).toList());
        errors.forEach(error -> assertTrue(run.errors().contains("affectj: " + error), run.errors()));
        assertFalse(Files.exists(out.resolve("cut.csv")), "nothing is left of what failed");
    }

    @Test
    void givesAStackARowAFrameAndNoPicture() throws IOException {
        final ColorProcessor face = (ColorProcessor) IJ.openImage(PORTRAIT.toString()).getProcessor();
        final ImageStack stack = new ImageStack(512, 512);
        stack.addSlice(face);
        stack.addSlice(new ColorProcessor(512, 512));
        final Path tiff = folder.resolve("in/two.tif");
        Files.createDirectories(tiff.getParent());
        assertTrue(new FileSaver(new ImagePlus("two", stack)).saveAsTiff(tiff.toString()), "wrote " + tiff);

        final ShellRun run = ShellRun.of("analyze", tiff.getParent(), "--output", folder.resolve("out"));
        assertEquals("", run.errors());
        assertEquals(List.of("ok", "no_face"),
            rows(folder.resolve("out/two.csv")).stream().map(r -> r.get("status")).toList());
        assertFalse(Files.exists(folder.resolve("out/two-overlay.png")), "no picture of a stack");
    }

    @Test
    void alignsThePortrait() throws IOException {
        final ShellRun run = ShellRun.of("align", PORTRAIT, "--output", folder, "--size", "224");
        assertEquals("", run.errors());
        assertEquals(0, run.status());
        final CSVRecord row = rows(folder.resolve("astronaut-faces.csv")).get(0);
        final BufferedImage crop = ImageIO.read(folder.resolve(row.get("crop")).toFile());
        assertEquals(224, crop.getHeight());
        // her mouth's middle, (222, 147) in the portrait, comes to the template's between (83.1, 184.7) and
        // (141.5, 184.4)
        final double x = number(row, "a") * 222 - number(row, "b") * 147 + number(row, "tx");
        final double y = number(row, "b") * 222 + number(row, "a") * 147 + number(row, "ty");
        assertEquals(112, x, 12);
        assertEquals(184, y, 15);
    }

    private static double number(final CSVRecord row, final String column) {
        return Double.parseDouble(row.get(column));
    }

    private Path write(final String name, final byte[] contents) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, contents);
    }

    private static List<CSVRecord> rows(final Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }
}
