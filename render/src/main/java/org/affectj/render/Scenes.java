package org.affectj.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Renders scenes of several people into a folder, with a table of one face a row. */
final class Scenes {

    private final Head head;
    private final Plan plan;
    private final Path folder;

    Scenes(final Head head, final Plan plan, final Path folder) {
        this.head = head;
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * Renders {@code count} scenes.
     *
     * @throws IOException if a file can't be written
     */
    void render(final int count) throws IOException {
        Files.createDirectories(folder.resolve("scenes"));
        final Portrait portrait = new Portrait(head);
        final Frame frame = new Frame(Scene.WIDTH, Scene.HEIGHT);
        try (Writer table = Files.newBufferedWriter(folder.resolve("scenes.csv"), StandardCharsets.UTF_8)) {
            table.write(Annotations.looseHeader() + '\n');
            for (int i = 0; i < count; i++) {
                final String image = String.format(Locale.ROOT, "scenes/%05d.jpg", i + 1);
                final Scene scene = Scene.random(portrait, head, frame, plan.scene(i));
                scene.picture().write(folder.resolve(image), scene.quality());
                for (int f = 0; f < scene.faces().size(); f++)
                    table.write(Annotations.looseRow(image, Split.TEST,
                        String.format(Locale.ROOT, "scene%05d_%d", i + 1, f + 1), scene.faces().get(f)) + '\n');
            }
        }
    }
}
