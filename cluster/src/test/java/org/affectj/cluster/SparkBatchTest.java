package org.affectj.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares Spark, on two cores of this computer, with the batch of one process. */
class SparkBatchTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void useThisComputer() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
    }

    @AfterEach
    void forget() {
        Batches.forgetSettings();
    }

    @Test
    void hasTheTablesOfABatchAndGoesOn() throws IOException {
        final Path inputs = Files.createDirectory(folder.resolve("in"));
        Batches.portrait(inputs.resolve("007.png"), 0);
        Batches.portrait(inputs.resolve("an=odd name.png"), 40);
        Batches.portrait(inputs.resolve("twice.png"), 80);
        Files.copy(Batches.SAMPLES.resolve("rendered-face.avi"), inputs.resolve("twice.avi"));
        Files.writeString(inputs.resolve("poisoned.png"), "no picture");
        Files.createFile(inputs.resolve("empty.mp4"));
        final Map<String, String> expected = Batches.plain(inputs, folder.resolve("plain"));
        assertEquals(4, expected.size());

        final String out = folder.resolve("out").toString();
        final Batches.Told first =
            Batches.spark("analyze", inputs.toString(), "-o", out, "--csv", folder.resolve("csv").toString());
        assertEquals(1, first.status(), first.err());
        assertEquals("4 of 6 inputs done: " + out, first.out().strip());
        Batches.assertSame(expected, folder.resolve("csv"));
        assertEquals(List.of("empty.mp4", "poisoned.png"), failed(out));

        final Map<Path, FileTime> before = rows(out);
        assertEquals(4, before.size());
        assertEquals("4 of 6 inputs done, 4 of them before: " + out,
            Batches.spark("analyze", inputs.toString(), "-o", out).out().strip());
        assertEquals(before, rows(out));

        Batches.portrait(inputs.resolve("007.png"), 120);
        Files.delete(inputs.resolve("poisoned.png"));
        Batches.portrait(inputs.resolve("poisoned.png"), 160);
        assertEquals("5 of 6 inputs done, 3 of them before: " + out,
            Batches.spark("analyze", inputs.toString(), "-o", out).out().strip());
        assertEquals(0, Batches.spark("export", out, folder.resolve("again").toString()).status());
        Batches.assertSame(Batches.plain(inputs, folder.resolve("plain again")), folder.resolve("again"));
        assertEquals(List.of("empty.mp4"), failed(out));

        final Batches.Told other = Batches.spark("analyze", inputs.toString(), "-o", out, "--min-face", "60");
        assertTrue(other.err().contains("minimum_face was 0.08 and is 60.0"), other.err());
        final Batches.Told anew =
            Batches.spark("analyze", inputs.toString(), "-o", out, "--min-face", "60", "--overwrite");
        assertEquals("5 of 6 inputs done: " + out, anew.out().strip());
        assertEquals(5, rows(out).size());
    }

    /** Hadoop's view of other file systems stands for those that a disk isn't. */
    @Test
    void copiesInputsThatAreNotOnADisk() throws IOException {
        System.setProperty("spark.hadoop.fs.viewfs.mounttable.shelf.link./videos",
            Files.createDirectory(folder.resolve("in")).toUri().toString());
        Batches.portrait(folder.resolve("in/face.png"), 0);
        Files.writeString(folder.resolve("in/poisoned.png"), "no picture");
        final Map<String, String> expected = Batches.plain(folder.resolve("in"), folder.resolve("plain"));
        final Path copies = Path.of(System.getProperty("java.io.tmpdir"));
        final List<Path> before = list(copies);

        final Batches.Told told = Batches.spark("analyze", "viewfs://shelf/videos", "-o",
            folder.resolve("out").toString(), "--csv", folder.resolve("csv").toString());
        Batches.assertSame(expected, folder.resolve("csv"));
        assertTrue(told.err().contains("The file 'viewfs://shelf/videos/poisoned.png' isn't a picture"), told.err());
        assertEquals(before, list(copies));
    }

    private static List<Path> list(final Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().matches("affectj-\\d+")).sorted().toList();
        }
    }

    private static List<String> failed(final String out) {
        try (SparkSession spark = AffectJSpark.session()) {
            return spark.read().parquet(out + "/failures").collectAsList().stream()
                .map(row -> row.<String>getAs("source").replaceAll(".*/", "")).sorted().toList();
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    /** @return the Parquet files of faces and when they were written */
    private static Map<Path, FileTime> rows(final String out) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(out, "faces"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                .collect(Collectors.toMap(file -> file, file -> {
                    try {
                        return Files.getLastModifiedTime(file);
                    } catch (final IOException e) {
                        throw new AssertionError(e);
                    }
                }));
        }
    }
}
