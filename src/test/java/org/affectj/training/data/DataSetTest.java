package org.affectj.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.HugePicture;
import org.affectj.model.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading data sets: what votes and labels become, and what is said of damaged files. */
class DataSetTest {

    @TempDir
    private Path folder;

    @Test
    void votesBecomeSharesWithoutSingleVotes() {
        final Labels labels = ferPlus("train,4,0,0,1,3,2,0,0,0,0").get(0).labels();
        // 4 neutral, 3 anger, 2 disgust of 9; the single vote for sadness is dropped
        assertArrayEquals(new float[] { 4 / 9f, 3 / 9f, 2 / 9f, 0, 0, 0, 0, 0 }, labels.expressions(), 1e-6f);
        assertEquals(1, labels.expressionWeight(), 1e-6f);
        assertEquals(Optional.of(Expression.NEUTRAL), labels.expression());
    }

    @Test
    void contemptIsOtherAndUnknownVotesTakeWeightAway() {
        final Labels labels = ferPlus("train,0,2,0,0,0,0,0,4,2,2").get(0).labels();
        assertEquals(2 / 6f, labels.expressions()[Expression.HAPPINESS.ordinal()], 1e-6f);
        assertEquals(4 / 6f, labels.expressions()[Expression.OTHER.ordinal()], 1e-6f);
        assertEquals(0.6f, labels.expressionWeight(), 1e-6f);
        assertEquals(Optional.of(Expression.OTHER), labels.expression());
    }

    @Test
    void facesThatMostCouldNotTellAreLeftOutOfEvaluation() {
        final List<FaceExample> faces =
            ferPlus("test,0,3,0,0,0,0,0,0,5,2", "test,2,0,0,0,0,0,0,0,0,8", "test,4,0,0,0,0,0,0,0,4,2");
        assertEquals(Optional.empty(), faces.get(0).labels().expression());
        assertEquals(Optional.empty(), faces.get(1).labels().expression());
        assertEquals(Optional.of(Expression.NEUTRAL), faces.get(2).labels().expression());
        assertEquals(Split.TEST, faces.get(0).split());
    }

    @Test
    void pointsThatTeachersDisagreeOnAreNotUsed() {
        final SmallDataSet set = new SmallDataSet("photographs", SmallDataSet.PHOTOGRAPHS_HEADER)
            .add("a.png", "train,s1,happiness", 0.05).add("b.png", "train,s1,contempt", 0.2)
            .add("c.png", "validation,s2,fear", -1);
        final List<FaceExample> faces = new ArrayList<>();
        try (Photographs photographs = new Photographs(set.write(folder))) {
            photographs.forEach(faces::add);
        }
        assertTrue(faces.get(0).usableLandmarks().isPresent());
        assertEquals(20, faces.get(0).landmarks().orElseThrow().fivePoints()[0][1], 1e-9);
        assertTrue(faces.get(1).usableLandmarks().isEmpty() && faces.get(1).box().isPresent());
        assertEquals(Optional.of(Expression.OTHER), faces.get(1).labels().expression());
        assertTrue(faces.get(2).landmarks().isEmpty() && faces.get(2).box().isEmpty());
        assertEquals("s2", faces.get(2).subject());
    }

    @Test
    void wrongCellsAreNamedWithFileAndLine() {
        assertEquals(folder.resolve("ferplus.csv") + ", line 3: sadness is 'x', a number is expected.",
            assertThrows(AffectException.class,
                () -> ferPlus("train,4,0,0,1,3,2,0,0,0,0", "train,4,0,0,x,3,2,0,0,0,0")).getMessage());
        assertEquals(folder.resolve("ferplus.csv") + ", line 2: the split is 'training', train, validation or test is "
            + "expected.",
            assertThrows(AffectException.class, () -> ferPlus("training,4,0,0,1,3,2,0,0,0,0")).getMessage());
        assertEquals(folder.resolve("ferplus.csv") + ", line 2: fear is '-1', a whole number from 0 is expected.",
            assertThrows(AffectException.class, () -> ferPlus("train,4,0,0,1,3,2,-1,0,0,0")).getMessage());
        assertEquals(folder.resolve("ferplus.csv") + ", line 2: the row ends before its column unknown.",
            assertThrows(AffectException.class, () -> ferPlus("train,4,0,0,1,3,2,0,0")).getMessage());
    }

