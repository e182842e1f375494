package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a folder of references is said, never passed over. */
class GoldenReferenceTest {

    @TempDir
    Path folder;

    @Test
    void everyFileIsRead() throws IOException {
        Files.writeString(folder.resolve("amtl_reference.json"), "{\"a\": {\"b\": [[1, 2, 3], [4, 5, 6]]}}");
        Files.writeString(folder.resolve("amtl_reference_small.json"), "{\"a\": {\"b\": 7}}");
        Files.writeString(folder.resolve("other.json"), "{}");
        final var references = GoldenReference.all(folder);
        assertTrue(references.size() == 2);
        assertArrayEquals(new float[] { 1, 4, 2, 5, 3, 6 }, references.get(0).get("a/b").transposed().values());
        assertArrayEquals(new float[] { 7 }, references.get(1).get("a/b").values());
    }

    @Test
    void emptyFoldersFail() {
        fails("holds no amtl_reference*.json", () -> GoldenReference.all(folder));
        fails("doesn't exist", () -> GoldenReference.all(folder.resolve("nowhere")));
    }

    @Test
    void missingKeysFail() throws IOException {
        Files.writeString(folder.resolve("amtl_reference.json"), "{\"a\": {}}");
        fails("amtl_reference.json lacks a/c.", () -> GoldenReference.all(folder).get(0).get("a/c"));
    }

    @Test
    void numbersThatAreOffFail() throws IOException {
        Files.writeString(folder.resolve("amtl_reference.json"), "{\"a\": [100, 1]}");
        final GoldenReference reference = GoldenReference.all(folder).get(0);
        reference.assertClose("a", reference.get("a"), new float[] { 100, 1.0009f });
        fails("number 1 of a is 1.002",
            () -> reference.assertClose("a", reference.get("a"), new float[] { 100, 1.002f }));
        fails("number 0 of a is NaN",
            () -> reference.assertClose("a", reference.get("a"), new float[] { Float.NaN, 1 }));
    }

    private static void fails(final String message, final Executable check) {
        final String actual = assertThrows(AssertionError.class, check).getMessage();
        assertTrue(actual.contains(message), actual);
    }
}
