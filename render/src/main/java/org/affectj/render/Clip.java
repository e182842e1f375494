package org.affectj.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Six seconds of one person who smiles, is surprised and frowns while the head moves a little: pictures of 320 × 320
 * pixels, ten a second, and a table of what each shows.
 */
final class Clip {

    static final int FRAMES = 60;
    private static final int SIZE = 320;
    private static final double RATE = 10;
    /** How much of the picture's width the face takes. */
    private static final float SHARE = 0.52f;
    /** Frames in which an action unit rises, and falls. */
    private static final int RAMP = 4;

    /** Action units that come and go together, with frames from the first to the last, counted from 1. */
    private record Act(int first, int last, float peak, List<ActionUnit> units) {

        /** @return intensity in a frame, 0 to the peak */
        float intensity(final int frame) {
            final float inside = Math.min(frame - first + 1, last - frame + 1) / (float) RAMP;
            return peak * Ramp.step(0, 1, inside);
        }
    }

    private static final List<Act> ACTS = List.of(
        new Act(8, 22, 1, List.of(ActionUnit.AU06, ActionUnit.AU12)),
        new Act(10, 20, 0.7f, List.of(ActionUnit.AU25)),
        new Act(26, 38, 1, List.of(ActionUnit.AU01, ActionUnit.AU02, ActionUnit.AU25, ActionUnit.AU26)),
        new Act(42, 56, 1, List.of(ActionUnit.AU04, ActionUnit.AU07, ActionUnit.AU24)));

    private final Head head;
    private final Head.Person person;

    /**
     * @param head makes and moves people
     * @param person who acts
     */
    Clip(final Head head, final Head.Person person) {
        this.head = head;
        this.person = person;
    }

    /** @return intensities of all action units in a frame, from 1 */
    static float[] intensities(final int frame) {
        final float[] intensities = new float[ActionUnit.values().length];
        for (final Act act : ACTS)
            for (final ActionUnit unit : act.units())
                intensities[unit.ordinal()] = Math.max(intensities[unit.ordinal()], act.intensity(frame));
        return intensities;
    }

    /** @return how the head is turned in a frame, from 1: a slow nod and a slower turn */
    private static Pose pose(final int frame) {
        final double phase = 2 * Math.PI * (frame - 1) / FRAMES;
        return new Pose((float) (3 * Math.sin(2 * phase)), (float) (10 * Math.sin(phase)),
            (float) (3 * Math.cos(phase)));
    }

    /**
     * Writes {@code clip/0001.jpg} and so on, and {@code clip.csv}.
     *
     * @throws IOException if a file can't be written
     */
    void write(final Path folder) throws IOException {
        final Path pictures = Files.createDirectories(folder.resolve("clip"));
        final Portrait portrait = new Portrait(head);
        final Frame frame = new Frame(SIZE, SIZE);
        try (Writer table = Files.newBufferedWriter(folder.resolve("clip.csv"), StandardCharsets.UTF_8)) {
            table.write("frame,time," + Annotations.unitNames() + ",pitch,yaw,roll\n");
            for (int number = 1; number <= FRAMES; number++) {
                picture(portrait, frame, number).write(pictures.resolve(String.format(Locale.ROOT, "%04d.jpg", number)),
                    0.95f);
                table.write(row(number));
            }
        }
    }

    private Picture picture(final Portrait portrait, final Frame frame, final int number) {
        final Performance performance =
            new Performance(Optional.empty(), intensities(number), new TreeMap<>(), 0);
        Background.random(new SplittableRandom(5)).fill(frame);
        frame.depths().clear();
        final float middle = Frame.sample((SIZE - 1) / 2f);
        portrait.draw(frame, person, performance, pose(number),
            Camera.at(100, Frame.SAMPLES * SHARE * SIZE / Shot.FACE_WIDTH, middle, middle), Light.studio());
        // the same, so that no frame is brighter
        final float[] face = { SIZE * 0.3f, SIZE * 0.3f, SIZE * 0.7f, SIZE * 0.8f };
        final Photograph photograph = Photograph.clear();
        photograph.expose(frame, face, person.appearance().skin()[1]);
        return photograph.develop(Sampling.inside(frame, 0), SIZE, SIZE, new SplittableRandom(number));
    }

    private static String row(final int number) {
        final StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%d,%.6f", number, (number - 1) / RATE));
        for (final float intensity : intensities(number)) row.append(String.format(Locale.ROOT, ",%.4f", intensity));
        final Pose pose = pose(number);
        return row + String.format(Locale.ROOT, ",%.2f,%.2f,%.2f\n", pose.pitch(), pose.yaw(), pose.roll());
    }
}
