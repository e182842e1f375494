package org.affectj.batch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.align.AlignedFace;
import org.affectj.align.SimilarityTransform;
import org.affectj.model.FaceCrop;
import org.affectj.pipeline.Column;
import org.affectj.pipeline.ColumnDictionary;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAlignment;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ResultColumns;
import org.affectj.pipeline.ValueRange;
import org.apache.commons.csv.CSVPrinter;

/**
 * Moves the faces of an input to the template: {@code NAME-FRAME-FACE.png} for each, and {@code NAME-faces.csv} with
 * the transforms. A pixel (x, y) of the frame lies at (a·x − b·y + tx, b·x + a·y + ty) in the crop, where 0 is the
 * centre of the first pixel.
 *
 * @param opener opens a file
 * @param alignment finds and aligns faces; not closed
 */
public record AlignmentJob(Function<Path, FrameSource> opener, FaceAlignment alignment) implements Job {

    /** What the path of a table ends in. */
    public static final String TABLE = "-faces.csv";

    private static final List<ResultColumn> PLACES = ResultColumns.ofPlaces();

    /** The columns behind those: where a pixel of the frame lies in the crop. */
    private static final List<Column> CROP = List.of(
        new Column("crop", "", ValueRange.TEXT, "name of the crop's file; empty if there is no face", Column.TEXT),
        factor("a", "",
            "a of the transform: a pixel (x, y) of the frame lies at (a·x − b·y + tx, b·x + a·y + ty) in the crop"),
        factor("b", "", "b of the transform"),
        factor("tx", "pixels", "tx of the transform"),
        factor("ty", "pixels", "ty of the transform"));

    private static Column factor(final String name, final String unit, final String meaning) {
        return new Column(name, unit, ValueRange.ANY, meaning, 8);
    }

    /** @return the table that alignments write */
    public static ColumnDictionary.Table table() {
        return new ColumnDictionary.Table("NAME" + TABLE,
            "a row for each face in each frame, and for each frame without one",
            Stream.concat(PLACES.stream().map(ResultColumn::column), CROP.stream()).toList());
    }

    /** Writes what the columns of the tables hold. */
    @Override
    public void finish(final Path folder, final List<Outcome> all) {
        new ColumnDictionary(List.of(table())).write(folder);
    }

    @Override
    public Outcome.Result run(final Path input, final Path output, final Progress progress) {
        final List<Path> files = new ArrayList<>();
        files.add(Path.of(output + TABLE));
        final int[] rows = { 0 };
        try (FrameSource source = opener.apply(input)) {
            WholeFile.write(files.get(0), part -> {
                try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                    csv.printRecord(table().columns().stream().map(Column::name));
                    alignment.align(source, (face, aligned) -> {
                        write(face, aligned, output, csv, files);
                        rows[0]++;
                    }, progress);
                }
            });
            return new Outcome.Result(source.size(), files.size() - 1, rows[0], files, source.damage());
        } catch (final RuntimeException e) {
            files.forEach(file -> file.toFile().delete()); // faces without a table help nobody
            throw e;
        }
    }

    private static void write(final FaceRecord face, final Optional<AlignedFace> aligned, final Path output,
        final CSVPrinter csv, final List<Path> files)
    {
        final Path file = Path.of(output + "-" + face.frame() + "-" + face.number() + ".png");
        try {
            csv.printRecord(Stream.concat(PLACES.stream().map(column -> column.cell(face)),
                aligned.map(a -> transform(file, a.transform())).orElse(Stream.of("", "", "", "", ""))));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        aligned.ifPresent(a -> {
            Pictures.write(picture(a.crop()), file);
            files.add(file);
        });
    }

    private static Stream<String> transform(final Path crop, final SimilarityTransform t) {
        return Stream.of(crop.getFileName().toString(), decimal(t.a()), decimal(t.b()), decimal(t.tx()),
            decimal(t.ty()));
    }

    private static String decimal(final double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }

    private static BufferedImage picture(final FaceCrop crop) {
        final int size = crop.size();
        final BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        final byte[] rgb = crop.rgb();
        for (int i = 0; i < size * size; i++)
            picture.setRGB(i % size, i / size,
                (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff);
        return picture;
    }
}
