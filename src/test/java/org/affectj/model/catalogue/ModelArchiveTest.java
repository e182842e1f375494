package org.affectj.model.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.model.ModelStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that mean harm, or are damaged, install nothing. */
class ModelArchiveTest {

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void useFoldersOfThisTest() {
        archive = folder.resolve("archive.zip");
        System.setProperty("affectj.models", folder.resolve("models").toString());
        System.setProperty("affectj.cache", folder.resolve("cache").toString());
    }

    @AfterEach
    void useFoldersOfTheUser() {
        System.clearProperty("affectj.models");
        System.clearProperty("affectj.cache");
    }

    private void assertRefused(final String message) throws IOException {
        assertEquals(message,
            assertThrows(AffectException.class, () -> new ModelStore().install(archive)).getMessage());
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of("archive.zip"),
                files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void refusesPathsThatLeaveTheFolder() throws IOException {
        for (final String name : List.of("../evil", "model/../../evil", "/evil", "..\\evil", "model/../model.json")) {
            Archives.zip(archive, Map.of(name, new byte[10]));
            assertRefused("The archive " + archive + " would write '" + name + "' outside its folder: don't use it.");
        }
    }

    /** 60 MB of zeros in less than 1 MB. */
    @Test
    void refusesBombs() throws IOException {
        final Map<String, byte[]> large = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++)
            large.put("zeros" + i, new byte[10 << 20]);
        Archives.zip(archive, large);
        assertTrue(Files.size(archive) < 1 << 20);
        assertRefused("The archive " + archive + " unpacks to more than 50 times its size: don't use it.");
        final Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 1001; i++)
            many.put("file" + i, new byte[0]);
        Archives.zip(archive, many);
        assertRefused("The archive " + archive + " holds 1001 files: don't use it, a model has 1000 at most.");
    }

    /** Made of a link, its text takes the place of the network, which then isn't what the description says. */
    @Test
    void makesNoLinks() throws IOException {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("model.json", Files.readAllBytes(Path.of("models/landmarks-68/model.json")));
        entries.put("saved_model.pb", Path.of("models/landmarks-68/saved_model.pb").toAbsolutePath()
            .toString().getBytes());
        Archives.zip(archive, entries);
        final byte[] bytes = Files.readAllBytes(archive);
        for (int i = 0; i < bytes.length - 46; i++)
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 5] = 3; // made by Unix
                bytes[i + 40] = (byte) 0xFF; // mode 0120777: a symbolic link
                bytes[i + 41] = (byte) 0xA1;
            }
        Files.write(archive, bytes);
        assertRefused("The model " + folder.resolve("cache/unpacked-" + ProcessHandle.current().pid())
            + " isn't as it was made, its file saved_model.pb was altered: install it again.");
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        Files.writeString(archive, "no zip file");
        assertRefused("The file " + archive + " isn't an intact zip file: get it again.");
        Archives.zip(archive, Map.of("a/readme", new byte[1], "b/readme", new byte[1]));
        assertRefused("The archive " + archive + " has no model.json, neither at its top nor in its only folder: "
            + "give the zip file of a model's folder.");
        Archives.model(archive, "points");
        final byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("The file " + archive + " isn't an intact zip file: get it again.");
    }
}
