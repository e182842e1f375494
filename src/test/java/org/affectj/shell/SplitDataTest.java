package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code affectj data split}: people stay together, and splits are used with the data that they were made of only. */
class SplitDataTest {

    private static final int PEOPLE = 20;

    @TempDir
    private Path folder;

    private Path table;
    private Path splits;
    private final List<String> rows = new ArrayList<>();

    /** Three pictures each of 20 people, whose own split puts all into training. */
    @BeforeEach
    void makeFaces() throws IOException {
        table = folder.resolve("mine.csv");
        splits = folder.resolve("splits.csv");
        for (int i = 0; i < 3 * PEOPLE; i++) {
            final String image = "video" + i / 6 + "/" + i + ".png";
            Files.createDirectories(folder.resolve(image).getParent());
            final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            face.setRGB(i, 0, 0xffffff);
            ImageIO.write(face, "png", folder.resolve(image).toFile());
            rows.add(image + ",#person " + i / 3 + ",train," + i % 2);
        }
        write();
    }

    private void write() throws IOException {
        Files.writeString(table, "image,subject,split,AU12\n" + String.join("\n", rows) + "\n");
    }

    private ShellRun split(final Object... more) {
        final List<Object> all = new ArrayList<>(List.of("data", "split", "--data", "csv:" + table,
            "--output", splits));
        all.addAll(List.of(more));
        return ShellRun.of(all.toArray());
    }

    private ShellRun report(final Path of) {
        return ShellRun.of("data", "report", "--data", "csv:" + of, "--splits", splits);
    }

    @Test
    void keepsPeopleTogetherInPartsThatSeedAndDataDecide() throws IOException {
        final ShellRun run = split();
        assertEquals(0, run.status(), run.errors());
        assertEquals(List.of("train: 16", "validation: 2", "test: 2", "The splits are in " + splits), run.lines());
        final List<String> lines = Files.readAllLines(splits);
        assertTrue(lines.get(0).matches("# fingerprint: [0-9a-f]{64}"), lines.get(0));
        assertEquals("subject,split", lines.get(1));
        assertEquals(PEOPLE + 2, lines.size());
        assertEquals("mine (csv): 60 rows, 60 usable: 48 train, 6 validation, 6 test", report(table).lines().get(0));
        final String before = Files.readString(splits);
        Collections.reverse(rows);
        write();
        split();
        assertEquals(before, Files.readString(splits), "the order of rows is no matter");
        split("--seed", 2);
        assertNotEquals(before, Files.readString(splits));
    }

    @Test
    void partsCanBeAnything() {
        assertEquals(List.of("train: 10", "validation: 10", "test: 0"),
            split("--parts", "1,1,0").lines().subList(0, 3));
        assertEquals("affectj: The parts are [0, 1]: give three numbers, 0 or more, for train, validation "
            + "and test, such as 8,1,1.", split("--parts", "0,1").errors().strip());
    }

    @Test
    void splitsByVideoOrFrameOnlyWhenAskedForAndWarns() throws IOException {
        assertEquals("", split("--by", "video").errors());
        assertEquals("video,split", Files.readAllLines(splits).get(1));
        assertEquals(10, Files.readAllLines(splits).size() - 2);
        final ShellRun run = split("--by", "frame");
        assertEquals("Pictures of one person are now in several splits: figures will be too good. Split "
            + "by subject instead.", run.errors().strip());
        final Map<String, Long> counts = Files.readAllLines(splits).stream().skip(2)
            .collect(Collectors.groupingBy(line -> line.replaceFirst(".*,", ""), Collectors.counting()));
        assertEquals(Map.of("train", 48L, "validation", 6L, "test", 6L), counts);
        assertEquals("  look at: pictures of one person are in several splits: figures will be too good",
            report(table).lines().get(2));
    }

    @Test
    void splitsOfOtherDataAreRefused() throws IOException {
        split();
        final String made = Files.readAllLines(splits).get(0).substring(15, 27);
        rows.set(7, rows.get(7).replaceFirst("train,.$", "train,0.7").replaceFirst("0.7$",
            rows.get(7).endsWith("1") ? "0" : "1"));
        write();
        final ShellRun run = ShellRun.of("train", "joint", "--data", "csv:" + table, "--splits", splits, "--work",
            folder.resolve("work"), "--output", folder.resolve("out"));
        assertEquals(1, run.status());
        assertTrue(run.errors().matches("affectj: The splits \\Q" + splits + "\\E \\(" + made
            + "\\) aren't of this data: csv:\\Q"
            + table + "\\E \\([0-9a-f]{12}\\); give the data as it was when they were made, or make others with "
            + "'affectj data split'.\n"), run.errors());
    }

    @Test
    void trainingUsesTheSplits() throws IOException {
        split();
        final ShellRun run = ShellRun.of("train", "joint", "--data", "csv:" + table, "--splits", splits, "--work",
            folder.resolve("work"), "--output", folder.resolve("models/net"), "--image-size", "32", "--stem", "16",
            "--widths", "16,16", "--features", "16", "--epochs", "1", "--steps", "1", "--batch", "2");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.errors()
            .contains("mine (csv): 60 rows, 60 usable: 48 train, 6 validation, 6 test\n  split by subject\n"),
            run.errors());
        assertTrue(Files.readString(folder.resolve("work/runs/net/data.json")).contains("\"splitBy\": \"subject\""));
    }

    @Test
    void anotherFileThanSplitsIsNamed() throws IOException {
        Files.copy(table, splits);
        assertEquals("affectj: The splits " + splits + " can't be read: give a file that 'affectj data "
            + "split' has written.", report(table).errors().strip());
        split();
        Files.writeString(splits, Files.readString(splits).replaceFirst("train", "training"));
        assertTrue(report(table).errors()
            .contains("is in the split 'training', train, validation or test is expected."));
    }
}
