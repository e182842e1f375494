package org.affectj.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.InputFile;
import org.affectj.Progress;
import org.affectj.model.Expression;

/**
 * A table of another tool, made into one of AffectJ's. Only what means the same is taken, in AffectJ's names and units;
 * nothing is reckoned that the tool didn't say, and what isn't taken is told.
 *
 * @param file of OpenFace, Py-Feat, LibreFace or FaceReader; which one is told by its headings
 * @param rate frames a second, for tools that don't say; NaN if unknown
 */
public record TableImport(Path file, double rate) {

    private static final List<ForeignTable> TOOLS =
        List.of(new OpenFaceTable(), new PyFeatTable(), new LibreFaceTable(), new FaceReaderLog());
    /** FaceReader's headings stand below a few lines about the recording. */
    private static final int LINES_BEFORE = 30;
    private static final List<String> PLACES = List.of("source", "frame", "time", "track", "status");
    private static final int ROWS_TOLD = 10_000;

    /**
     * What became of a table.
     *
     * @param tool that wrote it
     * @param rows how many
     * @param faces how many of them show a face
     * @param taken its columns that were taken, and their names here: {@code AU12_r = AU12}
     * @param left its columns that weren't taken; many with numbers are one: {@code X_* (68)}
     */
    public record Result(String tool, long rows, long faces, List<String> taken, List<String> left) {

        /** @return all this in a few lines */
        @Override
        public String toString() {
            return tool + ": " + rows + " rows, " + faces + " with a face\ntaken: " + String.join(", ", taken)
                + "\nleft out: " + (left.isEmpty() ? "nothing" : String.join(", ", left));
        }
    }

    /** What the lines above the headings say. */
    private record Preamble(int lines, char separator, Optional<String> source, double rate) {
    }

    /**
     * @param output the CSV file to write; replaced if it exists
     * @param progress learns the rows done
     * @return what became of it
     * @throws AffectException if the file isn't of one of these tools or can't be read, or if it shows several faces in
     *             a frame and doesn't tell them apart
     */
    public Result write(final Path output, final Progress progress) {
        InputFile.check(file, "table");
        final Preamble preamble = preamble();
        try (TableFile table = TableFile.open(file, preamble.separator(), preamble.lines())) {
            final ForeignTable tool = TOOLS.stream().filter(one -> one.isOf(table.headings())).findFirst()
                .orElseThrow(() -> new AffectException("The file '" + file
                    + "' isn't of a tool that AffectJ knows: give a table of OpenFace 2, Py-Feat or LibreFace, or a "
                    + "detailed log of FaceReader."));
            final List<String> taken = table.headings().stream().filter(name -> tool.column(name).isPresent())
                .sorted(Comparator.comparing(name -> order(tool.column(name).get()))).toList();
            final long[] counts = new long[2];
            CsvTable.write(output,
                Stream.concat(PLACES.stream(), taken.stream().map(name -> tool.column(name).get())).toList(), csv -> {
                    final People people = new People(tool, table, preamble);
                    for (final TableFile.Row row : table) {
                        if (counts[0] % ROWS_TOLD == 0) progress.update(counts[0], -1, "reading " + file.getFileName());
                        progress.throwIfCancelled();
                        counts[0]++;
                        if (tool.hasFace(row)) counts[1]++;
                        csv.row(people.cells(row, taken));
                    }
                });
            return new Result(tool.tool(), counts[0], counts[1],
                taken.stream().map(name -> name + " = " + tool.column(name).get()).toList(),
                left(table.headings(), taken, tool));
        }
    }

