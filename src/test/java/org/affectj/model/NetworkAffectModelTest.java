package org.affectj.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;
import org.affectj.engine.SavedModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions of a network whose outputs can be calculated by hand. */
class NetworkAffectModelTest {

    @TempDir
    Path temporary;

    private AffectModel model;

    @BeforeEach
    void open() throws ReflectiveOperationException {
        final Path folder = SavedModels.write("affect", temporary);
        ModelFolder.write(folder, ModelFolderTest.description("affect", 4));
        model = NetworkAffectModel.open(ModelFolder.open(folder),
            new EngineOptions("cpu", Precision.FLOAT32, 0));
    }

    @AfterEach
    void close() {
        model.close();
    }

    private static FaceCrop face(final int red, final int green) {
        final byte[] rgb = new byte[4 * 4 * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
        }
        return new FaceCrop(4, rgb);
    }

    @Test
    void readsOneFace() {
        final Prediction prediction = model.predict(List.of(face(255, 51))).get(0);
        assertEquals(1 / 12f, prediction.value(ActionUnit.AU01), 1e-6);
        assertEquals(1, prediction.value(ActionUnit.AU26), 1e-6);
        assertEquals(1 / 8f, prediction.probability(Expression.OTHER), 1e-6);
        assertEquals(0.2f, prediction.valence(), 1e-6);
        assertEquals(-0.2f, prediction.arousal(), 1e-6);
    }

    @Test
    void keepsTheOrderOfManyFaces() {
        final List<FaceCrop> faces = new ArrayList<>();
        for (int i = 0; i < 150; i++)
            faces.add(face(i, 255 - i));
        final List<Prediction> predictions = model.predict(faces);
        assertEquals(150, predictions.size());
        for (int i = 0; i < 150; i++) {
            assertEquals(i / 255f, predictions.get(i).value(ActionUnit.AU26), 1e-6);
            assertEquals((255 - i) / 255f, predictions.get(i).valence(), 1e-6);
        }
    }

    @Test
    void takesNoFaces() {
        assertEquals(List.of(), model.predict(List.of()));
    }

    @Test
    void refusesFacesOfAnotherSize() {
        assertEquals("The model takes faces of 4 pixels, not 5", assertThrows(IllegalArgumentException.class,
            () -> model.predict(List.of(new FaceCrop(5, new byte[75])))).getMessage());
    }
}
