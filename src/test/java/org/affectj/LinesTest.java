package org.affectj;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Keeps CONTRIBUTING.md's rule on the length of lines, but for text blocks, whose lines are someone's text. */
class LinesTest {

    private static final int MOST = 120;
    private static final String TEXT_BLOCK = "\"\"\"";

    @Test
    void haveAtMost120Columns() throws IOException {
        final List<String> tooLong = new ArrayList<>();
        for (final String project : List.of("src", "bench/src", "cluster/src", "render/src"))
            try (Stream<Path> files = Files.walk(Path.of(project))) {
                for (final Path file : files.filter(name -> name.toString().endsWith(".java")).sorted().toList())
                    check(file, tooLong);
            }
        assertEquals(List.of(), tooLong);
    }

    private static void check(final Path file, final List<String> tooLong) throws IOException {
        boolean text = false;
        int number = 0;
        for (final String line : Files.readAllLines(file)) {
            number++;
            if (!text && line.codePointCount(0, line.length()) > MOST) tooLong.add(file + ", line " + number);
            if ((line.length() - line.replace(TEXT_BLOCK, "").length()) / TEXT_BLOCK.length() % 2 == 1) text = !text;
        }
    }
}
