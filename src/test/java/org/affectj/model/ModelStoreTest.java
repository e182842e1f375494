package org.affectj.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.affectj.model.ModelDescription.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models are found. */
class ModelStoreTest {

    @TempDir
    Path temporary;

    private ModelStore store() {
        return new ModelStore(temporary.resolve("models"), temporary.resolve("cache"));
    }

    private Path userModel(final String name) throws IOException {
        final Path folder = Files.createDirectories(temporary.resolve("models").resolve(name));
        Files.writeString(folder.resolve("saved_model.pb"), "abc");
        return ModelFolder.write(folder, ModelFolderTest.description(name, 112)).path();
    }

    @Test
    void findsModelsByNameAndByPath() throws IOException {
        final Path folder = userModel("smile-2.0");
        assertEquals(folder, store().open("smile-2.0", Kind.AFFECT).path());
        assertEquals(folder, store().open(folder.toString(), Kind.AFFECT).path());
        assertEquals(folder.toString(), store().list().get("smile-2.0"));
    }

    @Test
    void namesWhatThereIsWhenAModelIsUnknown() throws IOException {
        userModel("smile");
        final String message =
            assertThrows(AffectException.class, () -> store().open("frown", Kind.AFFECT)).getMessage();
        assertEquals("There is no model 'frown': use one of " + String.join(", ", store().list().keySet())
            + " or give the path of a model's folder.", message);
        assertTrue(message.contains("smile"), message);
    }

    @Test
    void namesAMissingFolder() {
        final Path missing = temporary.resolve("there").resolve("it");
        assertEquals("The model folder " + missing + " doesn't exist: give the folder of a model.",
            assertThrows(AffectException.class, () -> store().open(missing.toString(), Kind.AFFECT)).getMessage());
    }
}
