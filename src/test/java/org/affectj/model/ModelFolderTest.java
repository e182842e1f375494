package org.affectj.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.model.ModelDescription.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of models: what is written is read again, and whatever is wrong with one is named. */
class ModelFolderTest {

    /** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path temporary;

    private Path folder;

    static ModelDescription description(final String name, final int size) {
        final NetworkSpecification network = new NetworkSpecification(NetworkSpecification.Head.AMTL, size, true, 32,
            List.of(32, 64), 1, 64, 4, 16, 0.2, NetworkSpecification.Optimizer.ADAMW);
        return ModelDescription.affect(name, "1.0", network, Collections.nCopies(12, 0.5), 0, 0.02, "CC-BY-4.0",
            "nothing");
    }

    @BeforeEach
    void writeModel() throws IOException {
        folder = Files.createDirectories(temporary.resolve("smile"));
        Files.createDirectories(folder.resolve("variables"));
        Files.writeString(folder.resolve("saved_model.pb"), "abc");
        Files.writeString(folder.resolve("variables/variables.index"), "index");
        Files.writeString(folder.resolve("README.md"), "card");
        ModelFolder.write(folder, description("smile", 112));
    }

    private String failure(final Path path, final Kind kind) {
        return assertThrows(AffectException.class, () -> ModelFolder.open(path).expect(kind)).getMessage();
    }

    @Test
    void readsWhatWasWritten() {
        final ModelDescription read = ModelFolder.open(folder).expect(Kind.AFFECT).description();
        assertEquals(ABC, read.files().get("saved_model.pb"));
        assertEquals(Set.of("saved_model.pb", "variables/variables.index"), read.files().keySet());
        assertEquals(description("smile", 112).withFiles(read.files()), read);
        assertEquals(112, read.inputSize());
    }

    @Test
    void doesNotMindAnEditedModelCard() throws IOException {
        Files.writeString(folder.resolve("README.md"), "a better card");
        assertEquals("smile", ModelFolder.open(folder).expect(Kind.AFFECT).description().name());
    }

    @Test
    void namesAFolderThatIsNotThere() {
        final Path missing = temporary.resolve("nowhere");
        assertEquals("The model folder " + missing + " doesn't exist: give the folder of a model.",
            failure(missing, Kind.AFFECT));
    }

    @Test
    void namesAFolderThatIsNoModel() {
        assertEquals("The folder " + temporary + " has no model.json: give the folder of a model.",
            failure(temporary, Kind.AFFECT));
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(folder.resolve("variables/variables.index"));
        assertEquals("The model " + folder + " lacks its file variables/variables.index: install it again.",
            failure(folder, Kind.AFFECT));
    }

    @Test
    void namesAnAlteredFile() throws IOException {
        Files.writeString(folder.resolve("saved_model.pb"), "abd");
        assertEquals("The model " + folder
            + " isn't as it was made, its file saved_model.pb was altered: install it again.",
            failure(folder, Kind.AFFECT));
    }

    @Test
    void namesAFileOutside() {
        ModelJson.write(description("smile", 112).withFiles(Map.of("../x", ABC)), folder.resolve("model.json"));
        assertEquals("The model " + folder + " names the file ../x outside its folder: don't use it.",
            failure(folder, Kind.AFFECT));
    }

    @Test
    void namesTheWrongKind() {
        assertEquals("The model " + folder + " is for affect, not for landmarks: choose another.",
            failure(folder, Kind.LANDMARKS));
    }

    @Test
    void namesADescriptionThatIsNoJson() throws IOException {
        final Path json = folder.resolve("model.json");
        final String right = Files.readString(json);
        for (final String wrong : List.of("", "name = smile", "[1, 2]", "{}", "{\"schema\": 1, \"name\": \"x\"}",
            right.replace("112", "-1"), right.replace(" 0.5", " 5"), right.replace("\"affect\"", "\"smell\""))) {
            Files.writeString(json, wrong);
            assertEquals("The file " + json + " isn't the description of a model: install the model again.",
                failure(folder, Kind.AFFECT), wrong);
        }
    }

    @Test
    void namesANewerSchema() throws IOException {
        final Path json = folder.resolve("model.json");
        Files.writeString(json, Files.readString(json).replace("\"schema\": 1", "\"schema\": 2"));
        assertEquals("The file " + json + " has the schema 2 of a newer AffectJ: update AffectJ to use this model.",
            failure(folder, Kind.AFFECT));
    }

    @Test
    void writesPlainJson() throws IOException {
        final String json = Files.readString(folder.resolve("model.json"));
        assertTrue(json.contains("\"kind\": \"affect\""), json);
        assertTrue(json.contains("\"AU01\""), json);
    }
}
