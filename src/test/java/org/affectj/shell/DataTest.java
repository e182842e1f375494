package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** {@code affectj data}, and what training says of its data, as users see it. */
class DataTest {

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void makeFaces() throws IOException {
        for (int i = 0; i < 6; i++) {
            final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            face.setRGB(i, 0, 0xffffff);
            ImageIO.write(face, "png", folder.resolve(i + ".png").toFile());
        }
        table = folder.resolve("mine.csv");
    }

    private void write(final String... rows) throws IOException {
        Files.writeString(table, String.join("\n", rows) + "\n");
    }

    private static final String[] WHOLE = { "image,subject,split,AU12,expression,valence,arousal",
        "0.png,ann,train,1,happy,0.5,-1", "1.png,ann,train,0,,1,0.25", "2.png,ben,train,,sad,,",
        "3.png,cat,validation,0,sad,,", "4.png,dan,test,1,happy,-1,0.25", "5.png,dan,test,,,," };

    @Test
    void reportCountsPeopleAndLabels() throws IOException {
        write(WHOLE);
        final ShellRun run = ShellRun.of("data", "report", "--data", "csv:" + table, "--json",
            folder.resolve("r.json"));
        assertEquals(0, run.status(), run.errors());
        assertEquals("mine (csv): 6 rows, 5 usable: 3 train, 1 validation, 1 test", run.lines().get(0));
        assertEquals("  left out: 1 rows without a label", run.lines().get(1));
        final List<String> cells = run.lines().stream().map(line -> line.strip().replaceAll(" {2,}", "|")).toList();
        assertTrue(cells.contains("people|2|1|1"), run.output());
        assertTrue(cells.contains("AU12 present|50.0 % of 2|0.0 % of 1|100.0 % of 1"), run.output());
        assertTrue(cells.contains("Sadness|1|1|0"), run.output());
        assertTrue(cells.contains("from .. to|0.50 .. 1.00|-|-1.00 .. -1.00"), run.output());
        final JsonObject train = report("r.json").getAsJsonObject("splits").getAsJsonObject("train");
        assertEquals(2, train.getAsJsonObject("actionUnits").getAsJsonObject("AU12").get("labelled").getAsInt());
        assertEquals("[0,0,0,0,0,0,0,1,0,1]", train.getAsJsonObject("valence").get("histogram").toString());
        assertEquals("[1,0,0,0,0,0,1,0,0,0]", train.getAsJsonObject("arousal").get("histogram").toString());
        assertEquals(0.75, train.getAsJsonObject("valence").get("mean").getAsDouble());
    }

    @Test
    void reportNamesEveryMistakeAtOnce() throws IOException {
        write(WHOLE[0], WHOLE[1], "no.png,ann,train,1,,,", "1.png,ann,train,2,,,", "2.png,ann,test,1,,,",
            "3.png,ben,test,NaN,,,");
        final ShellRun run = ShellRun.of("data", "report", "--data", "csv:" + table);
        assertEquals(0, run.status(), run.errors());
        assertEquals(List.of("mine (csv): 5 rows, 1 usable: 1 train, 0 validation, 0 test",
            "  look at: 2 rows with a label that can't be", "  look at: 1 rows whose picture is missing",
            "  look at: 1 rows whose person or video was in another split before",
            "    " + table + ", line 3: the picture no.png is missing from " + folder + ".",
            "    " + table + ", line 4: AU12 is 2, outside of 0.0 to 1.0.",
            "    " + table + ", line 5: the subject 'ann' is in the split test here and in train in " + table
                + ", line 2; a person can be in one split only.",
            "    " + table + ", line 6: AU12 is 'NaN', a finite number is expected."), run.lines().subList(0, 8));
    }

    @Test
    void reportNamesRowsAndPicturesThatOccurTwice() throws IOException {
        Files.copy(folder.resolve("0.png"), folder.resolve("copy.png"));
        Files.copy(folder.resolve("3.png"), folder.resolve("other.png"));
        write(WHOLE[0], WHOLE[1], WHOLE[1], WHOLE[4], "copy.png,eve,test,1,,,", "other.png,cat,validation,1,,,");
        final ShellRun run = ShellRun.of("data", "report", "--data", "csv:" + table);
        final String first = "    0.png (train; " + table + ", line 2) and ";
        assertEquals(List.of("  look at: 1 rows name a picture that another row named",
            first + "0.png (train; " + table + ", line 3)",
            "  look at: 2 pictures are the same as one of another name",
            first + "copy.png (test; " + table + ", line 5)",
            "    3.png (validation; " + table + ", line 4) and other.png (validation; " + table + ", line 6)",
            "  look at: 1 of these are the same in two splits: figures will be too good",
            first + "copy.png (test; " + table + ", line 5)"), run.lines().subList(1, 8));
    }

    @Test
    void trainingStopsAtAMistakeUnlessItIsSkippedAndKeepsTheReport() throws IOException {
        write(WHOLE[0], WHOLE[1], WHOLE[2], WHOLE[3], "no.png,ann,train,1,,,", "1.png,ann,train,2,,,", WHOLE[4]);
        assertEquals("affectj: " + table + ", line 5: the picture no.png is missing from " + folder + ".",
            train().errors().strip());
        assertEquals("affectj: " + table + ", line 6: AU12 is 2, outside of 0.0 to 1.0.",
            train("--skip-missing").errors().strip());
        final ShellRun run = train("--skip-missing", "--skip-invalid");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.errors().contains("mine (csv): 6 rows, 4 usable: 3 train, 1 validation, 0 test\n"
            + "  look at: 1 rows with a label that can't be\n  look at: 1 rows whose picture is missing\n"),
            run.errors());
        assertTrue(run.errors().contains("No face is in the split test: the model card will have no figures"));
        final JsonObject kept = report("work/runs/net/data.json");
        assertEquals(4, kept.get("faces").getAsInt());
        assertEquals(1, kept.get("missing").getAsInt());
    }

    @Test
    void trainingWithoutAValidationSplitStopsBeforeItBegins() throws IOException {
        write(WHOLE[0], WHOLE[1], WHOLE[2], WHOLE[5]);
        final ShellRun run = train();
        assertEquals(1, run.status());
        assertTrue(run.errors()
            .endsWith("affectj: The data (mine) has no face in the split validation to choose the best state by: name "
                + "some in its files, or make splits with 'affectj data split'.\n"), run.errors());
        assertTrue(Files.notExists(folder.resolve("work/runs")));
    }

    private ShellRun train(final String... more) {
        final Object[] args = { "train", "joint", "--data", "csv:" + table, "--work",
            folder.resolve("work"), "--output", folder.resolve("models/net"), "--image-size", "32", "--stem", "16",
            "--widths", "16,16", "--features", "16", "--epochs", "1", "--steps", "1", "--batch", "2" };
        final Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return ShellRun.of(all);
    }

    private JsonObject report(final String file) throws IOException {
        final JsonArray sets = JsonParser.parseString(Files.readString(folder.resolve(file))).getAsJsonArray();
        assertEquals(1, sets.size());
        return sets.get(0).getAsJsonObject();
    }
}
