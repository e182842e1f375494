package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what a person is told whose command line can't be obeyed, word by word. */
class BadCommandLineTest {

    private static final String PORTRAIT = "samples/astronaut.png";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                   | A command is missing.                                    | affectj",
        "bake                               | Unmatched argument at index 0: 'bake'                    | affectj",
        "model                              | A command is missing: list, show, verify, download or install. "
            + "| affectj model",
        "analyze a.png                      | Missing required option: '--output=DIR'                  "
            + "| affectj analyze",
        "analyze -o x                       | Missing required parameter: 'INPUT'                      "
            + "| affectj analyze",
        "analyze a.png -o x --smile         | Unknown option: '--smile'                                "
            + "| affectj analyze",
        "analyze a.png -o x --min-face huge | Invalid value for option '--min-face': 'huge' is not a double "
            + "| affectj analyze",
        "align a.png -o x --extra-passes 2  "
            + "| Invalid value for option '--extra-passes': expected never, when-none or always but was '2' "
            + "| affectj align",
        "train joint --data csv:a --work w --output o --start affectj-default --stem 16 "
            + "| The model that --start names has its network already: leave out --stem, or --start. "
            + "| affectj train joint" })
    void namesTheMistakeAndWhereHelpIs(final String arguments, final String message, final String command) {
        final ShellRun run = ShellRun.of((Object[]) (arguments == null ? new String[0] : arguments.split(" +")));
        assertEquals(2, run.status());
        assertEquals("affectj: " + message + "\nHelp: " + command + " --help\n", run.errors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--device tpu     | The device 'tpu' is unknown: use auto, cpu, gpu or gpu:N.",
        "--threads -1     | The number of threads can't be below 0.",
        "--min-face 0     | The smallest face can't be 0.0: give a number of pixels, or a share of the "
            + "picture such as 0.1.",
        "--min-score 2    | The smallest score can't be 2.0: give a number from 0 to 1.",
        "--max-faces -1   | The largest number of faces can't be -1: give 0 for all, or a number above 0.",
        "--batch 0        | The batch can't be 0: give a number from 1 to 1024.",
        "--model nowhere/ | The model folder nowhere doesn't exist: give the folder of a model." })
    void saysWhichValueIsWrong(final String option, final String message) {
        final String[] words = option.split(" ");
        assertFails(message, "analyze", PORTRAIT, "-o", folder.resolve("out"), words[0], words[1]);
    }

    @Test
    void refusesAnOutputFolderThatIsAFile() throws IOException {
        final Path file = Files.createFile(folder.resolve("results"));
        assertFails("The output folder '" + file + "' can't be written: choose another one.", "analyze", PORTRAIT, "-o",
            file);
    }

    @Test
    void refusesAFolderWithoutPictures() throws IOException {
        final Path empty = Files.createDirectories(folder.resolve("in"));
        assertFails("The folder '" + empty + "' holds no picture or video: name the files, or another folder.",
            "analyze", empty, "-o", folder.resolve("out"));
    }

    @Test
    void refusesAFolderThatCannotBeRead() throws IOException {
        final Path closed = Files.createDirectories(folder.resolve("in"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "root may read everything");
        assertFails("The folder '" + closed + "' can't be read: see that you may open it.", "analyze", closed, "-o",
            folder.resolve("out"));
    }

    private static void assertFails(final String message, final Object... args) {
        final ShellRun run = ShellRun.of(args);
        assertEquals("affectj: " + message + "\n", run.errors());
        assertEquals(1, run.status());
    }
}
