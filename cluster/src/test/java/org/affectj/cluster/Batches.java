package org.affectj.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.shell.AffectJ;

/** Inputs, the plain batch on one computer and Spark's, and their tables. */
final class Batches {

    static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

    private Batches() {
    }

    /** Writes the portrait, its width changed by a number of pixels. */
    static void portrait(final Path file, final int wider) throws IOException {
        final BufferedImage portrait = ImageIO.read(SAMPLES.resolve("astronaut.png").toFile());
        final BufferedImage picture =
            new BufferedImage(portrait.getWidth() + wider, portrait.getHeight(), BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.drawImage(portrait, wider, 0, null);
        graphics.dispose();
        ImageIO.write(picture, "png", file.toFile());
    }

    /** @return the tables of the plain batch, by name */
    static Map<String, String> plain(final Path folder, final Path output) throws IOException {
        final StringWriter err = new StringWriter();
        AffectJ.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "analyze", folder.toString(), "-o",
            output.toString(), "--no-overlays", "--threads", "1");
        final Map<String, String> tables = tables(output);
        tables.keySet().removeIf(name -> name.matches("(errors|manifest|summary)\\.csv"));
        return tables;
    }

    /** What a run of {@code affectj-spark} told. */
    record Told(int status, String out, String err) {
    }

    static Told spark(final String... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int status = AffectJSpark.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Told(status, out.toString(), err.toString());
    }

    /** Clears what a test told Spark. */
    static void forgetSettings() {
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("spark."))
            .forEach(System::clearProperty);
    }

    /**
     * @return Spark's processes, told by their program alone: their command lines are too long for the system to tell
     */
    static List<ProcessHandle> executors() {
        return ProcessHandle.current().children().filter(Batches::isJava).toList();
    }

    static boolean isJava(final ProcessHandle process) {
        return process.info().command().map(program -> program.endsWith("java")).orElse(false);
    }

    /** @return what CSV files hold, by name */
    static Map<String, String> tables(final Path folder) throws IOException {
        final Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : files.filter(f -> f.toString().endsWith(".csv")).toList())
                tables.put(file.getFileName().toString(), Files.readString(file));
        }
        return tables;
    }

    /** Expects the same tables, to the byte. */
    static void assertSame(final Map<String, String> expected, final Path folder) throws IOException {
        final Map<String, String> tables = tables(folder);
        assertEquals(expected.keySet(), tables.keySet());
        expected.forEach((name, text) -> assertEquals(text, tables.get(name), name));
    }
}
