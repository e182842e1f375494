package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that {@code scripts/ablation} makes of runs that are there already. */
class AblationTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheMeanOfThreeSeedsAndItsInterval() throws IOException, InterruptedException {
        for (final String heads : List.of("amtl", "no-graph", "mtl", "multi-head", "fmtl"))
            for (int seed = 1; seed <= 3; seed++)
                write("runs/" + heads + "-" + seed + "/figures.json", """
                    {
                      "split": "test",
                      "action_unit_f1": {
                        "after": 0.%d1
                      },
                      "expression_f1": {
                        "after": 0.5
                      }
                    }
                    """.formatted(seed + 4));
        write("joint.json", """
            {
              "sets": {
                "faces": {
                  "expressions": {
                    "macro_f1_of_8": 0.2,
                    "macro_f1_of_present": 0.9
                  },
                  "action_units": {
                    "mean_f1": 0.8
                  }
                }
              }
            }
            """);
        // the standard deviation of 0.51, 0.61 and 0.71 is 0.1: 4.303 · 0.1 / √3 = 0.2484
        final List<String> lines = run("--data", "x:y", "--backbone", "none", "--work", folder.toString(), "--joint",
            folder.resolve("joint.json").toString());
        assertEquals("| AMTL, the paper's | 0.6100 ± 0.2484 | 0.5000 ± 0.0000 |", lines.get(2));
        assertTrue(lines.contains("| no graph: AMTL, messages=false | 0.6100 ± 0.2484 | 0.5000 ± 0.0000 |"));
        assertEquals("| end to end | 0.8000 (1 seed) | 0.9000 (1 seed) |", lines.get(7));
    }

    @Test
    void namesAMistake() throws IOException, InterruptedException {
        assertEquals(List.of("ablation: --foo is unknown: see --help."), run("--foo"));
        assertEquals(List.of("ablation: --data, --backbone and --work are needed: see --help."), run("--work", "w"));
    }

    private void write(final String file, final String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static List<String> run(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(Path.of("scripts/ablation").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor();
        return lines;
    }
}
