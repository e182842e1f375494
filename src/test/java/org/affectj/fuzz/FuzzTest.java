package org.affectj.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is wrong with a file, reading it ends in a result or in one sentence, in time: no crash, no hang, no other
 * exception. {@code -Daffectj.fuzz=N} makes N tries of each kind and {@code -Daffectj.fuzz.seed=S} other ones;
 * {@code -Daffectj.fuzz.report=FILE} adds a row for each kind to a file, and the sentences behind it.
 */
class FuzzTest {

    private static final int TRIES = Integer.getInteger("affectj.fuzz", 10);
    private static final long SEED = Long.getLong("affectj.fuzz.seed", 7);
    private static final long SECONDS = Long.getLong("affectj.fuzz.seconds", 20);

    @TempDir
    private Path folder;

    /** What became of a try. */
    private record Outcome(int number, String mutation, String end, long milliseconds, String text) {

        boolean isRight() {
            return end.equals("result") || end.equals("refusal");
        }

        /** @return the text without what differs from file to file */
        String cause() {
            return text.replaceAll("/\\S*", "…").replaceAll("'[^']*'", "'…'").replaceAll("\\d+", "#");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void damagedInputEndsInAResultOrASentence(final Kind kind) throws Exception {
        final List<Outcome> outcomes = new ArrayList<>();
        while (outcomes.size() < TRIES)
            outcomes.addAll(run(kind, outcomes.size()));
        report(kind, outcomes);
        assertEquals(List.of(), outcomes.stream().filter(outcome -> !outcome.isRight()).toList());
    }

    /** @return what became of tries, up to one that ended the process */
    private List<Outcome> run(final Kind kind, final int first) throws IOException, InterruptedException {
        final Path log = folder.resolve("log");
        Files.deleteIfExists(log);
        Files.copy(Path.of("plugins.config"), folder.resolve("plugins.config"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-Djava.awt.headless=true", "-Djava.util.prefs.userRoot=" + folder, "-cp", classPath(),
            FuzzProcess.class.getName(), kind.name(), folder.toString(), Long.toString(SEED), Integer.toString(first),
            Integer.toString(TRIES), Long.toString(SECONDS)).directory(folder.toFile()).redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile()).start();
        try {
            process.waitFor(60 + SECONDS * TRIES, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        final List<Outcome> outcomes = outcomes(Files.exists(log) ? Files.readAllLines(log) : List.of(),
            process.exitValue());
        if (outcomes.isEmpty()) throw new IllegalStateException(Files.readString(folder.resolve("output")));
        return outcomes;
    }

    /** The tests' class path, whole, as the process runs in another folder. */
    private static String classPath() {
        final List<String> parts = new ArrayList<>();
        for (final String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            parts.add(Path.of(part).toAbsolutePath().toString());
        return String.join(java.io.File.pathSeparator, parts);
    }

    private static List<Outcome> outcomes(final List<String> lines, final int status) {
        final List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            final String[] begin = lines.get(i).split("\t");
            final String[] end = i + 1 < lines.size() ? lines.get(i + 1).split("\t", 4)
                : new String[] { "end", "crash", "0", "the process ended with " + status };
            outcomes.add(new Outcome(Integer.parseInt(begin[1]), begin[2], end[1], Long.parseLong(end[2]), end[3]));
        }
        return outcomes;
    }

    private static void report(final Kind kind, final List<Outcome> outcomes) throws IOException {
        final String file = System.getProperty("affectj.fuzz.report");
        if (file == null) return;
        final StringBuilder text = new StringBuilder(kind + " | " + outcomes.size());
        for (final String end : List.of("result", "refusal", "defect", "crash", "hang"))
            text.append(" | ").append(outcomes.stream().filter(outcome -> outcome.end.equals(end)).count());
        text.append(" | ").append(outcomes.stream().mapToLong(Outcome::milliseconds).max().orElse(0)).append(" ms\n");
        final Map<String, Integer> causes = new TreeMap<>();
        outcomes.stream().filter(outcome -> !outcome.end.equals("result"))
            .forEach(outcome -> causes.merge(outcome.end + ": " + outcome.cause(), 1, Integer::sum));
        causes.forEach((cause, count) -> text.append("    ").append(count).append(" × ").append(cause).append('\n'));
        outcomes.stream().filter(outcome -> !outcome.isRight())
            .forEach(outcome -> text.append("    try ").append(outcome).append('\n'));
        Files.writeString(Path.of(file), text, java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND);
    }
}