    private Preamble preamble() {
        String source = null;
        double told = rate;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (int i = 0; i < LINES_BEFORE; i++) {
                final String line = reader.readLine();
                if (line == null) break;
                if (line.startsWith(FaceReaderLog.TIME + "\t"))
                    return new Preamble(i, '\t', Optional.ofNullable(source), told);
                if (line.startsWith("Filename\t")) source = fileName(line.substring(line.indexOf('\t') + 1).strip());
                if (line.startsWith("Frame rate\t") && Double.isNaN(told)) told = number(line);
            }
        } catch (final MalformedInputException e) {
            throw new AffectException("The file '" + file + "' isn't a text in UTF-8: save it so, then try again.", e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Preamble(0, ',', Optional.empty(), rate);
    }

    private double number(final String line) {
        try {
            return Double.parseDouble(line.substring(line.indexOf('\t') + 1).strip().replace(',', '.'));
        } catch (final NumberFormatException e) {
            throw new AffectException("The file '" + file + "' says '" + line + "', where a number is expected.", e);
        }
    }

    private static String fileName(final String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /**
     * Columns stand in the order of AffectJ's own tables: box, action units, presence, expressions, affect, landmarks.
     */
    private static String order(final String column) {
        final List<String> box = List.of("x", "y", "width", "height", "score");
        final List<String> affect = Stream.concat(Arrays.stream(Expression.values()).map(Expression::label),
            Stream.of(Channels.EXPRESSION, "valence", "arousal")).toList();
        if (box.contains(column)) return "0" + box.indexOf(column);
        if (column.startsWith("AU")) return (column.endsWith("_present") ? "2" : "1") + column;
        if (affect.contains(column)) return String.format(Locale.ROOT, "3%02d", affect.indexOf(column));
        return "4" + column.charAt(0) + String.format(Locale.ROOT, "%02d", Integer.parseInt(column.substring(2)));
    }

    private static List<String> left(final List<String> headings, final List<String> taken, final ForeignTable tool) {
        final Map<String, List<String>> kinds = headings.stream()
            .filter(name -> !taken.contains(name) && !name.isEmpty())
            .filter(name -> !tool.person(headings).equals(Optional.of(name))
                && !tool.source(headings).equals(Optional.of(name)))
            .filter(name -> !List.of("frame", "timestamp", "success", "frame_idx", "frame_time_in_ms",
                FaceReaderLog.TIME).contains(name))
            .collect(Collectors.groupingBy(name -> name.replaceAll("\\d+", "*"), TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
            .map(kind -> kind.getValue().size() == 1 ? kind.getValue().get(0)
                : kind.getKey() + " (" + kind.getValue().size() + ")")
            .toList();
    }

    /** Gives each person a track, and sees that no two faces of a frame are taken for one person. */
    private final class People {

        private final ForeignTable tool;
        private final TableFile table;
        private final Preamble preamble;
        private final Optional<String> person;
        private final Map<String, Integer> tracks = new HashMap<>();
        private final Map<String, Integer> lastFrames = new HashMap<>();

        private People(final ForeignTable tool, final TableFile table, final Preamble preamble) {
            this.tool = tool;
            this.table = table;
            this.preamble = preamble;
            person = tool.person(table.headings());
        }

        private List<Object> cells(final TableFile.Row row, final List<String> taken) {
            final boolean face = tool.hasFace(row);
            final String source = source(row);
            final int frame = tool.frame(row, preamble.rate());
            final List<Object> cells = new ArrayList<>(List.of(source, frame == 0 ? "" : frame,
                tool.time(row, preamble.rate()), face ? track(row, source, frame) : "", face ? "ok" : "no_face"));
            for (final String name : taken)
                cells.add(face ? tool.value(name, row) : Double.NaN);
            return cells;
        }

        private String source(final TableFile.Row row) {
            return tool.source(table.headings()).flatMap(row::given).map(TableImport::fileName)
                .or(preamble::source).orElse(file.getFileName().toString());
        }

        private int track(final TableFile.Row row, final String source, final int frame) {
            final String who = source + '\n' + person.flatMap(row::given).orElse("");
            if (frame > 0 && Integer.valueOf(frame).equals(lastFrames.put(who, frame)))
                throw row.error("frame " + frame + " has a second face, and nothing in the table says who is who");
            return tracks.computeIfAbsent(who,
                name -> 1 + (int) tracks.keySet().stream().filter(other -> other.startsWith(source + '\n')).count());
        }
    }
}
