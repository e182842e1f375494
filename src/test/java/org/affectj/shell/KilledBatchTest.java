package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch that is killed at random moments, or finds the disk full, ends with the same files as one that wasn't,
 * also if it works on several inputs at a time. {@code -Daffectj.test.pictures=200 -Daffectj.test.kills=20} make the
 * test larger.
 */
class KilledBatchTest {

    private static final int PICTURES = Integer.getInteger("affectj.test.pictures", 40);
    private static final int KILLS = Integer.getInteger("affectj.test.kills", 8);

    @TempDir
    private Path folder;

    @Test
    void endsEqualHoweverOftenItIsKilled() throws Exception {
        writePictures(PICTURES);
        assertEquals(0, analyze("whole", 1).waitFor(), log("whole"));
        final Random random = new Random(7);
        int killed = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            final Process process = analyze("killed", 3);
            final int lines = (PICTURES * kill + random.nextInt(PICTURES)) / (KILLS + 2);
            while (process.isAlive() && lines("killed") <= lines) Thread.sleep(2);
            Thread.sleep(random.nextInt(100));
            if (process.isAlive()) killed++;
            process.destroyForcibly().waitFor();
        }
        assertTrue(killed > KILLS / 2, killed + " were killed");
        assertEquals(0, analyze("killed", 3).waitFor(), log("killed"));
        assertEquals(files("whole"), files("killed"));
        for (final String file : files("whole"))
            if (!List.of("run.json", "manifest.csv").contains(file))
                assertArrayEquals(Files.readAllBytes(folder.resolve("whole").resolve(file)),
                    Files.readAllBytes(folder.resolve("killed").resolve(file)), file);
        assertEquals(manifest("whole"), manifest("killed"));
    }

    /** The system lets a process write files up to some size only, as a disk without room does. */
    @Test
    void stopsWhenNothingMoreCanBeWritten() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a system that limits files");
        writePictures(3);
        assertEquals(1, analyze("full", 1, "/bin/sh", "-c", "ulimit -f 128; exec \"$0\" \"$@\"").waitFor(),
            log("full"));
        assertTrue(log("full").matches("(?s).*affectj: The results of '" + folder.resolve("in/0.png")
            + "' can't be written to '"
            + folder.resolve("full") + "', where \\d+ MB are free: see that the disk isn't full and may be written "
            + "to, then give the same command again to go on\\.\\s*"), log("full"));
        assertEquals(List.of("manifest.csv"), files("full"));
        assertEquals(1, lines("full"));
        assertEquals(0, analyze("full", 1).waitFor(), log("full"));
        assertEquals(10, files("full").size(), files("full").toString());
    }

    private Process analyze(final String name, final int jobs, final String... before) throws IOException {
        final List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), AffectJ.class.getName(), "analyze",
            folder.resolve("in").toString(), "--output", folder.resolve(name).toString(), "--threads", "1", "--jobs",
            Integer.toString(jobs)));
        return new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile()).start();
    }

    /**
     * The face of the portrait in other light, 200×200 pixels so that its overlay is larger than what is let through.
     */
    private void writePictures(final int number) throws IOException {
        final BufferedImage portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < number; i++) {
            final BufferedImage picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
            final Graphics2D graphics = picture.createGraphics();
            graphics.drawImage(portrait.getSubimage(100, 0, 256, 256), 0, 0, 200, 200, null);
            graphics.setColor(new Color(255, 255, 255, i % 100));
            graphics.fillRect(0, 0, 200, 200);
            ImageIO.write(picture, "png", folder.resolve("in/" + i + ".png").toFile());
        }
    }

    /** @return the number of whole lines of the manifest */
    private long lines(final String name) throws IOException {
        final Path manifest = folder.resolve(name).resolve("manifest.csv");
        return Files.exists(manifest) ? Files.readString(manifest).chars().filter(letter -> letter == '\n').count() : 0;
    }

    /** @return the manifest without what depends on the clock: the seconds, and the order */
    private List<String> manifest(final String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("manifest.csv")).stream()
            .map(line -> line.replaceAll(",\\d+\\.\\d{3},", ",,")).sorted().toList();
    }

    private List<String> files(final String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String log(final String name) throws IOException {
        final Path log = folder.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
