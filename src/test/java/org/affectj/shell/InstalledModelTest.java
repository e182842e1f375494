package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.affectj.training.data.DrawnFaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was trained here is installed, and found by its name. */
class InstalledModelTest {

    @TempDir
    private Path folder;

    private Path models;

    @BeforeEach
    void useModelsOfThisTest() {
        models = folder.resolve("my models");
        System.setProperty("affectj.models", models.toString());
    }

    @AfterEach
    void useModelsOfTheUser() {
        System.clearProperty("affectj.models");
    }

    @Test
    void trainedModelAnalyzesByItsName() throws IOException {
        final ShellRun trained = train("smiles");
        assertEquals(0, trained.status(), trained.errors());
        assertEquals(List.of("The model is in " + folder.resolve("smiles"),
            "It is installed in " + models.resolve("smiles")), trained.lines());
        assertTrue(Files.size(folder.resolve("work/runs/smiles/curves.png")) > 5000, "curves are drawn");
        final ShellRun analyzed =
            ShellRun.of("analyze", "samples/astronaut.png", "--output", folder.resolve("out"), "--model", "smiles");
        assertEquals(0, analyzed.status(), analyzed.errors());
        assertEquals(2, Files.readAllLines(folder.resolve("out/astronaut.csv")).size());
        assertTrue(ShellRun.of("model", "list").lines().stream()
            .anyMatch(line -> line.matches("smiles +"
                + java.util.regex.Pattern.quote(models.resolve("smiles").toString()))));
        assertFails("The name 'smiles' is taken by the model in " + models.resolve("smiles")
            + ": use another, or delete that folder first.", ShellRun.of("model", "install", folder.resolve("smiles")));
        assertFails("The name 'smiles' is taken by the model in " + models.resolve("smiles")
            + ": use another, or delete that folder first.", train("again/smiles")); // before it trains
        assertFalse(Files.exists(folder.resolve("again")));
    }

    @Test
    void namesOfOtherModelsAndDamagedModelsAreRefused() throws IOException {
        assertFails("The name 'affectj-default' is taken by a model that comes with AffectJ: use another.",
            ShellRun.of("model", "install", "models/affectj-default"));
        assertFails("A model can't be called 'a smile': use letters, digits, '-' and '_', and '.' in between.",
            train("a smile"));
        final Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("model.json"),
            Files.readString(Path.of("models/affectj-default/model.json")).replace("affectj-default", "damaged"));
        assertFails("The model " + damaged + " lacks its file saved_model.pb: install it again.",
            ShellRun.of("model", "install", damaged));
        assertEquals(List.of(), left());
        Files.writeString(damaged.resolve("saved_model.pb"), "no network");
        Files.writeString(damaged.resolve("model.json"), Files.readString(damaged.resolve("model.json"))
            .replaceAll("(\"saved_model.pb\": \")[0-9a-f]+", "$1" + hash(damaged.resolve("saved_model.pb"))));
        final ShellRun unreadable = ShellRun.of("model", "install", damaged);
        assertEquals(1, unreadable.status());
        assertTrue(unreadable.errors().startsWith("affectj: The network in " + damaged + " can't be read"),
            unreadable.errors());
        assertEquals(List.of(), left(), "nothing half done is left");
    }

    private static String hash(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return org.affectj.Sha256.of(in);
        }
    }

    private List<Path> left() throws IOException {
        if (!Files.exists(models)) return List.of();
        try (Stream<Path> files = Files.list(models)) {
            return files.toList();
        }
    }

    private ShellRun train(final String output) {
        return ShellRun.of("train", "joint", "--data", "csv:" + DrawnFaces.write(folder.resolve("faces"), 12), "--work",
            folder.resolve("work"), "--output", folder.resolve(output), "--image-size", "32",
            "--stem", "16", "--widths", "16,16", "--features", "16", "--epochs", "2", "--steps", "2", "--batch", "4",
            "--threads", "1", "--install");
    }

    private static void assertFails(final String message, final ShellRun run) {
        assertEquals("affectj: " + message + "\n", run.errors());
        assertEquals(1, run.status());
    }
}
