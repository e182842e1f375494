package org.affectj.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** Renders clips of two to five people into a folder, with a table of one person in one frame a row. */
final class Crowds {

    private static final double SECONDS = 8;

    private final Head head;
    private final Plan plan;
    private final Path folder;

    Crowds(final Head head, final Plan plan, final Path folder) {
        this.head = head;
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * Renders {@code count} clips.
     *
     * @param progress told the number of finished clips after each
     * @throws IOException if a file can't be written
     */
    void render(final int count, final IntConsumer progress) throws IOException {
        Files.createDirectories(folder);
        try (Writer table = Files.newBufferedWriter(folder.resolve("crowds.csv"), StandardCharsets.UTF_8)) {
            table.write("clip,frame,subject,x,y,width,height,visible\n");
            for (int i = 0; i < count; i++) {
                render(i, table);
                progress.accept(i + 1);
            }
        }
    }

    private void render(final int index, final Writer table) throws IOException {
        final SplittableRandom random = plan.crowd(index);
        final List<Head.Person> people = new ArrayList<>();
        for (int i = 0; i < 2 + index % 4; i++) people.add(head.person(random));
        final Crowd crowd = new Crowd(head, people, SECONDS, random);
        final String name = String.format(Locale.ROOT, "clip%03d", index + 1);
        final Path frames = Files.createDirectories(folder.resolve(name));
        for (int frame = 0; frame < SECONDS * Crowd.RATE; frame++) {
            final Crowd.Still still = crowd.at(frame / (double) Crowd.RATE);
            still.picture().write(frames.resolve(String.format(Locale.ROOT, "%05d.jpg", frame + 1)), crowd.quality());
            for (int person = 0; person < people.size(); person++)
                table.write(row(name, frame + 1, person + 1, still.faces().get(person)));
        }
    }

    private static String row(final String clip, final int frame, final int person, final Crowd.Face face) {
        final float[] box = Shot.box(face.landmarks());
        return String.format(Locale.ROOT, "%s,%d,%s_%d,%.2f,%.2f,%.2f,%.2f,%.3f%n", clip, frame, clip, person, box[0],
            box[1], box[2] - box[0], box[3] - box[1], face.visible());
    }
}
