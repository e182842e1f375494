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
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aff-Wild2 by the three tracks' files (METHOD 8.1). */
class ChallengeVideosTest {

    private static final String AFFECT = "VA_Estimation_Challenge/Train_Set/";
    private static final String EXPRESSIONS = "EXPR_Classification_Challenge/Train_Set/";
    private static final String UNITS = "AU_Detection_Challenge/Train_Set/";
    private static final String UNIT_NAMES = "AU1,AU2,AU4,AU6,AU7,AU10,AU12,AU15,AU23,AU24,AU25,AU26";
    private static final String EXPRESSION_NAMES = "Neutral,Anger,Disgust,Fear,Happiness,Sadness,Surprise,Other";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFaces() throws IOException {
        for (final String image : List.of("v1/00001", "v1/00002", "v1/00004", "v2_left/00001")) {
            final Path file = folder.resolve("cropped_aligned/" + image + ".jpg");
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
        }
    }

    private void annotate(final String file, final String... lines) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), String.join("\r\n", lines) + "\r\n");
    }

    private List<FaceExample> faces() {
        final List<FaceExample> faces = new ArrayList<>();
        try (DataSet data = DataSets.open(List.of("affwild2:" + folder)).get(0)) {
            data.forEach(faces::add);
        }
        return faces;
    }

    private String mistake() {
        return assertThrows(AffectException.class, this::faces).getMessage();
    }

    @Test
    void putsTogetherWhatTheTracksSayOfAFrame() throws IOException {
        annotate(AFFECT + "v1.txt", "valence,arousal", "0.25,-0.5", "-5,-5", "0.1,0.1", "-5.0,-5.0");
        annotate(EXPRESSIONS + "v1.txt", EXPRESSION_NAMES, "4", "-1", "1", "-1", "6");
        annotate(UNITS + "v1.txt", UNIT_NAMES, "1,0,0,0,0,0,1,0,0,0,0,1", "0,0,1,0,0,0,0,0,0,0,0,0");
        annotate(EXPRESSIONS.replace("Train", "Validation") + "v2_left.txt", EXPRESSION_NAMES, "7");
        final List<FaceExample> faces = faces();
        // frame 3 has no picture, frame 4 no label, frame 5 no picture
        assertEquals(List.of("v1/00001.jpg", "v1/00002.jpg", "v2_left/00001.jpg"),
            faces.stream().map(FaceExample::image).toList());
        assertEquals(List.of("v1", "v1", "v2_left"), faces.stream().map(FaceExample::subject).toList());
        assertEquals(List.of(Split.TRAIN, Split.TRAIN, Split.VALIDATION),
            faces.stream().map(FaceExample::split).toList());
        final Truth all = faces.get(0).labels().truth();
        assertEquals(Optional.of(Expression.HAPPINESS), all.expression());
        assertEquals(0.25, all.valence());
        assertEquals(-0.5, all.arousal());
        assertArrayEquals(new double[] { 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1 }, all.actionUnits());
        final Truth units = faces.get(1).labels().truth();
        assertTrue(units.expression().isEmpty() && !units.knowsAffect());
        assertEquals(1, units.actionUnits()[ActionUnit.AU04.ordinal()]);
        assertEquals(Optional.of(Expression.OTHER), faces.get(2).labels().truth().expression());
    }

    @Test
    void readsEditionsWithOtherFoldersExpressionsAndActionUnits() throws IOException {
        annotate("AU_Set/Training_Set/v1.txt", "AU1,AU2,AU4,AU6,AU12,AU15,AU20,AU25", "0,0,0,0,1,0,1,0",
            "1,0,0,0,1,0,-1,0");
        annotate("EXPR_Set/Training_Set/v1.txt", EXPRESSION_NAMES.replace(",Other", ""), "6", "3");
        final Truth first = faces().get(0).labels().truth();
        assertEquals(1, first.actionUnits()[ActionUnit.AU12.ordinal()]);
        assertEquals(0, first.actionUnits()[ActionUnit.AU25.ordinal()]);
        assertTrue(!first.knows(ActionUnit.AU07), "no column says anything of it");
        assertEquals(Optional.of(Expression.SURPRISE), first.expression());
        assertTrue(!faces().get(1).labels().truth().knows(ActionUnit.AU01), "one missing value invalidates the task");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
        value = { "0.5,1.5      | valence,arousal | 3: arousal is 1.5, outside of -1.0 to 1.0 and not -5.0",
            "NaN,0        | valence,arousal | 3: valence is NaN, outside of -1.0 to 1.0 and not -5.0",
            "0.5          | valence,arousal | 3: has 1 fields, 2 are expected",
            "''           | valence,arousal | 3: is empty, but each frame has a line",
            "0,0          | arousal,valence | 1: the header is not 'valence,arousal'" })
    void namesFileAndLineOfAMistake(final String row, final String header, final String message) throws IOException {
        annotate(AFFECT + "v1.txt", header, "0,0", row, "0,0");
        assertEquals(folder.resolve(AFFECT + "v1.txt") + ", line " + message + ".", mistake());
    }

    @Test
    void aVideoIsInOneSplitByAllTracks() throws IOException {
        annotate(AFFECT + "v1.txt", "valence,arousal", "0,0");
        annotate("AU_Detection_Challenge/Validation_Set/v1.txt", UNIT_NAMES, "1,0,0,0,0,0,1,0,0,0,0,1");
        assertEquals("The video 'v1' is in the split train by " + folder.resolve(AFFECT + "v1.txt")
            + " and in validation by " + folder.resolve("AU_Detection_Challenge/Validation_Set/v1.txt")
            + ": remove one of the two files.", mistake());
    }

    @Test
    void aVideoWithoutAnyFacesIsNamed() throws IOException {
        annotate(AFFECT + "v3.txt", "valence,arousal", "0,0");
        assertEquals(folder.resolve(AFFECT + "v3.txt") + ": the folder " + folder.resolve("cropped_aligned/v3")
            + " with the faces of this video is missing.", mistake());
    }

    @Test
    void aFolderWithoutAnnotationsIsNamed() {
        assertEquals("The folder " + folder + " holds no annotations: text files are expected in Train_Set and "
            + "Validation_Set of VA_Estimation_Challenge, EXPR_Classification_Challenge, AU_Detection_Challenge.",
            mistake());
    }
}
