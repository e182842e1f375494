package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Tests {@code affectj evaluate}: the shipped model on drawn faces, and predictions in files. */
class EvaluateTest {

    private static final String HEADER = "image,valence,arousal,expression,aus";

    @TempDir
    private Path folder;

    @Test
    void filesSayTheSameAsTheModel() throws IOException {
        writeFaces();
        final Path out = folder.resolve("report");
        final JsonObject model = report("evaluate", "--data", "csv:" + folder.resolve("faces.csv"), "--work",
            folder.resolve("work"), "--output", out, "--replicates", "50");
        final JsonObject set = model.getAsJsonObject("sets").getAsJsonObject("faces");
        assertEquals(20, set.get("faces").getAsInt());
        assertEquals(5, set.get("subjects").getAsInt());
        assertEquals(4, set.get("left_out_of_expressions").getAsInt());
        assertEquals(5, set.get("left_out_of_valence_arousal").getAsInt());
        assertEquals(2, set.getAsJsonObject("action_units").getAsJsonObject("AU12").get("left_out").getAsInt());
        assertFalse(set.getAsJsonObject("action_units").has("AU01"), "nobody labelled it");
        assertTrue(set.has("valence_ccc_95"), "an interval");
        assertEquals(model, JsonParser.parseString(Files.readString(out.resolve("report.json"))));

        checkTables(out.resolve("faces"), set);
        checkPictures(out.resolve("faces"));

        set.getAsJsonObject("expressions").remove("by_cheek_grey"); // tables have no pictures
        final Path predictions = out.resolve("predictions.csv");
        final JsonObject again = report("evaluate", "--predictions", predictions, "--replicates", "50");
        assertEquals(model.get("sets"), again.get("sets"));
        final JsonObject apart = report("evaluate", "--predictions", withoutTruth(predictions), "--truth",
            "csv:" + folder.resolve("faces.csv"), "--replicates", "50");
        final JsonObject fromTable = apart.getAsJsonObject("sets").getAsJsonObject("faces");
        assertEquals(8, fromTable.remove("without_prediction").getAsInt()); // those to train with
        assertEquals(set, fromTable);
    }

    private static void checkTables(final Path folder, final JsonObject set) throws IOException {
        final List<String> units = Files.readAllLines(folder.resolve("action_units.csv"));
        assertEquals(2, units.size());
        final JsonObject unit = set.getAsJsonObject("action_units").getAsJsonObject("AU12");
        final String[] cells = units.get(1).split(",");
        assertEquals(List.of("AU12", "lip corner puller", "18", unit.get("positives").getAsString()),
            List.of(cells).subList(0, 4));
        assertEquals(unit.get("f1").getAsDouble(), Double.parseDouble(cells[4]), 1e-6);
        assertEquals(unit.getAsJsonArray("f1_95").get(1).getAsDouble(), Double.parseDouble(cells[6]), 1e-6);
        final List<String> confusion = Files.readAllLines(folder.resolve("confusion.csv"));
        assertEquals(9, confusion.size());
        int faces = 0;
        for (final String row : confusion.subList(1, 9))
            faces += Arrays.stream(row.split(",")).skip(2).mapToInt(Integer::parseInt).sum();
        assertEquals(16, faces);
        final List<String> thresholds = Files.readAllLines(folder.resolve("thresholds.csv"));
        assertEquals(102, thresholds.size());
        assertTrue(thresholds.get(1).matches("AU12,0.00,[0-9.]+,1.000000,.*"), "at 0 all are found");
        assertEquals(1 + 2 * 10, Files.readAllLines(folder.resolve("reliability.csv")).size());
    }

