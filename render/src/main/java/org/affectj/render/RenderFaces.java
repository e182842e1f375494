package org.affectj.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The shell command that renders a data set. */
@Command(name = "render-faces", mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = true,
    description = "Renders faces with exact landmarks, pose and action units from ICT-FaceKit's shapes.")
public final class RenderFaces implements Callable<Integer> {

    @Parameters(index = "0", description = "ictface.zip")
    private Path kit;

    @Parameters(index = "1", description = "folder to render into; made if it doesn't exist")
    private Path folder;

    @Option(names = "--count", description = "number of pictures", defaultValue = "20000")
    private int count;

    @Option(names = "--identities", description = "number of people", defaultValue = "1000")
    private int identities;

    @Option(names = "--split", description = "shares of the people to train and to validate; the rest is to test",
        split = ",", defaultValue = "0.8,0.1")
    private double[] split;

    @Option(names = "--seed", description = "same seed, same pictures", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", description = "pictures rendered at once", defaultValue = "2")
    private int threads;

    @Option(names = "--scenes", description = "number of pictures of 640x480 with one to three people",
        defaultValue = "0")
    private int scenes;

    @Option(names = "--crowds", description = "instead of pictures of single faces, this number of clips of 8 seconds, "
        + "in which two to five people cross, leave and come back", defaultValue = "0")
    private int crowds;

    @Option(names = "--sheets", description = "also write contact sheets: each action unit, landmarks, random faces")
    private boolean sheets;

    @Option(names = "--clip", paramLabel = "PERSON", defaultValue = "0",
        description = "also write clip and clip.csv: six seconds of this person, counted from 1; 0 for none")
    private int clip;

    /** Runs the command and exits with 0 where it succeeded. */
    public static void main(final String[] arguments) {
        System.exit(new CommandLine(new RenderFaces()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            render();
            return 0;
        } catch (final IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private void render() throws IOException, InterruptedException {
        if (split.length != 2)
            throw new IllegalArgumentException("--split takes two shares, as in --split 0.8,0.1.");
        final Plan plan = new Plan(count, identities, seed, split[0], split[1]);
        final Head head = new Head(FaceKit.read(kit));
        Files.createDirectories(folder);
        if (crowds > 0) {
            new Crowds(head, plan, folder)
                .render(crowds, done -> System.err.println(done + " of " + crowds + " clips"));
            return;
        }
        if (sheets) new Sheets(head, plan).write(folder);
        if (scenes > 0) new Scenes(head, plan, folder).render(scenes);
        if (clip > 0) new Clip(head, head.person(plan.person(clip - 1))).write(folder);
        final long start = System.nanoTime();
        new DataSet(head, plan, folder, threads).render(done -> report(done, (System.nanoTime() - start) / 1e9));
        System.err.println();
    }

    private void report(final int done, final double seconds) {
        System.err.printf(Locale.ROOT, "\r%d of %d pictures, %.1f a second ", done, count, done / seconds);
    }
}
