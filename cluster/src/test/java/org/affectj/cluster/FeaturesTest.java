package org.affectj.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineOptions;
import org.affectj.shell.AffectJ;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.TrainingData;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features by Spark are those of a training, to the byte. 550 faces, drawn four times, make three parts. */
class FeaturesTest {

    private static final int FACES = 550;

    @TempDir
    private static Path given;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainOnOneComputer() throws IOException {
        final BufferedImage portrait = ImageIO.read(Batches.SAMPLES.resolve("astronaut.png").toFile());
        final List<String> rows = new ArrayList<>(List.of("image,subject,split,AU12,expression,valence,arousal"));
        for (int person = 0; person < 11; person++) {
            final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            final Graphics2D graphics = face.createGraphics();
            graphics.drawImage(portrait, 0, 0, 112, 112, 160 + 3 * person, 50, 290 + 5 * person, 200, null);
            graphics.dispose();
            ImageIO.write(face, "png", given.resolve(person + ".png").toFile());
            for (int i = 0; i < FACES / 11; i++)
                rows.add(String.join(",", person + ".png", "" + person,
                    person < 7 ? "train" : person < 9 ? "validation" : "test", "" + person % 2, "" + i % 8,
                    "0." + i % 10, "-0." + person % 10));
        }
        Files.write(given.resolve("faces.csv"), rows);
        train("paper", "affectj-fast", given);
    }

    @BeforeEach
    void useThisComputer() {
        use("local[2]");
    }

    @AfterEach
    void forget() {
        Batches.forgetSettings();
    }

    private static void use(final String master) {
        System.setProperty("spark.master", master);
        System.setProperty("spark.ui.enabled", "false");
    }

    @ParameterizedTest
    @CsvSource({ "paper, affectj-fast, affectj-fast", "heads, ../models/affectj-fast, affectj-fast-fine-tune" })
    void areThoseOfATrainingWhichTakesThem(final String training, final String backbone, final String name)
        throws IOException
    {
        if (!training.equals("paper")) train(training, backbone, given);
        final Path features = folder.resolve("features").resolve(name);
        final Batches.Told told = features("--for", training, "--backbone", backbone);
        assertEquals("The features of 550 faces are there: " + features, told.out().strip(), told.err());
        final Path plain = given.resolve("features").resolve(name);
        assertEquals(4L * FACES * 256 * Float.BYTES, Files.size(plain.resolve("features.bin")));
        for (final String file : List.of("features.bin", "features.json"))
            assertArrayEquals(Files.readAllBytes(plain.resolve(file)), Files.readAllBytes(features.resolve(file)),
                file);
        assertEquals(List.of("features.bin", "features.json"), list(features));

        final FileTime made = Files.getLastModifiedTime(features.resolve("features.bin"));
        assertFalse(train(training, backbone, folder).contains("features"));
        assertEquals("The features of 550 faces were there before: " + features,
            features("--for", training, "--backbone", backbone).out().strip());
        assertEquals(made, Files.getLastModifiedTime(features.resolve("features.bin")));

        Files.write(features.resolve("features.bin"), new byte[7]);
        assertEquals(
            "affectj-spark: The features in " + features + " are damaged: delete that folder, they are made again.",
            last(features("--for", training, "--backbone", backbone).err()));
    }

    @Test
    void goOnWithThePartsThatAreThere() throws Exception {
        final Path features = folder.resolve("features/affectj-fast");
        use("local[1]");
        final CompletableFuture<Batches.Told> run = CompletableFuture.supplyAsync(this::features);
        final Path part = part(features, run);
        SparkSession.active().sparkContext().cancelAllJobs();
        final Batches.Told stopped = run.get();
        assertEquals(1, stopped.status());
        assertTrue(stopped.err().contains("affectj-spark: The features aren't finished ("), stopped.err());
        assertEquals(List.of(part.getParent().getFileName().toString()), list(features));

        final byte[] marked = Files.readAllBytes(part);
        marked[7] ^= 1; // what is made again hasn't this
        Files.write(part, marked);
        assertEquals(0, features().status());
        final byte[] resumed = Files.readAllBytes(features.resolve("features.bin"));
        assertArrayEquals(marked, Arrays.copyOf(resumed, marked.length));
        resumed[7] ^= 1;
        assertArrayEquals(Files.readAllBytes(given.resolve("features/affectj-fast/features.bin")), resumed);
        assertEquals(List.of("features.bin", "features.json"), list(features));
    }

