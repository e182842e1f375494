package org.affectj.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.align.SimilarityTransform;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats that users bring their own faces in, and what is said of mistakes in them. */
class OwnDataTest {

    private static final String UNITS = "1,0,0,0,0,0,1,0,0,0,1,0";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFaces() throws IOException {
        for (final String image : List.of("cropped_aligned/video1_left/00001.jpg",
            "cropped_aligned/video1_left/00002.jpg", "happy/anna_1.png", "Sadness/ben_1.png", "a.png", "b.png"))
        {
            final Path file = folder.resolve(image);
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB), image.substring(image.length() - 3),
                file.toFile());
        }
    }

    private static List<FaceExample> faces(final String source) {
        final List<FaceExample> faces = new ArrayList<>();
        for (final DataSet set : DataSets.open(List.of(source)))
            try (set) {
                set.forEach(faces::add);
            }
        return faces;
    }

    private List<FaceExample> challenge(final String... lines) throws IOException {
        final List<String> all = new ArrayList<>(List.of("image,valence,arousal,expression,aus"));
        all.addAll(Arrays.asList(lines));
        Files.writeString(folder.resolve("training_set_annotations.txt"), String.join("\r\n", all) + "\r\n");
        return faces("saffwild2:" + folder);
    }

    @Test
    void readsTheChallengesRows() throws IOException {
        final List<FaceExample> faces = challenge("video1_left/00001.jpg,0.25,-0.5,4," + UNITS,
            "video1_left/00002.jpg,-5.0,-5,-1.0," + UNITS.replace(",", ".0,") + ",",
            "video1_left/00002.jpg,0.5,-5,2,1,0,-1,0,0,0,1,0,0,0,1,0", "video2/00001.jpg,-5,-5,-1" + ",-1".repeat(12));
        assertEquals(3, faces.size(), "a row without any valid label is left out, and needs no picture");
        final FaceExample first = faces.get(0);
        assertEquals("video1_left", first.subject());
        assertEquals(Split.TRAIN, first.split());
        final Truth all = first.labels().truth();
        assertEquals(Optional.of(Expression.HAPPINESS), all.expression());
        assertEquals(0.25, all.valence());
        assertEquals(-0.5, all.arousal());
        assertArrayEquals(new double[] { 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0 }, all.actionUnits());
        final Truth units = faces.get(1).labels().truth();
        assertEquals(Optional.empty(), units.expression());
        assertTrue(units.knows(ActionUnit.AU26) && !units.knowsAffect());
        final Truth partly = faces.get(2).labels().truth();
        assertTrue(!partly.knowsAffect() && !partly.knows(ActionUnit.AU01), "one missing value invalidates the task");
        assertEquals(Optional.of(Expression.DISGUST), partly.expression());
    }

    @Test
    void takesAlignedFacesAsTheyAre() throws IOException {
        final FaceExample face = challenge("video1_left/00001.jpg,0,0,0," + UNITS).get(0);
        assertEquals(new SimilarityTransform(1, 0, 0, 0), Placement.of(face, 112, 112));
        assertEquals(new SimilarityTransform(0.5, 0, -0.25, -0.25), Placement.of(face, 224, 224));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "video1_left/00001.jpg,2,0,0                     | valence is 2, outside of -1.0 to 1.0 and not -5.0",
        "video1_left/00001.jpg,0,NaN,0                   | arousal is NaN, outside of -1.0 to 1.0 and not -5.0",
        "video1_left/00001.jpg,0,0,8                     | expression is 8, outside of 0.0 to 7.0 and not -1.0",
        "video1_left/00001.jpg,0,0,1.5                   | expression is '1.5', a whole number is expected",
        "video1_left/00001.jpg,x,0,0                     | valence is 'x', a number is expected",
        "video1_left/00001.jpg,0,0                       | has 15 fields, 16 are expected",
        "video9/00001.jpg,0,0,0                          | the picture video9/00001.jpg is missing from FACES" })
    void namesFileAndLineOfAMistake(final String beginning, final String message) {
        final AffectException error = assertThrows(AffectException.class,
            () -> challenge("video1_left/00001.jpg,0,0,0," + UNITS, beginning + "," + UNITS));
        assertEquals(folder.resolve("training_set_annotations.txt") + ", line 3: "
            + message.replace("FACES", folder.resolve("cropped_aligned").toString()) + ".", error.getMessage());
    }

    @Test
    void readsAnySubsetOfColumns() throws IOException {
        Files.writeString(folder.resolve("mine.csv"),
            "image,subject,split,AU12,expression,valence,arousal\na.png,anna,train,0.7,happy,,\n"
                + "b.png,ben,test,,,0.5,-1\n");
        final List<FaceExample> faces = faces("csv:" + folder.resolve("mine.csv"));
        final Truth first = faces.get(0).labels().truth();
        assertEquals(1, first.actionUnits()[ActionUnit.AU12.ordinal()]);
        assertTrue(!first.knows(ActionUnit.AU01) && !first.knowsAffect());
        assertEquals(Optional.of(Expression.HAPPINESS), first.expression());
        final Truth second = faces.get(1).labels().truth();
        assertEquals(-1, second.arousal());
        assertTrue(!second.knows(ActionUnit.AU12) && second.expression().isEmpty());
        assertEquals(Split.TEST, faces.get(1).split());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "b.png,anna,test,0,happy   | the subject 'anna' is in the split test here and in train in FILE, line 2; a "
            + "person can be in one split only",
        "b.png,ben,test,1.5,happy  | AU12 is 1.5, outside of 0.0 to 1.0",
        "b.png,ben,test,NaN,happy  | AU12 is 'NaN', a finite number is expected",
        "b.png,ben,test,0,9        | expression is 9, outside of 0.0 to 7.0",
        "c.png,ben,test,0,happy    | the picture c.png is missing from FOLDER" })
    void namesTheLineOfAMistakeInATable(final String row, final String message) throws IOException {
        final Path file = folder.resolve("mine.csv");
        Files.writeString(file, "image,subject,split,AU12,expression\na.png,anna,train,1,sad\n" + row + "\n");
        assertEquals(file + ", line 3: " + message.replace("FOLDER", folder.toString())
            .replace("FILE", file.toString()) + ".",
            assertThrows(AffectException.class, () -> faces("csv:" + file)).getMessage());
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        final Path file = folder.resolve("mine.csv");
        Files.writeString(file, "\uFEFFimage,expression\r\na.png,4\r\n");
        assertEquals(Optional.of(Expression.HAPPINESS), faces("csv:" + file).get(0).labels().expression());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "image,AU1    | the column 'AU1' is unknown",
        "image,subject | there is no column of labels" })
    void doesNotLoseLabelsOfMisspeltColumns(final String header, final String message) throws IOException {
        final Path file = folder.resolve("mine.csv");
        Files.writeString(file, header + "\na.png,1\n");
        assertTrue(assertThrows(AffectException.class, () -> faces("csv:" + file)).getMessage()
            .startsWith(file + ", line 1: " + message + ";"));
    }

    @Test
    void readsAFolderForEachExpression() throws IOException {
        final Path faces = Files.createDirectories(folder.resolve("set"));
        Files.move(folder.resolve("happy"), faces.resolve("happy"));
        Files.move(folder.resolve("Sadness"), faces.resolve("Sadness"));
        final List<FaceExample> found = faces("folders:" + faces);
        assertEquals(List.of("Sadness/ben_1.png", "happy/anna_1.png"), found.stream().map(FaceExample::image).toList());
        assertEquals(Optional.of(Expression.SADNESS), found.get(0).labels().expression());
        assertEquals("anna", found.get(1).subject());
        assertEquals(Split.ofSubject("anna"), found.get(1).split());
        Files.createDirectories(faces.resolve("bored"));
        assertTrue(assertThrows(AffectException.class, () -> faces("folders:" + faces)).getMessage()
            .startsWith("The folder " + faces.resolve("bored") + " isn't named after an expression: name "
                + "it one of afraid,"));
    }

    @Test
    void takesAPersonToBeTheNameUpToTheFirstUnderscore() throws IOException {
        final Path faces = Files.createDirectories(folder.resolve("set"));
        for (final String name : List.of("train/happy/ann_1_b.png", "train/sad/ann_2.png", "train/sad/7.png",
            "test/sad/7.png"))
            Files.copy(folder.resolve("a.png"), Files.createDirectories(faces.resolve(name).getParent()).resolve(
                faces.resolve(name).getFileName()));
        final List<FaceExample> found = faces("folders:" + faces);
        assertEquals(List.of("test/sad/7.png", "ann", "train/sad/7.png", "ann"),
            found.stream().map(FaceExample::subject).toList());
        assertEquals(List.of(false, true, false, true), found.stream().map(FaceExample::knowsSubject).toList());
        Files.copy(folder.resolve("a.png"), faces.resolve("test/sad/ann_3.png"));
        final String train = faces.resolve("train/happy/ann_1_b.png")
            + ": the subject 'ann' is in the split train here and in test in " + faces.resolve("test/sad/ann_3.png")
            + "; a person can be in one split only.";
        assertEquals(train, assertThrows(AffectException.class, () -> faces("folders:" + faces)).getMessage());
    }

    @Test
    void noVideoOfTheChallengeIsInTwoSplits() throws IOException {
        Files.writeString(folder.resolve("validation_set_annotations.txt"), "video1_left/00002.jpg,0,0,0," + UNITS);
        assertEquals(folder.resolve("validation_set_annotations.txt") + ", line 1: the subject 'video1_left' is in the "
            + "split validation here and in train in " + folder.resolve("training_set_annotations.txt")
            + ", line 2; a person can be in one split only.", assertThrows(AffectException.class,
                () -> challenge("video1_left/00001.jpg,0,0,0," + UNITS)).getMessage());
    }

    @Test
    void namesUnknownFormatsAndMissingPaths() {
        assertEquals("The data 'x' has no known format: give FORMAT:PATH with one of saffwild2, affwild2, "
            + "csv, folders, ferplus, photographs, rendered for the format.",
            assertThrows(AffectException.class, () -> faces("x")).getMessage());
        assertEquals("The data " + folder.resolve("no") + " is missing: give the path of the data set.",
            assertThrows(AffectException.class, () -> faces("csv:" + folder.resolve("no"))).getMessage());
    }

    @Test
    void splitsEightOfTenPeopleToTrain() {
        int train = 0;
        for (int i = 0; i < 1000; i++)
            if (Split.ofSubject("person" + i) == Split.TRAIN) train++;
        assertEquals(800, train, 50);
    }
}
