package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.affectj.video.VideoWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj analyze} on folders: what it would do, skips, refuses and reports. */
class ManyInputsTest {

    @TempDir
    private Path folder;

    @Test
    void listsWhatItWouldDoAndGoesOn() throws IOException {
        final Path in = Files.createDirectories(folder.resolve("in/b"));
        final Path out = folder.resolve("out");
        final Path picture = Files.copy(Path.of("samples/astronaut.png"), in.resolve("face.png"));
        final String size = String.format(Locale.ROOT, " (%.1f MB)", Files.size(picture) / 1e6);
        final Object[] dry = { "analyze", folder.resolve("in"), "-o", out, "--recursive", "--dry-run" };
        final ShellRun first = ShellRun.of(dry);
        assertEquals(List.of(picture + size + ": " + out.resolve("face.csv"), "1 of 1 inputs to do,"
            + size.replaceAll("[()]", "") + " to read; nothing was done."), first.lines());
        assertTrue(Files.notExists(out), "nothing is written");

        assertEquals(0, ShellRun.of("analyze", picture, "-o", out, "--no-overlays").status());
        assertTrue(Files.notExists(out.resolve("face-overlay.png")));
        assertEquals("affectj: The output folder '" + out + "' has results of other settings (overlays was false and "
            + "is true): give another one, or overwrite them.\n", ShellRun.of(dry).errors());
        assertEquals(List.of(picture + size + ": done already", "0 of 1 inputs to do, 0.0 MB to read; nothing was "
            + "done."),
            ShellRun.of("analyze", picture, "-o", out, "--no-overlays", "--dry-run").lines());
        assertEquals(List.of(picture + ": 1 face, done before", "  " + out.resolve("face.csv")),
            ShellRun.of("analyze", picture, "-o", out, "--no-overlays").lines());
    }

    @Test
    void everyCutVideoIsReportedAndTheRestDone() throws IOException {
        final BufferedImage portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        final Path in = Files.createDirectories(folder.resolve("in"));
        final Path whole = in.resolve("whole.mp4");
        VideoWriter.to(whole).headerFirst(true).group(2).write(24, number -> moved(portrait, number),
            number -> 40L * number);
        final byte[] bytes = Files.readAllBytes(whole);
        final int pictures = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat");
        final Set<String> cut = new TreeSet<>();
        for (int part = 0; part < 10; part++) {
            final int length = part < 3 ? pictures * (part + 1) / 4
                : pictures + (bytes.length - pictures) * (part - 2) / 8;
            cut.add(Files.write(in.resolve("cut" + part + ".mp4"), Arrays.copyOf(bytes, length)).toString());
        }
        final Path out = folder.resolve("out");
        final ShellRun run = ShellRun.of("analyze", in, "-o", out, "--every", "12");
        assertEquals(1, run.status());
        assertEquals(2, rows(out.resolve("whole.csv")).size());
        final List<CSVRecord> errors = rows(out.resolve("errors.csv"));
        assertEquals(cut, new TreeSet<>(errors.stream().map(row -> row.get("input")).toList()));
        for (final CSVRecord row : errors)
            assertTrue(row.get("error").matches("The (video|file) '" + row.get("input")
                + "' [^.]+( \\d+\\.\\d+ [^.]+)*\\."),
                row.get("error"));
        for (final CSVRecord row : rows(out.resolve("manifest.csv"))) {
            final boolean hasTable = Files.exists(out.resolve(row.get("name") + ".csv"));
            assertEquals(!row.get("status").equals("failed"), hasTable, row.get("input"));
            assertEquals(row.get("input").equals(whole.toString()), row.get("status").equals("done"), row.get("input"));
        }
        final ShellRun again = ShellRun.of("analyze", in, "-o", out, "--every", "12");
        assertEquals(1, again.status(), "what is damaged stays so");
        assertEquals(errors.stream().map(row -> row.get("error")).toList(),
            rows(out.resolve("errors.csv")).stream().map(row -> row.get("error")).toList());
    }

    @Test
    void severalInputsAtATimeGiveTheSameBytes() throws IOException {
        final BufferedImage portrait = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        final Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < 4; i++) ImageIO.write(moved(portrait, 10 * i), "png", in.resolve(i + ".png").toFile());
        VideoWriter.to(in.resolve("2.mp4")).write(6, number -> moved(portrait, number), number -> 40L * number);
        Files.writeString(in.resolve("3.mp4"), "no video");
        assertEquals(1, ShellRun.of("analyze", in, "-o", folder.resolve("one")).status());
        assertEquals(1, ShellRun.of("analyze", in, "-o", folder.resolve("three"), "--jobs", "3").status());
        for (final String file : files("one"))
            if (!file.matches("run.json|manifest.csv"))
                assertArrayEquals(Files.readAllBytes(folder.resolve("one").resolve(file)),
                    Files.readAllBytes(folder.resolve("three").resolve(file)), file);
        assertEquals(files("one"), files("three"));
        assertEquals(1, rows(folder.resolve("three/errors.csv")).size());
        final ShellRun again = ShellRun.of("analyze", in, "-o", folder.resolve("three"), "--jobs", "2", "--dry-run");
        assertTrue(again.output().contains("1 of 6 inputs to do"), again.output());
    }

    private List<String> files(final String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static BufferedImage moved(final BufferedImage portrait, final int number) {
        final BufferedImage picture = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().drawImage(portrait, number - 100, 0, null);
        return picture;
    }

    private static List<CSVRecord> rows(final Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }
}