    @Test
    void dontGoOnWithPartsOfOthers() throws Exception {
        final Path features = folder.resolve("features/affectj-fast");
        final CompletableFuture<Batches.Told> run = CompletableFuture.supplyAsync(this::features);
        final Path part = part(features, run);
        SparkSession.active().sparkContext().cancelAllJobs();
        assertEquals(1, run.get().status());
        Files.write(part, new byte[(int) Files.size(part)]);
        assertEquals(0, features("--draws", "1").status());
        final byte[] others = Files.readAllBytes(features.resolve("features.bin"));
        assertEquals(FACES * 256 * Float.BYTES, others.length);
        assertFalse(Arrays.equals(others, 0, 1024, new byte[1024], 0, 1024));
        assertEquals(List.of("features.bin", "features.json"), list(features));
    }

    @Test
    @Tag("slow")
    void survivesAKilledProcess() throws Exception {
        use("local-cluster[2,1,1024]");
        System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        final Path features = folder.resolve("features/affectj-fast");
        final CompletableFuture<Batches.Told> run = CompletableFuture.supplyAsync(this::features);
        part(features, run);
        Batches.executors().get(0).destroyForcibly();
        assertEquals(0, run.get(10, TimeUnit.MINUTES).status());
        assertArrayEquals(Files.readAllBytes(given.resolve("features/affectj-fast/features.bin")),
            Files.readAllBytes(features.resolve("features.bin")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--backbone | none         | There is no model 'none': use one of affectj-default, affectj-fast, landmarks-68 "
            + "or give the path of a model's folder.",
        "--backbone | landmarks-68 | is for landmarks, not for affect: choose another.",
        "--data     | csv:none.csv | The data none.csv is missing: give the path of the data set.",
        "--draws    | 0            | Draws must be from 1 to 100." })
    void saysWhatIsWrong(final String option, final String value, final String message) throws IOException {
        final Batches.Told told = features(option, value);
        assertEquals(1, told.status());
        assertTrue(told.err().strip().endsWith(message), told.err());
        assertEquals(List.of(), list(folder));
    }

    @Test
    void aComputerThatDoesntSeeTheFacesSaysSo() throws IOException {
        final Path work = folder.resolve("work");
        TrainingData.open(DataSets.open(List.of("csv:" + given.resolve("faces.csv"))), work, Progress.NONE).close();
        for (final Path seen : List.of(folder.resolve("elsewhere"), work)) { // no faces, and others
            try (SparkSession spark = AffectJSpark.session()) {
                final FeatureJob job =
                    new FeatureJob(spark, new FeatureParts(folder.resolve("features"), "0".repeat(64), 1));
                final String said = assertThrows(AffectException.class, () -> job.run(new FeatureWork(seen.toString(),
                    List.of("faces"), "of others", new Measurement.ShippedModel("affectj-fast", false),
                    EngineOptions.DEFAULT, 1, 1))).getMessage();
                assertTrue(said.endsWith("doesn't find the faces that were cut out in the work folder '" + seen
                    + "': give one on a disk that all computers of the cluster reach at the same path."), said);
            }
        }
    }

    private Batches.Told features(final String... more) {
        final List<String> line = new ArrayList<>(List.of("features", "--data", "csv:" + given.resolve("faces.csv"),
            "--work", folder.toString(), "--draws", "4", "--backbone", "affectj-fast", "--for", "paper"));
        for (int i = 0; i < more.length; i += 2) line.set(line.indexOf(more[i]) + 1, more[i + 1]);
        return Batches.spark(line.toArray(String[]::new));
    }

    /** @return what a short training told */
    private static String train(final String training, final String backbone, final Path work) {
        final StringWriter err = new StringWriter();
        final int status = AffectJ.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "train", training,
            "--data", "csv:" + given.resolve("faces.csv"), "--work", work.toString(), "--output",
            work.resolve(training).toString(), "--backbone", backbone, "--draws", "4", "--epochs", "1", "--optimizer",
            "ADAMW", "--threads", "1");
        assertEquals(0, status, err.toString());
        return err.toString();
    }

    private static String last(final String lines) {
        return lines.substring(lines.stripTrailing().lastIndexOf('\n') + 1).strip();
    }

    /** @return the first part that is there */
    private static Path part(final Path features, final CompletableFuture<Batches.Told> run) throws Exception {
        while (true) {
            if (run.isDone()) throw new AssertionError("it ended too early: " + run.get());
            if (Files.isDirectory(features)) try (Stream<Path> files = Files.walk(features)) {
                final List<Path> parts =
                    files.filter(file -> file.getFileName().toString().matches("\\d+\\.bin")).toList();
                if (!parts.isEmpty()) return parts.get(0);
            }
            Thread.sleep(5);
        }
    }

    private static List<String> list(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