    @Test
    void aTableOfLandmarksThatEndsEarlyIsNoticed() throws IOException {
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.1)
            .write(folder);
        Files.writeString(folder.resolve("ferplus.csv"), SmallDataSet.FER_PLUS_HEADER
            + "\na.png,train,9,0,0,0,0,0,0,0,0,0\nb.png,train,9,0,0,0,0,0,0,0,0,0\n");
        try (FerPlus data = new FerPlus(folder)) {
            assertEquals(folder.resolve("ferplus.csv") + ", line 3: the table of landmarks ends before b.png.",
                assertThrows(AffectException.class, () -> data.forEach(face -> { })).getMessage());
        }
    }

    /** By the reader of FER+'s authors: more than half of the votes, those of 1 dropped. */
    @ParameterizedTest
    @CsvSource({ "6 0 0 4 0 0 0 0 0 0, true", "5 0 0 5 0 0 0 0 0 0, false", "5 0 0 4 1 0 0 0 0 0, true",
        "4 0 0 3 1 1 1 0 0 0, true", "4 0 0 2 0 0 0 0 4 0, false", "4 0 0 0 0 0 0 0 2 2, false",
        "0 0 0 0 0 0 0 6 4 0, true", "1 1 1 1 1 1 1 1 1 1, false", "2 0 0 0 0 0 0 0 8 0, false" })
    void moreThanHalfOfTheVotesAreAMajority(final String votes, final boolean majority) {
        final Labels labels = ferPlus("test," + votes.replace(' ', ',')).get(0).labels();
        assertEquals(majority, FerPlus.hasMajority(labels));
    }

    @Test
    void aMissingPictureIsNamed() {
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.1)
            .write(folder);
        try (FerPlus data = new FerPlus(folder)) {
            assertEquals("The picture b.png of " + folder.resolve("ferplus.zip")
                + " is missing or damaged: restore it, or remove its row from the annotations.",
                assertThrows(AffectException.class, () -> data.pictures().read("b.png")).getMessage());
        }
    }

    @Test
    void anArchiveWhoseEntriesPointOutsideIsRefused() throws IOException {
        final Path secret = folder.resolve("secret.png");
        Files.write(secret, HugePicture.png(1));
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("../secret.png", "train,9,0,0,0,0,0,0,0,0,0", 0.1)
            .write(folder.resolve("set"));
        final String message = assertThrows(AffectException.class, () -> new FerPlus(folder.resolve("set")))
            .getMessage();
        assertEquals("The pictures " + folder.resolve("set/ferplus.zip")
            + " can't be opened: give the folder of the data set, with its zip file whole.", message);
    }

    @Test
    void aRowCantNameAPictureOutsideOfItsArchive() throws IOException {
        Files.write(folder.resolve("secret.png"), HugePicture.png(1));
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.1)
            .write(folder);
        try (FerPlus data = new FerPlus(folder)) {
            for (final String name : List.of("../secret.png", folder.resolve("secret.png").toString(), "a\0.png"))
                assertTrue(assertThrows(AffectException.class, () -> data.pictures().read(name)).getMessage()
                    .endsWith(" is missing or damaged: restore it, or remove its row from the annotations."), name);
        }
    }

    @Test
    void aPictureThatUnpacksToGigabytesIsRefused() throws IOException {
        Files.write(folder.resolve("huge.png"), HugePicture.png(60_000));
        try (Pictures pictures = Pictures.in(folder)) {
            assertEquals("The picture huge.png of " + folder + " has more than 100000000 pixels: make it smaller, or "
                + "remove its row from the annotations.",
                assertThrows(AffectException.class, () -> pictures.read("huge.png")).getMessage());
        }
    }

    @Test
    void renderedActionUnitsArePresentFromAFifth() throws IOException {
        final StringBuilder header = new StringBuilder("image,split,subject,expression");
        for (final var unit : org.affectj.model.ActionUnit.values())
            header.append("," + unit);
        final StringBuilder row = new StringBuilder("p.jpg,test,s9,,0.2,0.199,0,1,0,0,0,0,0,0,0.5,0");
        for (int i = 1; i <= 68; i++) {
            header.append(",l" + i + "x,l" + i + "y");
            row.append("," + i + "," + 2 * i);
        }
        Files.writeString(folder.resolve("annotations.csv"), header + "\n" + row + "\n");
        final List<FaceExample> faces = new ArrayList<>();
        try (RenderedFaces data = new RenderedFaces(folder)) {
            data.forEach(faces::add);
        }
        assertArrayEquals(new float[] { 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 }, faces.get(0).labels().actionUnits());
        assertEquals(Optional.empty(), faces.get(0).labels().expression());
        assertEquals(0, faces.get(0).labels().affectWeight());
        assertEquals(136, faces.get(0).landmarks().orElseThrow().y()[67]);
    }

    private List<FaceExample> ferPlus(final String... rows) {
        final SmallDataSet set = new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER);
        for (int i = 0; i < rows.length; i++)
            set.add("f" + i + ".png", rows[i], 0.05);
        final List<FaceExample> faces = new ArrayList<>();
        try (FerPlus data = new FerPlus(set.write(folder))) {
            data.forEach(faces::add);
        }
        return faces;
    }
}