    /** Each picture is of its size, mostly white, and has something drawn on it. */
    private static void checkPictures(final Path folder) throws IOException {
        for (final String name : List.of("confusion", "f1", "thresholds", "reliability", "valence_arousal")) {
            final BufferedImage picture = ImageIO.read(folder.resolve(name + ".png").toFile());
            final int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null,
                0, picture.getWidth());
            final long white = Arrays.stream(pixels).filter(pixel -> pixel == 0xffffffff).count();
            assertTrue(white > pixels.length / 2 && white < 0.99 * pixels.length, name + ": " + white);
        }
    }

    /** Twenty test faces of five people and eight to train with, with gaps in each kind of label. */
    private void writeFaces() throws IOException {
        final List<String> rows = new ArrayList<>(List.of("image,subject,split,AU12,expression,valence,arousal"));
        final Random random = new Random(1);
        for (int i = 0; i < 28; i++) {
            final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 112 * 112; pixel++)
                face.setRGB(pixel % 112, pixel / 112, random.nextInt(1 << 24));
            ImageIO.write(face, "png", folder.resolve(i + ".png").toFile());
            final boolean test = i < 20;
            rows.add(String.join(",", i + ".png", "person " + (test ? i % 5 : 9), test ? "test" : "train",
                i % 10 == 3 ? "" : "" + i % 2, i % 5 == 1 ? "" : "" + i % 4, i % 4 == 0 ? "" : "" + random.nextDouble(),
                i % 4 == 0 ? "" : "" + -random.nextDouble()));
        }
        Files.write(folder.resolve("faces.csv"), rows);
    }

    /** @return a copy of predictions without what is true, of whom and of which split */
    private Path withoutTruth(final Path predictions) throws IOException {
        final List<String> lines = Files.readAllLines(predictions);
        final List<String> names = List.of(lines.get(0).split(","));
        final List<String> rows = new ArrayList<>();
        for (final String line : lines) {
            final String[] cells = line.split(",", -1);
            final List<String> kept = new ArrayList<>();
            for (int i = 0; i < cells.length; i++)
                if (!names.get(i).matches("true_.*|weak_.*|subject|split")) kept.add(cells[i]);
            rows.add(String.join(",", kept));
        }
        return Files.write(folder.resolve("apart.csv"), rows);
    }

    /**
     * METHOD 7: −5, −1 and a single −1 among action units leave a task of a row out; a row twice counts twice. Of two
     * predictions for a picture the first counts.
     */
    @Test
    void theChallengesFilesAreCountedByItsRules() throws IOException {
        final String ones = ",1".repeat(12);
        final Path truth = Files.write(folder.resolve("validation_set_annotations.txt"), List.of(HEADER,
            "v/00001.jpg,0.5,0.5,4" + ones, "v/00002.jpg,-5,-5,-1" + ones,
            "w/00001.jpg,-0.5,-0.5,0" + ",1".repeat(11) + ",-1",
            "w/00001.jpg,-0.5,-0.5,0" + ",-1".repeat(12), "w/00002.jpg,0,0,0" + ones));
        final Path said = Files.write(folder.resolve("said.txt"), List.of(HEADER, "v/00001.jpg,0.5,0.5,4" + ones,
            "v/00002.jpg,0.9,0.9,3,0" + ",1".repeat(11), "w/00001.jpg,-0.25,-0.5,1" + ones,
            "w/00001.jpg,1,1,0" + ones, "x/00009.jpg,0,0,0" + ones));
        final JsonObject set = report("evaluate", "--predictions", said, "--truth", "saffwild2:" + truth)
            .getAsJsonObject("sets").getAsJsonObject("said");
        assertEquals(4, set.get("faces").getAsInt());
        assertEquals(2, set.get("subjects").getAsInt());
        assertEquals(1, set.get("without_prediction").getAsInt());
        assertEquals(1, set.get("without_truth").getAsInt());
        assertEquals(1, set.get("left_out_of_expressions").getAsInt());
        final JsonObject unit = set.getAsJsonObject("action_units").getAsJsonObject("AU01");
        assertEquals(2, unit.get("left_out").getAsInt());
        assertEquals(2.0 / 3, unit.get("f1").getAsDouble(), 1e-12); // one of two found, none too many
        // valence (0.5, −0.5, −0.5) and (0.5, −0.25, −0.25): covariance 1/6, variances 2/9 and 1/8, shift 1/6
        assertEquals(2 / 6.0 / (2 / 9.0 + 1 / 8.0 + 1 / 36.0), set.get("valence_ccc").getAsDouble(), 1e-12);
        assertEquals(1.0 / 3, set.getAsJsonObject("expressions").get("accuracy").getAsDouble(), 1e-12);
        assertEquals(1.0 / 8, set.getAsJsonObject("expressions").get("macro_f1_of_8").getAsDouble(), 1e-12);
        assertEquals(set.get("mean_ccc").getAsDouble() + 1.0 / 8 + (11 + 2 / 3.0) / 12, set.get("p_mtl").getAsDouble(),
            1e-12);
    }

    @Test
    void mistakesAreNamed() throws IOException {
        final Path said = Files.write(folder.resolve("said.csv"), List.of("image,AU12", "a.png,0.7", "b.png,70"));
        assertFails(said + ", line 3: AU12 is 70, outside of 0.0 to 1.0.", "--predictions", said);
        Files.write(said, List.of("image,AU12", "a.png,0.7"));
        assertFails("The file of predictions " + said
            + " has no true labels: give --truth, or a file that affectj evaluate wrote.", "--predictions", said);
        final Path truth = Files.write(folder.resolve("truth.csv"), List.of("image,AU12", "faces/a.png,1"));
        assertFails("The file of predictions " + said
            + " names no picture that the truth names too: see that both call pictures the same.",
            "--predictions", said, "--truth", "csv:" + truth);
        Files.write(said, List.of("image,true_AU12,AU12", "a.png,1,0.7"));
        assertFails("The number of replicates is 0: give 1 or more.", "--predictions", said, "--replicates", "0");
        assertFails("The model landmarks-68 finds landmarks, and --output is for models of affect: use --report.",
            "--data", "csv:" + truth, "--work", folder.resolve("w"), "--model", "landmarks-68", "--output",
            folder.resolve("o"));
        assertFails("The truth 'truth.csv' has no known format: give csv:FILE for a table of labels, or "
            + "saffwild2:FILE for a file of annotations.", "--predictions", said, "--truth", "truth.csv");
        Files.write(said, List.of("image,smile", "a.png,0.7"));
        assertTrue(ShellRun.of("evaluate", "--predictions", said).errors()
            .startsWith("affectj: " + said + ", line 1: there is no column of predictions; give one of AU01, "),
            "column");
        assertEquals(2, ShellRun.of("evaluate", "--predictions", said, "--data", "csv:x", "--work", "w").status());
    }

    private static void assertFails(final String message, final Object... arguments) {
        final List<Object> all = new ArrayList<>(List.of("evaluate"));
        all.addAll(List.of(arguments));
        final ShellRun run = ShellRun.of(all.toArray());
        assertEquals("affectj: " + message + "\n", run.errors());
        assertEquals(1, run.status());
    }

    private static JsonObject report(final Object... arguments) {
        final ShellRun run = ShellRun.of(arguments);
        assertEquals(0, run.status(), run.errors());
        return JsonParser.parseString(run.output()).getAsJsonObject();
    }
}
